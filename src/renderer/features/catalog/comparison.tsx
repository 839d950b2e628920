import { createSignal, For, Show, type JSX } from 'solid-js'
import { amount, threeSignificant } from '../../../shared/report/format.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { numberHead, TableHead } from '../../ui/table-head.tsx'

/** A figure that entries are compared in. */
export interface ComparedFigure<R> {
  readonly label: string
  readonly unit: string
  /** In the unit; null where it is not known. */
  readonly value: (row: R) => number | null
}

const LOOKS = [
  { id: 'bars', label: 'Bars' },
  { id: 'table', label: 'Table' },
] as const

/** "×1.43" of the first; nothing for the first itself and where one of the two is not known. */
const ratioText = (value: number | null, first: number | null): string =>
  value === null || first === null || first === 0 ? '' : `×${threeSignificant(value / first)}`

const figureText = (value: number | null): string => (value === null ? '–' : amount(value))

/** Two to four entries side by side: each figure as bars on one scale, or all figures as a table, with ratios to the first. */
export function Comparison<R extends { readonly id: string }>(props: {
  readonly rows: readonly R[]
  readonly name: (row: R) => string
  readonly figures: readonly ComparedFigure<R>[]
  /** Takes it out of the window. */
  readonly tools: JSX.Element
  readonly onBack: () => void
}): JSX.Element {
  const [look, setLook] = createSignal<'bars' | 'table'>('bars')
  const first = () => props.rows[0]!
  const known = () => props.figures.filter(({ value }) => props.rows.some((row) => value(row) !== null))
  return (
    <section class="compared" aria-label="Comparison">
      <header class="compared-head">
        <p class="compared-note">Ratios are to {props.name(first())}.</p>
        <Segmented label="Show as" options={LOOKS} value={look()} onChange={setLook} />
        {props.tools}
        <button type="button" class="button" onClick={() => props.onBack()}>
          Back to the list
        </button>
      </header>
      <Show
        when={look() === 'bars'}
        fallback={<ComparisonTable rows={props.rows} name={props.name} figures={known()} />}
      >
        <ul class="compared-keys" aria-label="Compared">
          <For each={props.rows}>
            {(row, at) => (
              <li>
                <span class={`key compared-${at()}`} aria-hidden="true" /> {props.name(row)}
              </li>
            )}
          </For>
        </ul>
        <div class="compared-figures" tabindex="0" role="group" aria-label="Figures compared">
          <For each={known()}>{(figure) => <FigureBars rows={props.rows} name={props.name} figure={figure} />}</For>
        </div>
      </Show>
    </section>
  )
}

function FigureBars<R extends { readonly id: string }>(props: {
  readonly rows: readonly R[]
  readonly name: (row: R) => string
  readonly figure: ComparedFigure<R>
}): JSX.Element {
  const most = () => Math.max(...props.rows.map((row) => props.figure.value(row) ?? 0))
  const first = () => props.figure.value(props.rows[0]!)
  return (
    <figure class="compared-figure">
      <figcaption>
        {props.figure.label} <span class="quiet">{props.figure.unit}</span>
      </figcaption>
      <ul>
        <For each={props.rows}>
          {(row, at) => {
            const value = () => props.figure.value(row)
            return (
              <li class="compared-row">
                <span class="for-screen-readers">{props.name(row)}: </span>
                <span class="compared-track" aria-hidden="true">
                  <span
                    class={`compared-bar compared-${at()}`}
                    style={{ width: `${most() > 0 ? (100 * (value() ?? 0)) / most() : 0}%` }}
                  />
                </span>
                <span class="number strong">{value() === null ? 'not known' : figureText(value())}</span>
                <span class="number quiet">{at() === 0 ? '' : ratioText(value(), first())}</span>
              </li>
            )
          }}
        </For>
      </ul>
    </figure>
  )
}

function ComparisonTable<R extends { readonly id: string }>(props: {
  readonly rows: readonly R[]
  readonly name: (row: R) => string
  readonly figures: readonly ComparedFigure<R>[]
}): JSX.Element {
  return (
    <div class="compared-scroll" tabindex="0" role="group" aria-label="Figures compared">
      <table class="compared-table" aria-label="Comparison">
        <TableHead cells={['Figure', ...props.rows.map((row) => numberHead(props.name(row)))]} />
        <tbody>
          <For each={props.figures}>
            {({ label, unit, value }) => (
              <tr>
                <th scope="row">
                  {label} <span class="quiet">{unit}</span>
                </th>
                <For each={props.rows}>
                  {(row, at) => (
                    <td class="number">
                      {figureText(value(row))}{' '}
                      <span class="compared-ratio quiet">
                        {at() === 0 ? '' : ratioText(value(row), value(props.rows[0]!))}
                      </span>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
