import * as v from 'valibot'
import { presentationFields } from '../scenario/presentation-fields.ts'
import type { AnyTermId } from '../search/binding.ts'
import type { AxisQuantity, AxisRange } from './axis.ts'
import type { BindingStretch } from './binding-stretches.ts'
import { DIFFERENCES, differenceOf } from './difference.ts'
import type { DrawnMarks } from './frontier-chart.ts'
import type { Curve } from './frontier-curves.ts'
import { lineAxis, lineAxisSchema } from './line-axis.ts'
import { metricAxis, metricOf, METRICS, SPEED_AXES, speedAxisOf } from './metrics.ts'
import { LIGHT } from './palette.ts'
import { tableDataSchema } from './table-data.ts'

const MOST_PANELS = 100
const place = v.pipe(v.number(), v.integer(), v.minValue(0))
const list = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item), v.maxLength(most), v.readonly())
const range = v.pipe(v.tuple([v.number(), v.number()]), v.readonly())
const values = v.custom<Float64Array>((value) => value instanceof Float64Array)
const look = v.object({ colour: presentationFields.colour, dash: presentationFields.dash })
const terms = Object.keys(LIGHT.terms) as AnyTermId[]

const curve = v.pipe(
  v.object({
    name: v.string(),
    styleIndex: place,
    look,
    x: values,
    y: values,
    drawn: v.optional(v.picklist(['line', 'points']), 'line'),
    band: v.optional(v.nullable(v.object({ x: values, low: values, high: values })), null),
    preferred: v.nullable(place),
    pins: list(v.object({ name: v.pipe(v.string(), v.maxLength(4)), index: place }), 100),
  }),
  v.check(({ x, y, preferred, pins }) => {
    const marked = [...pins.map(({ index }) => index), ...(preferred === null ? [] : [preferred])]
    return x.length === y.length && marked.every((index) => index < x.length)
  }, 'as many values along one axis as along the other, and marks among them'),
)

const panel = v.object({
  /** Above it, where there are several. */
  name: v.nullable(v.string()),
  bounds: v.object({ x: range, y: range }),
  curves: list(curve, 100),
  observed: list(v.object({ set: v.object({ name: v.string() }), markerIndex: place, x: values, y: values }), 100),
  /** What takes most of the time along one of the frontiers; null where that is not shown. */
  binding: v.nullable(
    v.object({
      name: v.string(),
      styleIndex: place,
      look,
      stretches: list(
        v.object({ parts: list(v.picklist(terms), 20), label: v.string(), from: v.number(), to: v.number() }),
        1000,
      ),
    }),
  ),
  /** In the place of a chart: why there is none. */
  without: v.nullable(v.string()),
})

const scale = v.picklist(['log', 'linear'])

/** A chart as it is seen, as data: what is drawn from it is the same in any process. */
export const chartPictureSchema = v.object({
  subject: v.string(),
  theme: v.picklist(['light', 'dark']),
  /** What the axes show. */
  shows: v.variant('of', [
    v.object({
      of: v.literal('frontiers'),
      metric: v.picklist(METRICS.map(({ id }) => id)),
      speedAxis: v.picklist(SPEED_AXES.map(({ id }) => id)),
      pue: v.number(),
    }),
    v.object({ of: v.literal('difference'), difference: v.picklist(DIFFERENCES.map(({ id }) => id)) }),
    v.object({ of: v.literal('lines'), title: v.string(), x: lineAxisSchema, y: lineAxisSchema }),
  ]),
  xScale: scale,
  yScale: scale,
  panels: v.pipe(list(panel, MOST_PANELS), v.minLength(1)),
  notes: tableDataSchema.entries.notes,
})

export type ChartPicture = v.InferOutput<typeof chartPictureSchema>
export type PicturePanel = ChartPicture['panels'][number]

/** What a picture's axes show, and its title. */
export function quantitiesOf({ shows }: Pick<ChartPicture, 'shows'>): {
  readonly title: string
  readonly x: AxisQuantity
  readonly y: AxisQuantity
} {
  if (shows.of === 'difference') return differenceOf(shows.difference)
  if (shows.of === 'lines') return { title: shows.title, x: lineAxis(shows.x), y: lineAxis(shows.y) }
  const y = metricAxis(metricOf(shows.metric), shows.pue)
  return { title: y.title, x: speedAxisOf(shows.speedAxis), y }
}

/** Lines, marks and axes of a panel, as they go into a picture. */
export interface PanelContent {
  readonly name: string | null
  readonly bounds: { readonly x: AxisRange; readonly y: AxisRange }
  readonly curves: readonly Curve[]
  readonly observed: readonly DrawnMarks[]
  readonly binding:
    | (Pick<Curve, 'name' | 'styleIndex' | 'look'> & { readonly stretches: readonly BindingStretch[] })
    | null
  readonly without?: string | null
}

const plainLook = (of: Curve['look']) => ({ colour: of?.colour ?? null, dash: of?.dash ?? null })

/** A panel with nothing in it but what is drawn. */
export const picturePanel = ({ name, bounds, curves, observed, binding, without }: PanelContent): PicturePanel => ({
  name,
  bounds,
  curves: curves.map((one) => ({
    name: one.name,
    styleIndex: one.styleIndex,
    look: plainLook(one.look),
    x: one.x,
    y: one.y,
    drawn: one.drawn ?? 'line',
    band: one.band ?? null,
    preferred: one.preferred,
    pins: one.pins.map((pin) => ({ name: pin.name, index: pin.index })),
  })),
  observed: observed.map(({ set, markerIndex, x, y }) => ({ set: { name: set.name }, markerIndex, x, y })),
  binding:
    binding === null
      ? null
      : {
          name: binding.name,
          styleIndex: binding.styleIndex,
          look: plainLook(binding.look),
          stretches: binding.stretches.map(({ parts, label, from, to }) => ({ parts, label, from, to })),
        },
  without: without ?? null,
})
