import * as v from 'valibot'
import { parseInput } from '../scenario/input-error.ts'
import { acceleratorIdOf, modelIdOf } from '../validation/measured-names.ts'
import type { MeasuredDecode } from '../validation/measured-decode.ts'
import { SHIPPED_MEASUREMENTS } from '../validation/shipped-rows.ts'
import providers from './data/api-providers.json' with { type: 'json' }
import { observedSetSchema, type ObservedPoint, type ObservedSet } from './observed-set.ts'

/** Fewer points than these say little of a frontier. */
const LEAST_POINTS = 4

/** A row as a point: its throughput as measured, else what so many sequences decode in the time of a token. */
function pointOf(row: MeasuredDecode): ObservedPoint {
  const { tp, dp, ep, pp, mode, tpotMs, batchOrConcurrency, tokensPerSecondPerGpu: measured } = row
  const gpus = row.nGpus ?? tp * dp * pp
  const decoded = ((row.effectiveDecodeBatch ?? batchOrConcurrency) * 1000) / tpotMs / gpus
  // Where prompts have GPUs of their own, these are paid for as well.
  const share = mode === 'disagg' && row.nGpus != null && row.decodeGpus != null ? row.decodeGpus / row.nGpus : 1
  const layout = [`TP ${tp}`, ...(dp > 1 ? [`DP ${dp}`] : []), ...(ep > 1 ? [`EP ${ep}`] : [])].join(', ')
  return {
    name: `${layout}, batch ${batchOrConcurrency}`,
    tokensPerSecond: 1000 / tpotMs,
    usdPerMillionTokens: null,
    tokensPerSecondPerGpu: measured == null ? decoded : measured * share,
    note: measured == null ? 'throughput from the batch and the time per token' : '',
  }
}

/** Precision and hardware without their remarks: "BF16", "A100-80GB-SXM". */
const bare = (text: string): string => text.replace(/\s*\(.*\)$| weights$/, '')

const MODES: Readonly<Record<string, string>> = { disagg: ', prompts on own GPUs', 'static-batch': ', fixed batch' }

function measuredSets(rows: readonly MeasuredDecode[]): ObservedSet[] {
  const groups = new Map<string, { set: Omit<ObservedSet, 'points'>; points: ObservedPoint[]; dates: string[] }>()
  for (const row of rows) {
    const format = bare(row.precision).toUpperCase()
    const name = `${row.model} ${format} on ${bare(row.hardware)}, ${bare(row.engine)}${MODES[row.mode] ?? ''}`
    const key = `${name} ${row.source}`
    const group = groups.get(key) ?? {
      set: {
        name,
        source: row.source,
        date: '',
        model: modelIdOf(row.model),
        accelerator: acceleratorIdOf(row.hardware),
        usdPerGpuHour: null,
        hidden: false,
      },
      points: [],
      dates: [],
    }
    group.points.push(pointOf(row))
    if (row.date !== '') group.dates.push(row.date)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(({ points }) => points.length >= LEAST_POINTS)
    .map(({ set, points, dates }) => {
      const [first, last] = [dates.toSorted()[0] ?? '', dates.toSorted().at(-1) ?? '']
      return { ...set, date: first === last ? first : `${first} to ${last}`, points }
    })
}

/** The sets that come with the app: measured deployments by model, accelerator and engine, and offers of providers. */
export const SHIPPED_OBSERVED_SETS: readonly ObservedSet[] = [
  ...measuredSets(SHIPPED_MEASUREMENTS.decode ?? []),
  ...parseInput(v.array(observedSetSchema), providers),
]
