import { Toast, toaster } from '@kobalte/core/toast'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import { Portal } from 'solid-js/web'

/** Says something in a corner for a while; with an Undo button where what was done can be undone. */
export function notify(message: string, undo?: () => void): void {
  toaster.show((props) => (
    <Toast as="div" toastId={props.toastId} class="notice" duration={undo === undefined ? 8000 : 12_000}>
      <Toast.Description class="notice-text">{message}</Toast.Description>
      <Show when={undo}>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            undo?.()
            toaster.dismiss(props.toastId)
          }}
        >
          Undo
        </button>
      </Show>
      <Toast.CloseButton class="icon-button" aria-label="Dismiss">
        <X size={14} aria-hidden="true" />
      </Toast.CloseButton>
    </Toast>
  ))
}

/** Where notices appear; once per window. */
export function Notices(): JSX.Element {
  return (
    <Portal>
      <Toast.Region aria-label="Notices ({hotkey})">
        <Toast.List as="div" class="notices" />
      </Toast.Region>
    </Portal>
  )
}
