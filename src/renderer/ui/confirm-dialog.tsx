// Not @kobalte/core/alert-dialog: loading it changes the parts of Dialog itself, so that every dialog becomes an alert.
import { Dialog } from '@kobalte/core/dialog'
import type { JSX } from 'solid-js'
import { DialogFrame } from './dialog-frame.tsx'

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
    <DialogFrame title={props.title} class="narrow" asks onClose={() => props.onClose()}>
      <Dialog.Description class="dialog-says">{props.says}</Dialog.Description>
      <footer class="dialog-foot">
        <Dialog.CloseButton class="button" aria-label="Cancel">
          Cancel
        </Dialog.CloseButton>
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
    </DialogFrame>
  )
}
