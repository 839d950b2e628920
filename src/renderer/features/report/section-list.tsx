import GripVertical from 'lucide-solid/icons/grip-vertical'
import MoveDown from 'lucide-solid/icons/arrow-down'
import MoveUp from 'lucide-solid/icons/arrow-up'
import TextCursorInput from 'lucide-solid/icons/text-cursor-input'
import { createSignal, For, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { REPORT_SECTIONS, type ReportSectionId } from '../../../shared/report/report-sections.ts'
import { Check } from '../../ui/check.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { makeSortable } from '../../ui/make-sortable.ts'
import { TextArea } from '../../ui/text-area.tsx'
import type { ReportState } from './create-report.ts'

/** The sections in their order: shown or not, moved by dragging, by Alt with an arrow key or by buttons, with a text of one's own. */
export function SectionList(props: { readonly report: ReportState }): JSX.Element {
  const { settings } = props.report
  const ids = () => settings().sections.map(({ id }) => id)
  return (
    <section class="report-fields" aria-label="Sections">
      <h3 class="section-label">Sections</h3>
      <ul class="report-sections" aria-label="Sections of the report">
        <For each={ids()}>{(id, at) => <SectionRow report={props.report} id={id} at={at()} />}</For>
      </ul>
    </section>
  )
}

function SectionRow(props: {
  readonly report: ReportState
  readonly id: ReportSectionId
  readonly at: number
}): JSX.Element {
  const { settings, setSection, moveSection } = props.report
  const { id } = props
  const { title, says } = REPORT_SECTIONS[id]
  const [hover, setHover] = createSignal<'before' | 'after' | null>(null)
  const [dragging, setDragging] = createSignal(false)
  const section = () => settings().sections.find((one) => one.id === id)!
  const [writing, setWriting] = createSignal(section().text !== '')
  let item!: HTMLLIElement

  onMount(() => {
    onCleanup(
      makeSortable({
        element: item,
        key: id,
        runs: 'down',
        onHover: setHover,
        onDragging: setDragging,
        onDrop(dragged, side) {
          const from = settings().sections.findIndex((one) => one.id === dragged)
          const to = props.at + (side === 'after' ? 1 : 0)
          moveSection(dragged as ReportSectionId, from < to ? to - 1 : to)
        },
      }),
    )
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const focused = document.activeElement
    moveSection(id, props.at + (event.key === 'ArrowDown' ? 1 : -1))
    if (focused instanceof HTMLElement) focused.focus()
  }
  return (
    <li
      ref={item}
      class="report-section"
      classList={{ dragging: dragging() }}
      data-drop={hover()}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onKeyDown={onKeyDown}
    >
      <div class="report-section-head" title={says}>
        <GripVertical class="report-grip" size={13} aria-hidden="true" />
        <Check label={title} checked={section().shown} onChange={(shown) => setSection(id, { shown })} />
        <IconButton label={`Text before ${title}`} onClick={() => setWriting(!writing())}>
          <TextCursorInput size={13} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Move ${title} up`} onClick={() => moveSection(id, props.at - 1)}>
          <MoveUp size={13} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Move ${title} down`} onClick={() => moveSection(id, props.at + 1)}>
          <MoveDown size={13} aria-hidden="true" />
        </IconButton>
      </div>
      <Show when={writing()}>
        <TextArea
          label={`Own text before ${title}`}
          value={section().text}
          placeholder="Stands before what the section holds."
          most={10_000}
          onChange={(text) => setSection(id, { text })}
        />
      </Show>
    </li>
  )
}
