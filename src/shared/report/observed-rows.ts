import { nearestPrediction, type NearestPrediction, type PredictedSeries } from '../observed/nearest-prediction.ts'
import { observedCost, type ObservedPoint, type ObservedSet } from '../observed/observed-set.ts'
import { changeColumn, numberColumn, textColumn, type TableData, type TableNote } from './table-data.ts'

/** An observed point beside the nearest prediction. */
export interface ObservedRow {
  readonly set: ObservedSet
  /** Place of the set in the comparison: its marker. */
  readonly markerIndex: number
  readonly point: ObservedPoint
  /** USD per million tokens; null where neither cost nor price is known. */
  readonly cost: number | null
  readonly nearest: NearestPrediction | null
  /** The series that predicts it; null where none does. */
  readonly predictedBy: string | null
}

/** The points of all sets that are shown, fastest first within a set. */
export const observedRows = (
  sets: readonly ObservedSet[],
  series: readonly (PredictedSeries & { readonly name: string })[],
): ObservedRow[] =>
  sets.flatMap((set, markerIndex) =>
    set.hidden
      ? []
      : set.points
          .toSorted((a, b) => b.tokensPerSecond - a.tokensPerSecond)
          .map((point) => {
            const nearest = nearestPrediction(set, point, series)
            return {
              set,
              markerIndex,
              point,
              cost: observedCost(set, point),
              nearest,
              predictedBy: nearest === null ? null : series[nearest.at]!.name,
            }
          }),
  )

/** The same rows as data. */
export const observedData = (
  subject: string,
  rows: readonly ObservedRow[],
  notes: readonly TableNote[],
): TableData => ({
  subject,
  title: 'Observed points',
  columns: [
    textColumn('observed'),
    numberColumn('speed', 'tokens/s per user'),
    numberColumn('cost', 'USD per million tokens'),
    textColumn('nearest prediction'),
    numberColumn('its cost at this speed', 'USD per million tokens'),
    changeColumn('its cost against the observed'),
    numberColumn('its speed at this cost', 'tokens/s per user'),
    changeColumn('its speed against the observed'),
    textColumn('set'),
    textColumn('source'),
    textColumn('date'),
    textColumn('note'),
  ],
  rows: rows.map(({ set, point, cost, nearest, predictedBy }) => [
    point.name,
    point.tokensPerSecond,
    cost,
    predictedBy,
    nearest?.usdPerMillionTokens ?? null,
    nearest?.costError ?? null,
    nearest?.tokensPerSecond ?? null,
    nearest?.speedError ?? null,
    set.name,
    set.source,
    set.date,
    point.note,
  ]),
  notes,
})
