import { Dialog } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'

/** A dialog over the window, with its title and a button that closes it; Escape and a click beside it do too. */
export function DialogFrame(props: {
  readonly title: string
  readonly class?: string
  /** A question: an answer is asked for, so that there is no button but its answers. */
  readonly asks?: boolean
  readonly onClose: () => void
  /** Gets the dialog's element, for lists that open inside it. */
  readonly ref?: (element: HTMLElement) => void
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay class="dialog-overlay" />
        <Dialog.Content
          class={`dialog ${props.class ?? ''}`}
          role={props.asks === true ? 'alertdialog' : 'dialog'}
          ref={(element: HTMLElement) => props.ref?.(element)}
        >
          <header class="dialog-head">
            <Dialog.Title class="dialog-title">{props.title}</Dialog.Title>
            <Show when={props.asks !== true}>
              <Dialog.CloseButton class="icon-button" aria-label="Close">
                <X size={15} aria-hidden="true" />
              </Dialog.CloseButton>
            </Show>
          </header>
          {props.children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}
