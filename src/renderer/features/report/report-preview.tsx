import { createEffect, createSignal, Show, type JSX } from 'solid-js'
import { sheetOf } from '../../../shared/report/paper.ts'
import type { ReportState } from './create-report.ts'

/** CSS pixels of the grey around a sheet. */
const AROUND = 40
const PIXELS_PER_MM = 96 / 25.4

/**
 * The report as it will be printed, on one long sheet, in a frame that runs nothing. A new one is shown once it is there,
 * so that nothing flickers while a person types.
 */
export function ReportPreview(props: { readonly report: ReportState }): JSX.Element {
  const { report } = props
  const [shown, setShown] = createSignal<string | null>(null)
  const [width, setWidth] = createSignal(600)
  const scale = () => Math.min(1, width() / (sheetOf(report.settings()).widthMm * PIXELS_PER_MM + AROUND))
  const address = (url: string) => `${url}${report.lookingAt() === null ? '' : `#${report.lookingAt()}`}`
  createEffect(() => setShown((before) => (report.preview() === null ? null : (before ?? report.preview()))))

  const Frame = (frame: { readonly url: string; readonly hidden: boolean }) => (
    <iframe
      class="report-frame"
      classList={{ waiting: frame.hidden }}
      title={frame.hidden ? 'Next preview of the report' : 'Preview of the report'}
      aria-hidden={frame.hidden}
      tabindex={frame.hidden ? -1 : 0}
      sandbox=""
      src={address(frame.url)}
      style={{ width: `${100 / scale()}%`, height: `${100 / scale()}%`, transform: `scale(${scale()})` }}
      onLoad={() => setShown(frame.url)}
    />
  )
  return (
    <section
      class="report-preview"
      aria-label="Preview"
      ref={(box) => {
        const watch = new ResizeObserver(() => setWidth(box.clientWidth))
        watch.observe(box)
      }}
    >
      <Show when={report.previewProblem() === null} fallback={<p class="report-wait">{report.previewProblem()}</p>}>
        <Show when={shown()} keyed fallback={<p class="report-wait">Making the report</p>}>
          {(url) => <Frame url={url} hidden={false} />}
        </Show>
        <Show when={report.preview() !== shown() && shown() !== null && report.preview()} keyed>
          {(url) => <Frame url={url} hidden />}
        </Show>
      </Show>
    </section>
  )
}
