import * as v from 'valibot'
import { between } from '../catalog/quantity.ts'

/** Colours a series can be given by name; the palette has each for light, dark and print. */
export const SERIES_COLOURS = ['blue', 'orange', 'green', 'pink', 'grey', 'gold'] as const

/** Line styles a series can be given by name. */
export const LINE_STYLES = ['solid', 'long', 'dashed', 'dotted', 'dash-dot', 'dash-dot-dot'] as const

export type SeriesColour = (typeof SERIES_COLOURS)[number]
export type LineStyle = (typeof LINE_STYLES)[number]

const oneOf = <const T extends readonly string[]>(names: T) =>
  v.optional(v.nullable(v.picklist(names, `${names.map((name) => `"${name}"`).join(', ')} or null`)), null)

/** What is said of a series and how it is drawn; nothing of it is computed with. */
export const presentationFields = {
  notes: v.optional(v.pipe(v.string('a text'), v.maxLength(10_000, 'a text of at most 10,000 characters')), ''),
  /** Hidden series are neither drawn nor read. */
  hidden: v.optional(v.boolean('true or false'), false),
  /** null: by the place of the series. */
  colour: oneOf(SERIES_COLOURS),
  dash: oneOf(LINE_STYLES),
} as const

const above0 = v.pipe(v.number('a number above 0'), v.gtValue(0, 'a number above 0'), v.finite('a finite number'))
const atMost12 = (what: string) => v.pipe(v.array(above0, `a list of ${what}`), v.maxLength(12, `at most 12 ${what}`))

/** Weight of speed in the preferred point unless a comparison says otherwise: `speed³/cost` (model-spec A6). */
export const USUAL_SPEED_WEIGHT = 3

/** Columns of the readings table besides those at speeds and costs; "setup": GPUs and batch behind each figure. */
export const READINGS_COLUMNS = ['fastest', 'preferred', 'cheapest', 'sure', 'setup'] as const
export type ReadingsColumnId = (typeof READINGS_COLUMNS)[number]

/** What the readings table reads off the frontiers. */
export const readingsSchema = v.strictObject({
  /** The preferred point has the greatest speed^speedWeight/cost. */
  speedWeight: v.optional(between(0, 20), USUAL_SPEED_WEIGHT),
  /** Tokens per second at which costs are read; empty: round speeds that most series reach. */
  speeds: v.optional(atMost12('speeds'), []),
  /** USD per million tokens at which speeds are read. */
  costs: v.optional(atMost12('costs'), []),
  columns: v.optional(
    v.array(v.picklist(READINGS_COLUMNS, READINGS_COLUMNS.map((name) => `"${name}"`).join(', ')), 'a list of columns'),
    [...READINGS_COLUMNS],
  ),
})

export type ReadingsSettings = v.InferOutput<typeof readingsSchema>

export const USUAL_READINGS: ReadingsSettings = {
  speedWeight: USUAL_SPEED_WEIGHT,
  speeds: [],
  costs: [],
  columns: [...READINGS_COLUMNS],
}
