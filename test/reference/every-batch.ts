import type { Architecture } from '../../src/shared/model/architecture.ts'
import { Replica } from '../../src/shared/model/standard/replica.ts'
import type { ReplicaLayout } from '../../src/shared/model/standard/standard-setup.ts'
import type { StandardSearchSetup } from '../../src/shared/search/standard/space.ts'

/** A setup that a plain search looked at: whole GPUs, a whole batch. */
export interface EveryPoint {
  readonly layout: ReplicaLayout
  readonly drafting: boolean
  readonly batch: number
  readonly seconds: number
  /** GPU-seconds of an output token, prompts included. */
  readonly cost: number
  readonly drafts: number
}

const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1)
const splits = (whole: number, parts: number): boolean => Number.isInteger(whole / parts)

/** Heads, widths, experts and layers that come out whole. */
function comesOutWhole({ attention, linear, feedForward, layers }: Architecture, layout: ReplicaLayout): boolean {
  const { tensor, data, expert, pipeline } = layout
  const shared = (heads: number): boolean => splits(heads, tensor) || splits(tensor, heads)
  const routed = feedForward.filter(({ experts }) => experts > 1)
  const slices = (tensor * data) / expert
  return (
    splits(layers, pipeline) &&
    attention.every((group) => splits(group.queryHeads, tensor) && (group.mla !== null || shared(group.kvHeads))) &&
    linear.every((group) => splits(group.valueHeads, tensor) && shared(group.keyHeads)) &&
    feedForward.every((group) => group.experts > 1 || splits(group.dFf, tensor)) &&
    splits(slices, 1) &&
    (routed.length > 0 ? routed.every((g) => splits(g.experts, expert) && splits(g.dFf, slices)) : expert * data === 1)
  )
}

/** Part of a domain, or whole domains of which no group has a part of two. */
function hasPlace({ tensor, data, pipeline }: ReplicaLayout, domain: number, across: boolean): boolean {
  const stage = tensor * data
  const fits = (group: number): boolean => splits(domain, group) || splits(group, domain)
  if (tensor > domain && !across) return false
  return stage * pipeline <= domain || (splits(stage * pipeline, domain) && fits(stage) && fits(tensor))
}

/** An expert's GPUs are in one domain; copies of attention have experts each or none, over several domains every GPU. */
function hasExpertsPlaced({ tensor, data, expert }: ReplicaLayout, domain: number): boolean {
  const stage = tensor * data
  if (stage <= domain) return data === 1 || expert === 1 || expert >= data
  return data === 1 ? splits(domain, stage / expert) : expert === stage
}

export function everyLayout({ model, limits, pipeline, tensorAcrossDomains }: StandardSearchSetup): ReplicaLayout[] {
  const { architecture, chip } = model
  const routed = architecture.feedForward.some(({ experts }) => experts > 1)
  const found: ReplicaLayout[] = []
  for (const stages of pipeline ? upTo(limits.maxGpus) : [1])
    for (const tensor of upTo(Math.floor(limits.maxGpus / stages)))
      for (const data of upTo(Math.floor(limits.maxGpus / stages / tensor)))
        for (const expert of upTo(tensor * data)) {
          const layout = { tensor, data, expert, pipeline: stages }
          if (!hasPlace(layout, chip.domainSize, tensorAcrossDomains)) continue
          if (routed && !hasExpertsPlaced(layout, chip.domainSize)) continue
          if (comesOutWhole(architecture, layout)) found.push(layout)
        }
  return found
}

/** Every layout at every batch within memory and limits, one after the other. */
export function everyPoint(setup: StandardSearchSetup): EveryPoint[] {
  const { model, limits, speculative, demandCapTokensPerSecond } = setup
  const memory = model.chip.usableHbmBytes - setup.reserveBytesPerGpu
  const points: EveryPoint[] = []
  for (const drafting of speculative === null ? [false] : [false, true])
    for (const layout of everyLayout(setup)) {
      if (drafting && layout.pipeline > 1) continue
      const replica = new Replica(model, layout, drafting ? speculative : null)
      const gpus = layout.tensor * layout.data * layout.pipeline
      const { prefill } = model
      const prompt = prefill === null ? 0 : replica.promptGpuSeconds / prefill.outputTokens
      const shares = prefill !== null && prefill.mode === 'colocated' && !model.rules.without.includes('prefill')
      for (let batch = 1; batch <= 65_536; batch++) {
        const fill = replica.memoryFill(batch)
        if (fill.weights + fill.cache + fill.draft > memory) break
        const seconds = replica.tokenSeconds(batch)
        const wait = shares ? replica.promptGpuSeconds / gpus / prefill.outputTokens : 0
        const throughput = batch / (seconds + wait)
        const promptGpus = prefill?.mode === 'disaggregated' ? (batch * prompt) / seconds : 0
        const firstToken = prefill === null ? 0 : replica.promptGpuSeconds / (gpus / layout.pipeline) + seconds
        if (
          (limits.minTokensPerSecond === null || seconds * limits.minTokensPerSecond <= 1) &&
          (limits.maxTtftSeconds === null || firstToken <= limits.maxTtftSeconds) &&
          (demandCapTokensPerSecond === null || throughput <= demandCapTokensPerSecond) &&
          gpus + promptGpus <= limits.maxGpus
        )
          points.push({
            layout,
            drafting,
            batch,
            seconds,
            cost: (gpus * (seconds + wait)) / batch + (shares ? 0 : prompt),
            drafts: replica.drafts,
          })
      }
    }
  return points
}

/** Points that no other beats: each compared with every faster one. */
export function notBeaten(points: readonly EveryPoint[]): EveryPoint[] {
  const sorted = points.toSorted((a, b) => a.seconds - b.seconds || a.cost - b.cost)
  const kept: EveryPoint[] = []
  for (const point of sorted) if (kept.every(({ cost }) => cost > point.cost)) kept.push(point)
  return kept
}
