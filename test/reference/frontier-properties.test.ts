import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chip } from '../../src/shared/model/standard/chip.ts'
import { divisionProblem } from '../../src/shared/model/standard/layout-problem.ts'
import { formatPlan, type WeightFormat } from '../../src/shared/model/standard/formats.ts'
import type { ReplicaLayout, StandardSetup } from '../../src/shared/model/standard/standard-setup.ts'
import type { StandardPoints } from '../../src/shared/search/frontier-points.ts'
import { STANDARD_READING } from '../../src/shared/search/standard/layouts.ts'
import type { StandardSearchSetup } from '../../src/shared/search/standard/space.ts'
import { findFrontier, findStaircase } from '../find-frontier.ts'
import { smallSearches } from '../small-setups.ts'
import { catalogChip } from '../standard-pass.ts'

const NO_DEARER = 1 + 1e-12

/**
 * Most that `better` costs in terms of `worse`, over all speeds that both reach; a frontier ends at a hundred times its least
 * latency.
 */
function mostTimesDearer(better: StandardSearchSetup, worse: StandardSearchSetup): number {
  const stairs = findStaircase(better).staircase
  const { latencySeconds, cost } = findStaircase(worse).staircase
  const end = STANDARD_READING.latencySpan * (stairs.latencySeconds[0] ?? Infinity)
  let most = 0
  for (const [i, seconds] of latencySeconds.entries())
    if (seconds <= end) {
      const at = stairs.latencySeconds.findLastIndex((own) => own <= seconds * NO_DEARER)
      most = Math.max(most, (stairs.cost[at] ?? Infinity) / cost[i]!)
    }
  return most
}

const onChip = (setup: StandardSearchSetup, chip: Chip): StandardSearchSetup => ({
  ...setup,
  model: { ...setup.model, chip },
  speculative:
    setup.speculative === null ? null : { ...setup.speculative, draft: { ...setup.speculative.draft, chip } },
})

/** Without limits that a faster chip runs into earlier, and with every term. */
const unlimited = (setup: StandardSearchSetup): StandardSearchSetup => ({
  ...setup,
  demandCapTokensPerSecond: null,
  model: {
    ...setup.model,
    rules: { ...setup.model.rules, without: [] },
    prefill: setup.model.prefill?.mode === 'disaggregated' ? null : setup.model.prefill,
  },
  limits: { ...setup.limits, maxTtftSeconds: null },
})

const searches = smallSearches.map(unlimited)

describe('a larger space', () => {
  it.each([
    [
      'more GPUs',
      (setup: StandardSearchSetup) => ({ ...setup, limits: { ...setup.limits, maxGpus: setup.limits.maxGpus + 5 } }),
    ],
    ['pipeline stages', (setup: StandardSearchSetup) => ({ ...setup, pipeline: true })],
    ['tensor ranks in several domains', (setup: StandardSearchSetup) => ({ ...setup, tensorAcrossDomains: true })],
    ['less memory kept back', (setup: StandardSearchSetup) => ({ ...setup, reserveBytesPerGpu: 0 })],
    [
      'no limits',
      (setup: StandardSearchSetup) => ({
        ...setup,
        demandCapTokensPerSecond: null,
        limits: { ...setup.limits, minTokensPerSecond: null, maxTtftSeconds: null },
      }),
    ],
  ])('with %s is never worse', (_, larger) => {
    fc.assert(
      fc.property(smallSearches, (setup) => {
        expect(mostTimesDearer(larger(setup), setup)).toBeLessThanOrEqual(NO_DEARER)
      }),
      { numRuns: 60 },
    )
  })

  it('with a draft model is never worse', () => {
    fc.assert(
      fc.property(smallSearches, (setup) => {
        expect(mostTimesDearer(setup, { ...setup, speculative: null })).toBeLessThanOrEqual(NO_DEARER)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a better chip', () => {
  const twice: Record<string, (chip: Chip) => Partial<Chip>> = {
    'memory bandwidth': (chip) => ({ hbmBytesPerSecond: 2 * chip.hbmBytesPerSecond }),
    arithmetic: (chip) => ({
      peaks: chip.peaks.map(({ bits, flopPerSecond }) => ({ bits, flopPerSecond: 2 * flopPerSecond })),
    }),
    'scale-up bandwidth': (chip) => ({ scaleUpBytesPerSecond: 2 * chip.scaleUpBytesPerSecond }),
    'scale-out bandwidth': (chip) => ({ scaleOutBytesPerSecond: 2 * chip.scaleOutBytesPerSecond }),
    memory: (chip) => ({ usableHbmBytes: 2 * chip.usableHbmBytes }),
  }

  it.each(Object.keys(twice))('with twice the %s is neither slower nor dearer', (what) => {
    fc.assert(
      fc.property(searches, (setup) => {
        const { chip } = setup.model
        expect(mostTimesDearer(onChip(setup, { ...chip, ...twice[what]!(chip) }), setup)).toBeLessThanOrEqual(NO_DEARER)
      }),
      { numRuns: 60 },
    )
  })
})

describe('fewer bits', () => {
  const withFormat = (setup: StandardSearchSetup, format: WeightFormat): StandardSearchSetup => {
    const { architecture } = setup.model
    const chip = { ...catalogChip('b200-sxm'), domainSize: setup.model.chip.domainSize, usableHbmBytes: 8e7 }
    const model: StandardSetup = { ...setup.model, chip, formats: formatPlan(architecture, chip, format, 'bf16') }
    return { ...setup, model, speculative: null }
  }

  it('are never worse in a dense model, where the chip has the format', () => {
    const dense = searches.filter(({ model }) => model.architecture.feedForward.every(({ experts }) => experts === 1))
    fc.assert(
      fc.property(dense, (setup) => {
        expect(mostTimesDearer(withFormat(setup, 'fp8'), withFormat(setup, 'bf16'))).toBeLessThanOrEqual(NO_DEARER)
        expect(mostTimesDearer(withFormat(setup, 'nvfp4'), withFormat(setup, 'fp8'))).toBeLessThanOrEqual(NO_DEARER)
      }),
      { numRuns: 40 },
    )
  })

  // From 16 bits to 8 they may be: activations are quantised by kernels of their own there.
  it('are never worse from 8 to 4 in a mixture of experts', () => {
    fc.assert(
      fc.property(searches, (setup) => {
        expect(mostTimesDearer(withFormat(setup, 'nvfp4'), withFormat(setup, 'fp8'))).toBeLessThanOrEqual(NO_DEARER)
      }),
      { numRuns: 40 },
    )
  })
})

describe('every point of a frontier', () => {
  const layoutAt = (points: StandardPoints, i: number): ReplicaLayout => ({
    tensor: points.tensorParallel[i]!,
    data: points.dataParallel[i]!,
    expert: points.expertParallel[i]!,
    pipeline: points.pipelineStages[i]!,
  })
  const eachPoint = (check: (setup: StandardSearchSetup, points: StandardPoints, i: number) => void): void => {
    let checked = 0
    fc.assert(
      fc.property(smallSearches, (setup) => {
        const points = findFrontier(setup).points as StandardPoints
        for (const i of points.gpus.keys()) check(setup, points, i)
        checked += points.gpus.length
      }),
      { numRuns: 80 },
    )
    expect(checked).toBeGreaterThan(500)
  }

  it('is slower and cheaper than the one before, so that none beats another', () => {
    eachPoint((_, { tokensPerSecond, usdPerMillionTokens }, i) => {
      if (i === 0) return
      expect(tokensPerSecond[i]!).toBeLessThan(tokensPerSecond[i - 1]!)
      expect(usdPerMillionTokens[i]!).toBeLessThan(usdPerMillionTokens[i - 1]!)
    })
  })

  it('has a layout that divides evenly, on whole GPUs within the limit', () => {
    eachPoint((setup, points, i) => {
      const layout = layoutAt(points, i)
      expect(divisionProblem(setup.model.architecture, layout)).toBeNull()
      expect(points.gpus[i]).toBe(layout.tensor * layout.data * layout.pipeline)
      expect(points.gpus[i]! + (points.prefill?.prefillGpus[i] ?? 0)).toBeLessThanOrEqual(setup.limits.maxGpus)
      expect(setup.pipeline || layout.pipeline === 1).toBe(true)
      expect(Number.isInteger(points.batch[i]!)).toBe(true)
    })
  })

  it('keeps weights, cache, draft model and reserve in memory', () => {
    eachPoint((setup, points, i) => {
      const filled = points.weightBytesPerGpu[i]! + points.cacheBytesPerGpu[i]! + points.draftBytesPerGpu[i]!
      expect(filled + setup.reserveBytesPerGpu).toBeLessThanOrEqual(setup.model.chip.usableHbmBytes * (1 + 1e-12))
      expect(points.batch[i]!).toBeLessThanOrEqual(points.mostSequences[i]!)
    })
  })

  it('keeps the limits', () => {
    eachPoint(({ limits, demandCapTokensPerSecond, model }, points, i) => {
      const seconds = points.latencySeconds[i]!
      expect(points.tokensPerSecond[i]!).toBeGreaterThanOrEqual((limits.minTokensPerSecond ?? 0) * (1 - 1e-12))
      expect(points.prefill?.ttftSeconds[i] ?? 0).toBeLessThanOrEqual(limits.maxTtftSeconds ?? Infinity)
      const waits = model.prefill?.mode === 'colocated' && !model.rules.without.includes('prefill')
      const wait = waits ? (points.prefill!.ttftSeconds[i]! - seconds) / points.pipelineStages[i]! : 0
      const throughput = points.batch[i]! / (seconds + wait / (model.prefill?.outputTokens ?? 1))
      expect(throughput).toBeLessThanOrEqual((demandCapTokensPerSecond ?? Infinity) * (1 + 1e-12))
    })
  })

  it('has no network in its time on one GPU', () => {
    eachPoint((_, { gpus, terms }, i) => {
      const network = terms.allReduce[i]! + terms.allToAll[i]! + terms.pipeline[i]!
      expect(gpus[i]! > 1 || network === 0).toBe(true)
    })
  })

  it('has terms that add up to its latency, drafts included', () => {
    eachPoint((_, points, i) => {
      const sum = (terms: StandardPoints['terms']) => Object.values(terms).reduce((total, term) => total + term[i]!, 0)
      const seconds = (sum(points.terms) + points.drafts[i]! * sum(points.draftTerms)) / points.expectedTokens[i]!
      expect(seconds / points.latencySeconds[i]!).toBeCloseTo(1, 12)
    })
  })

  it('has prices that add up: the answer at its own, the prompt at its', () => {
    eachPoint(({ model, inputPerOutput }, points, i) => {
      if (points.prefill === null || model.prefill === null) return
      const { usdPerMillionInput, usdPerMillionOutput, usdPerMillionBlended } = points.prefill
      const [input, output] = [usdPerMillionInput[i]!, usdPerMillionOutput[i]!]
      const { inputTokens, outputTokens } = model.prefill
      expect(input).toBeGreaterThan(0)
      expect(output).toBeGreaterThan(0)
      expect((output + (input * inputTokens) / outputTokens) / points.usdPerMillionTokens[i]!).toBeCloseTo(1, 9)
      expect(usdPerMillionBlended[i]! * (1 + inputPerOutput)).toBeCloseTo(output + inputPerOutput * input, 9)
    })
  })
})
