import ZoomOut from 'lucide-solid/icons/zoom-out'
import ZoomIn from 'lucide-solid/icons/zoom-in'
import { Show, type JSX } from 'solid-js'
import { lookNearer } from '../../charts/look.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Plot } from './create-plot.ts'

const STEP = 1.5

/** Nearer, further, and all there is; the wheel and keys do the same on the chart. */
export function ZoomButtons(props: { readonly plot: Plot }): JSX.Element {
  const zoom = (factor: number) =>
    props.plot.look(
      lookNearer({ axes: props.plot.axes(), limits: props.plot.limits() }, factor, { across: 0.5, up: 0.5 }),
    )
  return (
    <div class="zoom-buttons" role="group" aria-label="Zoom">
      <Show when={props.plot.zoomed()}>
        <button
          type="button"
          class="text-button"
          title="Show all (0 on the chart)"
          onClick={() => props.plot.look(null)}
        >
          Reset zoom
        </button>
      </Show>
      <IconButton label="Zoom out (wheel, or − on the chart)" onClick={() => zoom(1 / STEP)}>
        <ZoomOut size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label="Zoom in (wheel, + or Shift and drag on the chart)" onClick={() => zoom(STEP)}>
        <ZoomIn size={15} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
