import { Show, type JSX } from 'solid-js'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import { markerStyle } from '../../shared/report/markers.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import { LineSwatch } from '../ui/line-swatch.tsx'
import { MarkerSwatch } from '../ui/marker-swatch.tsx'

/** What a curve looks like in its chart: a piece of its line, or its marker. */
export function CurveSwatch(props: {
  readonly curve: Pick<Curve, 'styleIndex' | 'look' | 'drawn'>
  readonly palette: Palette
}): JSX.Element {
  return (
    <Show
      when={props.curve.drawn === 'points'}
      fallback={<LineSwatch style={seriesStyle(props.palette, props.curve.styleIndex, props.curve.look)} />}
    >
      <MarkerSwatch style={markerStyle(props.palette, props.curve.styleIndex)} />
    </Show>
  )
}
