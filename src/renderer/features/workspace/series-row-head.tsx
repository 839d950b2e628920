import type { JSX } from 'solid-js'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import type { KeyedSeries } from './create-document.ts'
import type { Workspace } from './create-workspace.ts'

/** The head of a series' row: its line and its name. */
export function SeriesRowHead(props: {
  readonly workspace: Workspace
  readonly one: KeyedSeries
  readonly palette: Palette
}): JSX.Element {
  const place = () => props.workspace.document.keyed().indexOf(props.one)
  return (
    <th scope="row">
      <LineSwatch style={seriesStyle(props.palette, place(), props.one.series)} /> {props.one.series.name}
    </th>
  )
}
