import { Dialog } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { createSignal, Show, type JSX } from 'solid-js'
import { PageFields } from './page-fields.tsx'
import { ReportPreview } from './report-preview.tsx'
import { SectionList } from './section-list.tsx'
import { TemplateFields } from './template-fields.tsx'
import type { ReportState } from './create-report.ts'

/** What the PDF report is to be, beside what it looks like. */
export function ReportDialog(props: { readonly report: ReportState }): JSX.Element {
  const [dialog, setDialog] = createSignal<HTMLElement>()
  const { report } = props
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && report.progress() === null) report.close()
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay class="dialog-overlay" />
        <Dialog.Content class="dialog report-dialog" ref={setDialog}>
          <header class="dialog-head">
            <Dialog.Title class="dialog-title">PDF report</Dialog.Title>
            <Dialog.CloseButton class="icon-button" aria-label="Close" disabled={report.progress() !== null}>
              <X size={15} aria-hidden="true" />
            </Dialog.CloseButton>
          </header>
          <div class="report-body">
            <div class="report-settings" inert={report.progress() !== null}>
              <TemplateFields templates={report.templates} mount={dialog()} />
              <PageFields report={report} />
              <SectionList report={report} />
            </div>
            <ReportPreview report={report} />
          </div>
          <footer class="dialog-foot">
            <Show
              when={report.progress() !== null}
              fallback={
                <>
                  <p class="report-foot-note">The scenario travels inside the PDF as an attachment.</p>
                  <button type="button" class="button" onClick={() => report.close()}>
                    Close
                  </button>
                  <button type="button" class="button primary" onClick={() => report.write()}>
                    Save PDF…
                  </button>
                </>
              }
            >
              <progress class="report-progress" max="1" value={report.progress() ?? 0} aria-label="Writing the PDF" />
              <span class="quiet small">{Math.round(100 * (report.progress() ?? 0))} %</span>
              <button type="button" class="button" onClick={() => report.cancel()}>
                Cancel
              </button>
            </Show>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}
