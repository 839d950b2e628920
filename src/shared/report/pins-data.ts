import type { AnyTermId } from '../search/binding.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import type { PointError } from './error-class-at.ts'
import { layoutName } from './layout-name.ts'
import { memoryParts } from './memory-parts.ts'
import { tokenTimeParts } from './point-comparison.ts'
import { changeColumn, countColumn, numberColumn, textColumn, type TableData, type TableNote } from './table-data.ts'

/** A pinned point, as it stands in the table of pins. */
export interface PinRow {
  /** The pin's letter. */
  readonly pin: string
  readonly series: string
  readonly result: FrontierResult
  readonly index: number
  readonly error: PointError
}

/** The pinned points, one a row, with their changes against the first; where time and memory go as columns. */
export function pinsData(subject: string, pins: readonly PinRow[], notes: readonly TableNote[]): TableData {
  const times = pins.map(({ result, index }) => tokenTimeParts(result.points, index))
  const memories = pins.map(({ result, index }) => memoryParts(result, index))
  const timeLabels = new Map<AnyTermId, string>(times.flat().map(({ id, label }) => [id, label]))
  const memoryLabels = new Map(memories.flat().map(({ id, label }) => [id, label]))
  const against = (column: 'tokensPerSecond' | 'usdPerMillionTokens', at: number) => {
    const value = (pin: PinRow) => pin.result.points[column][pin.index]!
    return at === 0 ? null : value(pins[at]!) / value(pins[0]!) - 1
  }
  return {
    subject,
    title: 'Pinned points',
    columns: [
      textColumn('pin'),
      textColumn('series'),
      numberColumn('speed', 'tokens/s per user'),
      changeColumn('speed against the first'),
      numberColumn('cost', 'USD per million tokens'),
      changeColumn('cost against the first'),
      countColumn('GPUs'),
      countColumn('batch', 'sequences'),
      textColumn('layout'),
      numberColumn('time per token', 's'),
      ...[...timeLabels.values()].map((label) => numberColumn(`time per token, ${label.toLowerCase()}`, 's')),
      ...[...memoryLabels.values()].map((label) => countColumn(`memory, ${label.toLowerCase()}`, 'bytes per GPU')),
      textColumn('how sure'),
      textColumn('because'),
    ],
    rows: pins.map((pin, at) => {
      const { result, index, error } = pin
      const { points } = result
      return [
        pin.pin,
        pin.series,
        points.tokensPerSecond[index]!,
        against('tokensPerSecond', at),
        points.usdPerMillionTokens[index]!,
        against('usdPerMillionTokens', at),
        points.gpus[index]!,
        points.batch[index]!,
        layoutName(points, index),
        points.latencySeconds[index]!,
        ...[...timeLabels.keys()].map((id) => times[at]!.find((part) => part.id === id)?.seconds ?? null),
        ...[...memoryLabels.keys()].map((id) => memories[at]!.find((part) => part.id === id)?.bytes ?? null),
        error.short,
        [error.because, ...error.notes].join('; '),
      ]
    }),
    notes,
  }
}
