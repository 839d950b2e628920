import { For, Show, type JSX } from 'solid-js'
import { listed, milliseconds, percent } from '../../../shared/report/format.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { timeParts } from '../../../shared/search/binding.ts'
import type { FrontierPoints } from '../../../shared/search/frontier-points.ts'

/** Where the time of a pass goes, by the rule set's terms, the longest first; terms that take no time are named below. */
export function TimeBreakdown(props: {
  readonly title: string
  readonly points: FrontierPoints
  readonly which: 'terms' | 'draftTerms'
  readonly index: number
  /** Labels of terms that were left out by choice. */
  readonly leftOut: readonly string[]
  readonly palette: Palette
}): JSX.Element {
  const parts = () => timeParts(props.points, props.index, props.which)
  const timed = () => parts().filter(({ seconds }) => seconds > 0)
  const counted = () => timed().filter(({ hidden }) => !hidden)
  const total = () => counted().reduce((sum, part) => sum + part.seconds, 0)
  const binds = () => counted().toSorted((a, b) => b.seconds - a.seconds)[0]?.id
  const sorted = () => timed().toSorted((a, b) => Number(a.hidden) - Number(b.hidden) || b.seconds - a.seconds)
  const idle = () =>
    parts()
      .filter(({ seconds, label }) => seconds === 0 && !props.leftOut.includes(label))
      .map(({ label }) => label.toLowerCase())
  return (
    <section aria-label={props.title}>
      <p class="section-label">{props.title}</p>
      <div class="bar" aria-hidden="true">
        <For each={counted()}>
          {(part) => (
            <span
              class="bar-part"
              style={{
                width: `${(100 * part.seconds) / total()}%`,
                'background-color': props.palette.terms[part.id],
              }}
            />
          )}
        </For>
      </div>
      <table class="parts">
        <tbody>
          <For each={sorted()}>
            {(part) => (
              <tr classList={{ hidden: part.hidden }}>
                <th scope="row">
                  <span class="key" style={{ 'background-color': props.palette.terms[part.id] }} />
                  {part.label}
                  <Show when={part.id === binds()}>
                    <span class="quiet"> takes most</span>
                  </Show>
                  <Show when={part.hidden}>
                    <span class="quiet"> hidden under {part.id === 'memory' ? 'arithmetic' : 'memory'}</span>
                  </Show>
                </th>
                <td class="number strong">{milliseconds(part.seconds)}</td>
                <td class="number quiet">{part.hidden ? '' : percent(part.seconds / total())}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={idle().length > 0}>
        <p class="quiet small">No time: {listed(idle())}.</p>
      </Show>
      <Show when={props.leftOut.length > 0}>
        <p class="left-out small">Left out by choice: {listed(props.leftOut).toLowerCase()}.</p>
      </Show>
    </section>
  )
}
