import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { For, type JSX } from 'solid-js'

export interface MenuItem {
  readonly label: string
  readonly onSelect: () => void
  readonly disabled?: boolean
  /** The one of the items that holds now. */
  readonly current?: boolean
}

/** A button that opens a list of commands. */
export function Menu(props: {
  readonly label: string
  readonly class?: string
  readonly items: readonly MenuItem[]
  /** Where the list opens: inside a dialog, which hides the rest of the page from screen readers. */
  readonly mount?: Node | undefined
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger class={props.class ?? 'icon-button'} aria-label={props.label} title={props.label}>
        {props.children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal {...(props.mount === undefined ? {} : { mount: props.mount })}>
        <DropdownMenu.Content class="menu">
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                class="menu-item"
                disabled={item.disabled ?? false}
                aria-current={item.current === true ? 'step' : undefined}
                onSelect={item.onSelect}
              >
                {item.label}
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
