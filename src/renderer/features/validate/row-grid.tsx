import { createVirtualizer, defaultRangeExtractor } from '@tanstack/solid-virtual'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { createEffect, createUniqueId, For, on, Show, type JSX } from 'solid-js'
import { duration } from '../../../shared/report/format.ts'
import type { OrderColumn, Validate } from './create-validate.ts'
import { signedPercentText } from './percent-text.ts'

/** Facts of a row that have a column; the others are in the inspector. */
const FACT_COLUMNS = {
  decode: ['Model', 'Accelerator', 'Layout', 'Batch', 'Engine'],
  allReduce: ['Message', 'Ranks', 'Accelerator', 'Implementation'],
} as const

const FIGURE_COLUMNS: readonly { readonly id: OrderColumn; readonly label: string }[] = [
  { id: 'measuredSeconds', label: 'Measured' },
  { id: 'predictedSeconds', label: 'Predicted' },
  { id: 'error', label: 'Error' },
]

/** Pixels of a row, as in validate.css. */
const ROW_HEIGHT = 28
const HEADER_HEIGHT = 32
/** An error above this is told by colour too. */
const LARGE_ERROR = 0.2

/** Every row that the filters leave. Only those in view are in the page; arrow keys move the selection. */
export function RowGrid(props: { readonly validate: Validate }): JSX.Element {
  const { validate } = props
  let grid!: HTMLDivElement
  const id = createUniqueId()
  const factColumns = () => FACT_COLUMNS[validate.what()]
  const place = () => validate.listed().findIndex(({ index }) => index === validate.selected())

  const rows = createVirtualizer({
    get count() {
      return validate.listed().length
    },
    getScrollElement: () => grid,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // What is under the header is out of view.
    scrollPaddingStart: HEADER_HEIGHT,
    // The selected row stays in the page: the grid names it as its active one.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(place() < 0 ? [] : [place()])])],
  })
  createEffect(on([validate.what, validate.order, validate.filters], () => rows.scrollToOffset(0), { defer: true }))
  createEffect(
    on(place, (at) => {
      if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
    }),
  )

  const moveTo = (at: number) => {
    const last = validate.listed().length - 1
    const one = validate.listed()[Math.max(0, Math.min(last, at))]
    if (one !== undefined) validate.select(one.index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid) return
    const page = Math.max(1, Math.floor((grid.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    moveTo(place() < 0 && Number.isFinite(step) ? 0 : place() + step)
  }

  return (
    <div
      ref={grid}
      class="row-grid"
      data-kind={validate.what()}
      role="grid"
      tabindex="0"
      aria-label="Measurements"
      aria-rowcount={validate.listed().length + 1}
      aria-activedescendant={place() < 0 ? undefined : `${id}-${validate.selected()}`}
      onKeyDown={onKeyDown}
    >
      <div class="grid-row grid-head" role="row" aria-rowindex="1">
        <For each={factColumns()}>
          {(title) => (
            <span role="columnheader" classList={{ number: isNumber(title) }}>
              {title}
            </span>
          )}
        </For>
        <For each={FIGURE_COLUMNS}>
          {(column) => {
            const sorted = () => validate.order().column === column.id
            const descending = () => validate.order().descending
            return (
              <span
                role="columnheader"
                class="number"
                aria-sort={sorted() ? (descending() ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" class="sort-button" onClick={() => validate.orderBy(column.id)}>
                  <Show when={sorted()}>
                    {descending() ? (
                      <ArrowDown size={12} aria-hidden="true" />
                    ) : (
                      <ArrowUp size={12} aria-hidden="true" />
                    )}
                  </Show>
                  {column.label}
                </button>
              </span>
            )
          }}
        </For>
      </div>
      <div class="grid-body" role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
        <For each={rows.getVirtualItems()}>
          {(item) => (
            <Show when={validate.listed()[item.index]}>
              {(one) => (
                <div
                  id={`${id}-${one().index}`}
                  class="grid-row"
                  classList={{ selected: one().index === validate.selected() }}
                  role="row"
                  aria-rowindex={item.index + 2}
                  aria-selected={one().index === validate.selected()}
                  style={{ transform: `translateY(${item.start}px)` }}
                  onClick={() => validate.select(one().index)}
                >
                  <For each={factColumns()}>
                    {(title) => (
                      <span
                        role="gridcell"
                        classList={{ number: isNumber(title) }}
                        title={one().row.facts[title] ?? ''}
                      >
                        {one().row.facts[title]}
                      </span>
                    )}
                  </For>
                  <span role="gridcell" class="number">
                    {duration(one().row.measuredSeconds)}
                  </span>
                  <span role="gridcell" class="number">
                    {duration(one().row.predictedSeconds)}
                  </span>
                  <span
                    role="gridcell"
                    class="number strong"
                    classList={{ worse: Math.abs(one().row.error) > LARGE_ERROR }}
                  >
                    {signedPercentText(one().row.error)}
                  </span>
                </div>
              )}
            </Show>
          )}
        </For>
      </div>
    </div>
  )
}

const isNumber = (title: string): boolean => ['Batch', 'Ranks', 'Message'].includes(title)
