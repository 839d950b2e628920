import type { Scenario } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import type { BandResult } from '../search/ranges/band.ts'
import { isObservationOf } from '../observed/nearest-prediction.ts'
import { frontierBounds } from './chart-bounds.ts'
import { picturePanel, type ChartPicture, type PicturePanel } from './chart-picture.ts'
import { frontierCurve } from './frontier-curves.ts'
import { metricOf, speedAxisOf, USUAL_PUE } from './metrics.ts'
import { observedMarks } from './observed-marks.ts'
import type { TableNote } from './table-data.ts'

/** Cost over speed, as a window opens on a comparison. */
const SHOWS = { of: 'frontiers', metric: 'cost', speedAxis: 'tokens-per-second', pue: USUAL_PUE } as const

/** A picture with a name that is fit for a file. */
export interface NamedPicture {
  readonly name: string
  readonly picture: ChartPicture
}

/** The charts of a comparison whose series are all shown: the overlay, all side by side on the same axes, each by itself. */
export function scenarioPictures(
  scenario: Scenario,
  results: readonly FrontierResult[],
  notes: readonly TableNote[],
  bands: readonly (BandResult | null)[] = [],
): NamedPicture[] {
  const [x, y] = [speedAxisOf(SHOWS.speedAxis), metricOf(SHOWS.metric)]
  const curves = scenario.series.map((look, styleIndex) =>
    frontierCurve(
      { name: look.name, styleIndex, look, result: results[styleIndex]!, band: bands[styleIndex] ?? null },
      y,
      x,
      SHOWS.pue,
      scenario.readings.speedWeight,
    ),
  )
  const marks = scenario.observed.flatMap((set, at) => (set.hidden ? [] : [observedMarks(set, at, y, x)]))
  const everywhere = (at: number) => !scenario.series.some((one) => isObservationOf(marks[at]!.set, one))
  const observedOf = (places: readonly number[]) =>
    marks.filter(
      ({ set }, at) => everywhere(at) || places.some((place) => isObservationOf(set, scenario.series[place]!)),
    )
  const all = curves.map((_, place) => place)
  const boundsOf = (places: readonly number[]) =>
    frontierBounds([...places.map((place) => curves[place]!), ...observedOf(places)], x, 'log', 'log')
  const panel = (name: string | null, places: readonly number[], bounds = boundsOf(places)): PicturePanel =>
    picturePanel({
      name,
      bounds,
      curves: places.map((place) => curves[place]!),
      observed: observedOf(places),
      binding: null,
      without: places.length === 1 ? results[places[0]!]!.nothingFits : null,
    })
  const picture = (name: string, panels: readonly PicturePanel[]): NamedPicture => ({
    name,
    picture: { subject: scenario.name, theme: 'light', shows: SHOWS, xScale: 'log', yScale: 'log', panels, notes },
  })
  const bounds = boundsOf(all)
  return [
    picture('overlay', [panel(null, all)]),
    ...(all.length < 2
      ? []
      : [
          picture(
            'side-by-side',
            all.map((place) => panel(scenario.series[place]!.name, [place], bounds)),
          ),
        ]),
    ...all.map((place) => picture(`series-${place + 1}`, [panel(scenario.series[place]!.name, [place])])),
  ]
}
