import { AlertDialog } from '@kobalte/core/alert-dialog'
import type { JSX } from 'solid-js'

/** Asks before what cannot be undone. */
export function ConfirmDialog(props: {
  readonly title: string
  readonly says: string
  /** What the button that goes on says. */
  readonly action: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}): JSX.Element {
  return (
    <AlertDialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Overlay class="dialog-overlay" />
        <AlertDialog.Content class="dialog narrow">
          <header class="dialog-head">
            <AlertDialog.Title class="dialog-title">{props.title}</AlertDialog.Title>
          </header>
          <AlertDialog.Description class="dialog-says">{props.says}</AlertDialog.Description>
          <footer class="dialog-foot">
            <AlertDialog.CloseButton class="button" aria-label="Cancel">
              Cancel
            </AlertDialog.CloseButton>
            <button
              type="button"
              class="button primary"
              onClick={() => {
                props.onConfirm()
                props.onClose()
              }}
            >
              {props.action}
            </button>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog>
  )
}
