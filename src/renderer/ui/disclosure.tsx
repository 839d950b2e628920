import { Collapsible } from '@kobalte/core/collapsible'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { Show, type JSX } from 'solid-js'

/** Content that opens below its title; closed at first. */
export function Disclosure(props: {
  readonly title: string
  /** What of the content is worth knowing while it is closed. */
  readonly note?: string | undefined
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <Collapsible class="disclosure">
      <Collapsible.Trigger class="disclosure-trigger">
        <ChevronRight class="disclosure-icon" size={14} aria-hidden="true" />
        <span>{props.title}</span>
        <Show when={props.note}>
          <span class="disclosure-note">{props.note}</span>
        </Show>
      </Collapsible.Trigger>
      <Collapsible.Content class="disclosure-content">{props.children}</Collapsible.Content>
    </Collapsible>
  )
}
