import { acceleratorName, priceNote } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { modelName, nativeBits } from '../catalog/model-entry.ts'
import type { Scenario, Series } from '../scenario/scenario.ts'
import { bindingPart } from '../search/binding.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { preferredIndex } from '../search/readings.ts'
import { grouped, signedPercent, threeSignificant, usd } from './format.ts'
import { readingsTable, roundSpeeds, type ReadingsRow, type ReadingsTable } from './readings-table.ts'

/** A report as data: what it says, before any layout. */
export interface Report {
  readonly title: string
  readonly kicker: string
  readonly summary: readonly string[]
  readonly headlines: readonly { readonly value: string; readonly says: string }[]
  readonly readings: ReadingsTable
  readonly series: readonly SeriesSection[]
  readonly assumptions: readonly string[]
  readonly notes: string
}

export interface SeriesSection {
  readonly name: string
  readonly result: FrontierResult
  readonly facts: readonly (readonly [label: string, value: string])[]
}

/** Most round speeds a page's table holds. */
const SPEEDS = 6

const bits = (chosen: number | null, native: number): string =>
  chosen === null ? `${native} bits, as the entry has it` : `${chosen} bits`

function seriesFacts(series: Series, catalog: Catalog, result: FrontierResult): SeriesSection['facts'] {
  const model = catalog.models[series.model]!
  const accelerator = catalog.accelerators[series.accelerator]!
  const native = nativeBits(model)
  const draft = series.speculative === null ? undefined : catalog.models[series.speculative.draft]
  return [
    ['Model', `${modelName(model)} (${series.model})`],
    ['Accelerator', `${acceleratorName(accelerator)} (${series.accelerator})`],
    [
      'Price',
      `${usd(result.usdPerGpuHour)} per GPU-hour (${series.usdPerGpuHour === null ? priceNote(accelerator) : 'own price'})`,
    ],
    ['Weights', bits(series.weightBits, native.weight)],
    ['Activations and KV cache', bits(series.activationBits, native.activation)],
    ['Context', `${grouped(series.contextTokens)} tokens`],
    ['Pipeline parallelism', series.pipeline ? 'on' : 'off'],
    ['Attention scale-down', series.attentionScaleDown ? 'on' : 'off'],
    [
      'Speculative decoding',
      series.speculative === null || draft === undefined
        ? 'none'
        : `${modelName(draft)} drafts up to ${series.speculative.maxDraftTokens} tokens, ${threeSignificant(100 * series.speculative.acceptance)} % accepted`,
    ],
    [
      'Demand cap',
      series.demandCapTokensPerSecond === null
        ? 'none'
        : `${grouped(series.demandCapTokensPerSecond)} tokens/s for all users together`,
    ],
    ['Search grid', `${series.grid.gpus} GPU counts x ${series.grid.batches} batches, every layout of each`],
  ]
}

/** "93 % below 16-bit", "46 % above 16-bit", "11.2 times 16-bit". */
function comparedWith(name: string, change: number): string {
  if (change > 2) return `${threeSignificant(1 + change)} times ${name}`
  const share = signedPercent(Math.abs(change)).replace('+', '')
  return change < 0 ? `${share} below ${name}` : change > 0 ? `${share} above ${name}` : `as much as ${name}`
}

function summarise(readings: ReadingsTable): string[] {
  const rows = readings.rows.filter((row): row is ReadingsRow => row !== null)
  const base = readings.rows[0]
  if (rows.length === 0) return ['No series has a setup that fits.']
  const fastest = rows.reduce((a, b) => (b.fastest.tokensPerSecond > a.fastest.tokensPerSecond ? b : a))
  const sentences = [
    `${fastest.name} is the fastest: ${threeSignificant(fastest.fastest.tokensPerSecond)} tokens per second for each user, at ${usd(fastest.fastest.usdPerMillionTokens)} per million tokens.`,
  ]
  const common = readings.speeds.findLastIndex((_, at) => rows.every((row) => row.atSpeed[at] != null))
  if (common === -1) return sentences
  const costAt = (row: ReadingsRow) => row.atSpeed[common]!
  const cheapest = rows.reduce((a, b) => (costAt(b).usdPerMillionTokens < costAt(a).usdPerMillionTokens ? b : a))
  const against = costAt(cheapest).againstBaseline
  sentences.unshift(
    `At ${readings.speeds[common]} tokens per second for each user, ${cheapest.name} is the cheapest at ${usd(costAt(cheapest).usdPerMillionTokens)} per million tokens` +
      (against === null || base == null ? '.' : `, ${comparedWith(base.name, against)}.`),
  )
  return sentences
}

function headlines(readings: ReadingsTable, series: readonly SeriesSection[]): Report['headlines'] {
  const rows = readings.rows.filter((row): row is ReadingsRow => row !== null)
  if (rows.length === 0) return []
  const fastest = rows.reduce((a, b) => (b.fastest.tokensPerSecond > a.fastest.tokensPerSecond ? b : a))
  const cheapest = rows.reduce((a, b) => (b.cheapest.usdPerMillionTokens < a.cheapest.usdPerMillionTokens ? b : a))
  const first = series.find((one) => one.result.points.tokensPerSecond.length > 0)!
  const preferred = preferredIndex(first.result.points)
  return [
    { value: `${threeSignificant(fastest.fastest.tokensPerSecond)} tok/s`, says: `fastest, ${fastest.name}` },
    { value: `${usd(cheapest.cheapest.usdPerMillionTokens)} /M`, says: `cheapest at any speed, ${cheapest.name}` },
    {
      value: `${threeSignificant(first.result.points.tokensPerSecond[preferred]!)} tok/s`,
      says: `preferred point of ${first.name}, at ${usd(first.result.points.usdPerMillionTokens[preferred]!)} /M`,
    },
    {
      value: bindingPart(first.result.points, preferred).label,
      says: `takes most of the time there`,
    },
  ]
}

/** Builds the report of a comparison; `results` in the order of the scenario's series, the first is the baseline. */
export function buildReport(scenario: Scenario, results: readonly FrontierResult[], catalog: Catalog): Report {
  const series = scenario.series.map((one, i): SeriesSection => ({
    name: one.name,
    result: results[i]!,
    facts: seriesFacts(one, catalog, results[i]!),
  }))
  const shown = series.map(({ name, result }) => ({ name, points: result.points }))
  const speeds = roundSpeeds(
    results.map((result) => result.points),
    SPEEDS,
  )
  const readings = readingsTable(shown, 0, speeds)
  return {
    title: scenario.name,
    kicker: `Serving cost and speed · comparison of ${series.length} ${series.length === 1 ? 'frontier' : 'frontiers'}`,
    summary: summarise(readings),
    headlines: headlines(readings, series),
    readings,
    series,
    assumptions: [
      'Each frontier is the least cost at each speed over GPU count, batch, tensor, pipeline and expert parallelism.',
      'Rule set: paper (“Inference economics of language models”, arXiv 2506.04645): GPU counts and batches are real numbers, four kernels a layer, NCCL as it ships, weights and one micro-batch’s KV cache within HBM.',
      'Decode only: no prefill, no idle time, no margin. Cost is GPUs x time x price; measured decode times differ by about 40 % on average under this rule set.',
      'Preferred point: the greatest speed³/cost. Percentages compare with the first series.',
    ],
    notes: scenario.notes,
  }
}
