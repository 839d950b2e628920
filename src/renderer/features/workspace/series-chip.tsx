import Ellipsis from 'lucide-solid/icons/ellipsis'
import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import StickyNote from 'lucide-solid/icons/sticky-note'
import { createSignal, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import { makeSortable } from '../../ui/make-sortable.ts'
import { Menu } from '../../ui/menu.tsx'
import type { KeyedSeries } from './create-document.ts'
import type { Workspace } from './create-workspace.ts'

/** One series in the bar: chosen by a click, moved by dragging or Alt and an arrow key, hidden by its eye. */
export function SeriesChip(props: {
  readonly workspace: Workspace
  readonly one: KeyedSeries
  readonly at: number
  readonly accelerator: string
  readonly palette: Palette
  readonly onMove: (key: string, to: number) => void
  readonly onVary: () => void
}): JSX.Element {
  const { document, frontiers, ...workspace } = props.workspace
  const [hover, setHover] = createSignal<'before' | 'after' | null>(null)
  const [dragging, setDragging] = createSignal(false)
  const { key } = props.one
  const series = () => props.one.series
  const selected = () => key === workspace.selectedKey()
  const shownCount = () => document.keyed().filter((one) => !one.series.hidden).length
  const isLastShown = () => !series().hidden && shownCount() === 1
  let item!: HTMLLIElement

  onMount(() => {
    onCleanup(
      makeSortable({
        element: item,
        key,
        onHover: setHover,
        onDragging: setDragging,
        onDrop(dragged, side) {
          const from = document.keyed().findIndex((one) => one.key === dragged)
          const to = props.at + (side === 'after' ? 1 : 0)
          props.onMove(dragged, from < to ? to - 1 : to)
        },
      }),
    )
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    props.onMove(key, props.at + (event.key === 'ArrowRight' ? 1 : -1))
  }

  return (
    <li
      ref={item}
      class="chip"
      classList={{ selected: selected(), hidden: series().hidden, dragging: dragging() }}
      data-drop={hover()}
    >
      <button
        type="button"
        class="chip-main"
        aria-pressed={selected()}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
        title={`Edit ${series().name}${series().notes === '' ? '' : `\n${series().notes}`}`}
        onClick={() => workspace.select(key, true)}
        onKeyDown={onKeyDown}
      >
        <LineSwatch style={seriesStyle(props.palette, props.at, series())} />
        <span class="chip-name">{series().name}</span>
        <span class="chip-note">
          {props.accelerator}
          {key === document.baselineKey() ? ' · baseline' : ''}
          {series().hidden ? ' · hidden' : ''}
        </span>
        <Show when={series().notes !== ''}>
          <StickyNote class="chip-icon" size={12} aria-label="has notes" />
        </Show>
        <Show when={frontiers.stateOf(key)?.status === 'failed'}>
          <span class="chip-problem">needs attention</span>
        </Show>
      </button>
      <Show when={!isLastShown()}>
        <IconButton
          label={`${series().hidden ? 'Show' : 'Hide'} ${series().name}`}
          onClick={() => document.toggleHidden(key)}
        >
          {series().hidden ? <EyeOff size={14} aria-hidden="true" /> : <Eye size={14} aria-hidden="true" />}
        </IconButton>
      </Show>
      <Menu
        label={`Commands for ${series().name}`}
        items={[
          { label: 'Edit inputs', onSelect: () => workspace.select(key, true) },
          { label: 'Duplicate', onSelect: () => workspace.duplicate(key) },
          { label: 'Vary one input…', onSelect: props.onVary },
          {
            label: 'Make it the baseline',
            disabled: key === document.baselineKey(),
            onSelect: () => document.makeBaseline(key),
          },
          {
            label: series().hidden ? 'Show' : 'Hide',
            disabled: isLastShown(),
            onSelect: () => document.toggleHidden(key),
          },
          isLastShown() && document.keyed().length > 1
            ? { label: 'Show all series', onSelect: () => document.showAll() }
            : { label: 'Show only this', disabled: isLastShown(), onSelect: () => document.solo(key) },
          {
            label: 'Remove',
            disabled: document.keyed().length === 1 || isLastShown(),
            onSelect: () => workspace.remove(key),
          },
        ]}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </Menu>
    </li>
  )
}
