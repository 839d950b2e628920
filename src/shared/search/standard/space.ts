import type { Architecture } from '../../model/architecture.ts'
import { divisionProblem, tensorProblem } from '../../model/standard/layout-problem.ts'
import type { StandardSpeculative } from '../../model/standard/replica.ts'
import { hasRoutedExperts } from '../../model/standard/routed-experts.ts'
import type { ReplicaLayout, StandardSetup } from '../../model/standard/standard-setup.ts'
import type { TimeFactors } from './measured-kind.ts'

/** What a user will not go beyond; null = no limit. */
export interface ServingLimits {
  /** GPUs of a replica, those that work on its prompts included. */
  readonly maxGpus: number
  readonly minTokensPerSecond: number | null
  readonly maxTtftSeconds: number | null
}

/** What a frontier is searched over under the standard rules. Plain data. */
export interface StandardSearchSetup {
  readonly kind: 'standard'
  readonly model: StandardSetup
  readonly speculative: StandardSpeculative | null
  readonly usdPerGpuHour: number
  /** Power that the maker rates a GPU at; null where the entry does not say. */
  readonly wattsPerGpu: number | null
  /** Most tokens per second that all users together ask for; null = no cap. */
  readonly demandCapTokensPerSecond: number | null
  /** Bytes of each GPU that weights and cache cannot have. */
  readonly reserveBytesPerGpu: number
  /** Layers may be split into stages. */
  readonly pipeline: boolean
  /** Tensor parallel may reach beyond a scale-up domain, which is not validated. */
  readonly tensorAcrossDomains: boolean
  readonly limits: ServingLimits
  /** Input tokens paid for with each output token, for the blended price. */
  readonly inputPerOutput: number
  /** On the time per token by what is measured of a layout, to see what an error of the rules is worth; none where not given. */
  readonly timeFactors?: TimeFactors
}

/** Layouts of one replica, and whether a draft model rides along; the rows of the space. */
export interface ReplicaRow {
  readonly layout: ReplicaLayout
  readonly drafting: boolean
}

const wholeNumbers = (most: number): number[] => Array.from({ length: Math.max(0, most) }, (_, i) => i + 1)

type StageLayout = Omit<ReplicaLayout, 'expert'>

/** Groups of this size fill a domain, or whole ones, without one that straddles two. */
const isAligned = (group: number, domain: number): boolean => domain % group === 0 || group % domain === 0

/** A part of one scale-up domain, or whole ones that stages and tensor ranks divide evenly. */
function isPlaced({ tensor, data, pipeline }: StageLayout, domain: number): boolean {
  const stage = tensor * data
  const gpus = stage * pipeline
  if (gpus <= domain) return true
  return gpus % domain === 0 && isAligned(stage, domain) && isAligned(tensor, domain)
}

/**
 * Degrees of expert parallel for which the all-to-all has an equation: it counts ranks of experts, so that copies of attention
 * take either none or at least as many, and beyond a domain one on every GPU (docs/model.md, "What is left out").
 */
function expertDegrees(architecture: Architecture, { tensor, data }: StageLayout, domain: number): number[] {
  if (!architecture.feedForward.some(hasRoutedExperts)) return [1]
  const gpus = tensor * data
  const degrees = wholeNumbers(gpus).filter((expert) => gpus % expert === 0)
  if (data === 1) return degrees.filter((expert) => gpus <= domain || domain % (gpus / expert) === 0)
  return degrees.filter((expert) => (gpus > domain ? expert === gpus : expert === 1 || expert >= data))
}

/**
 * Every layout that exists on up to `limits.maxGpus` whole GPUs: `tensor x data x pipeline` GPUs in whole domains or a part of
 * one, heads, experts, widths and layers dividing evenly. Attention is copied (`data > 1`) only beside routed experts: in
 * a dense model the copies would be replicas of their own.
 */
export function replicaLayouts(setup: StandardSearchSetup): ReplicaLayout[] {
  const { model, limits, pipeline, tensorAcrossDomains } = setup
  const { architecture, chip } = model
  const domain = Math.max(1, chip.domainSize)
  const experts = architecture.feedForward.some(hasRoutedExperts)
  const divides = (layout: ReplicaLayout): boolean => divisionProblem(architecture, layout) === null
  const single: ReplicaLayout = { tensor: 1, data: 1, expert: 1, pipeline: 1 }
  const stages = (pipeline ? wholeNumbers(Math.min(limits.maxGpus, architecture.layers)) : [1]).filter((stage) =>
    divides({ ...single, pipeline: stage }),
  )
  const layouts: ReplicaLayout[] = []
  for (const stage of stages) {
    const most = Math.floor(limits.maxGpus / stage)
    const tensors = wholeNumbers(tensorAcrossDomains ? most : Math.min(most, domain)).filter(
      (tensor) => tensorProblem(architecture, { tensor }) === null,
    )
    for (const tensor of tensors)
      for (const data of wholeNumbers(experts ? Math.floor(most / tensor) : 1)) {
        const without = { tensor, data, pipeline: stage }
        if (!isPlaced(without, domain)) continue
        for (const expert of expertDegrees(architecture, without, domain))
          if (divides({ ...without, expert })) layouts.push({ ...without, expert })
      }
  }
  return layouts
}

/** The rows of the space: every layout plainly, then those of a single stage with a draft model where there is one. */
export function replicaRows(setup: StandardSearchSetup): ReplicaRow[] {
  const layouts = replicaLayouts(setup)
  const plain = layouts.map((layout) => ({ layout, drafting: false }))
  if (setup.speculative === null) return plain
  return [...plain, ...layouts.filter(({ pipeline }) => pipeline === 1).map((layout) => ({ layout, drafting: true }))]
}
