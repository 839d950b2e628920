import { acceleratorName, type AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { modelName } from '../catalog/model-entry.ts'
import { frontierAssumptions } from '../report/assumptions.ts'
import { errorClassAt, errorInWords } from '../report/error-class-at.ts'
import { seriesFacts } from '../report/series-facts.ts'
import { findEntry } from '../scenario/entries.ts'
import type { Series } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { indexAtSpeed } from '../search/readings.ts'
import type { QuestionTools } from './answer.ts'

/** A series with its frontier. */
export interface Deployed {
  readonly series: Series
  readonly result: FrontierResult
}

/** Where a question keeps its deployment. */
const PATH = 'deployment'

/** The frontier of a deployment. @throws InputError with the path of the field */
export const deploy = async (
  series: Series,
  tools: QuestionTools,
  catalog: Catalog = tools.catalog,
): Promise<Deployed> => ({ series, result: await tools.frontier(searchSetup(series, catalog, PATH)) })

/** GPU counts and batches of dozens of searches under the paper's rules, as many as those of "What would move a point". */
const MOST_GRID_STEPS = 128

/** The grid of a deployment for answers that take dozens of searches; the standard rules read none. */
export const coarseGrid = ({ grid: { gpus, batches } }: Series): Series['grid'] => ({
  gpus: Math.min(gpus, MOST_GRID_STEPS),
  batches: Math.min(batches, MOST_GRID_STEPS),
})

/** "H100 SXM 80 GB": without its maker. */
export const shortName = (entry: AcceleratorEntry): string =>
  acceleratorName(entry)
    .replace(/^(NVIDIA|AMD|Google|Intel|AWS) (Instinct )?/, '')
    .replace(' (per GPU)', '')

export const acceleratorOf = ({ accelerator }: Series, catalog: Catalog): AcceleratorEntry =>
  findEntry(catalog.accelerators, accelerator, `${PATH}.accelerator`, 'accelerator')

export const modelNameOf = ({ model }: Series, catalog: Catalog): string =>
  modelName(findEntry(catalog.models, model, `${PATH}.model`, 'model'))

/** USD per million tokens of the cheapest point at least as fast as a speed; null where none is. */
export function leastCost({ points }: FrontierResult, tokensPerSecond: number): number | null {
  const index = indexAtSpeed(points, tokensPerSecond)
  return index === null ? null : points.usdPerMillionTokens[index]!
}

/** GPU-seconds of a token at the cheapest point at least as fast as a speed: its cost whatever a GPU-hour costs. */
export function leastGpuSeconds(result: FrontierResult, tokensPerSecond: number): number | null {
  const cost = leastCost(result, tokensPerSecond)
  return cost === null ? null : (cost * 3600) / (1e6 * result.usdPerGpuHour)
}

/** The greatest speed of a frontier; 0 where it has no point. */
export const fastestSpeed = ({ points }: { readonly points: FrontierPoints }): number => points.tokensPerSecond[0] ?? 0

/** A sentence, to go on after it. */
export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '')

/** Why a frontier does not reach a speed, to follow the name of what it is of. */
export const whyTooSlow = ({ result }: Deployed, tokensPerSecond: number, speed: (value: number) => string): string =>
  result.nothingFits === null
    ? `reaches ${speed(fastestSpeed(result))} at most, not ${speed(tokensPerSecond)}`
    : `has no setup that fits: ${withoutStop(result.nothingFits)}`

/** "±10 % (dense, tensor parallel, …)" for the point that a speed is read at; null where there is none. */
export function sureFact(
  { series, result }: Deployed,
  tokensPerSecond: number,
  catalog: Catalog,
  label = 'How sure the speed is',
): [string, string] | null {
  const index = indexAtSpeed(result.points, tokensPerSecond)
  return index === null ? null : [label, errorInWords(errorClassAt(result.points, index, series, catalog))]
}

/** What the frontiers behind an answer stand under, and every input of them. */
export const deploymentNotes = (deployed: readonly Deployed[], catalog: Catalog): string[] => [
  ...frontierAssumptions(deployed.map(({ series }) => series)),
  ...deployed.map(
    ({ series, result }) =>
      `${series.name}: ${seriesFacts(series, catalog, result)
        .map(([label, value]) => `${label}: ${value}`)
        .join('; ')}.`,
  ),
]
