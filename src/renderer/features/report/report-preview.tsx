import { createSignal, For, onCleanup, Show, untrack, type JSX } from 'solid-js'
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
  const address = (url: string) => untrack(() => `${url}${report.lookingAt() === null ? '' : `#${report.lookingAt()}`}`)
  /** The one that is shown, and one that is on its way. */
  const frames = () => [...new Set([shown(), report.preview()])].filter((url) => url !== null)

  return (
    <section
      class="report-preview"
      aria-label="Preview"
      ref={(box) => {
        const watch = new ResizeObserver(() => setWidth(box.clientWidth))
        watch.observe(box)
        onCleanup(() => watch.disconnect())
      }}
    >
      <Show when={report.previewProblem()}>{(problem) => <p class="report-wait">{problem()}</p>}</Show>
      <Show when={report.previewProblem() === null && shown() === null}>
        <p class="report-wait">Making the report</p>
      </Show>
      <For each={frames()}>
        {(url) => (
          <iframe
            class="report-frame"
            classList={{ waiting: url !== shown() || report.previewProblem() !== null }}
            title={url === shown() ? 'Preview of the report' : 'Next preview of the report'}
            aria-hidden={url !== shown()}
            tabindex={url === shown() ? 0 : -1}
            sandbox=""
            src={address(url)}
            style={{ width: `${100 / scale()}%`, height: `${100 / scale()}%`, transform: `scale(${scale()})` }}
            onLoad={() => url === report.preview() && setShown(url)}
          />
        )}
      </For>
    </section>
  )
}
