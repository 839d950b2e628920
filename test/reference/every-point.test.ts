import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Accelerator } from '../../src/shared/model/accelerator.ts'
import type { Architecture } from '../../src/shared/model/architecture.ts'
import { ForwardPass } from '../../src/shared/model/forward-pass.ts'
import { PassBound } from '../../src/shared/model/pass-bound.ts'
import { PAPER_RULES } from '../../src/shared/model/rules.ts'
import { frontierOf } from '../../src/shared/search/frontier.ts'
import { paperSpace, type PaperSearchSetup } from '../../src/shared/search/paper/space.ts'
import { findStaircase } from '../find-frontier.ts'
import { everyPoint } from './every-point.ts'

const count = (min: number, max: number) => fc.integer({ min, max })
const rate = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map((power) => Math.exp(power))

/** Transformers of any shape: dense or with experts, grouped or latent attention, windows, something shared. */
const architectures: fc.Arbitrary<Architecture> = fc
  .record({
    layers: count(1, 130),
    dModel: count(64, 20_000),
    vocab: count(0, 300_000),
    queryHeads: count(1, 160),
    group: count(1, 16),
    dKey: count(16, 256),
    latent: fc.option(count(64, 2000), { nil: null }),
    window: fc.option(count(1, 10_000), { nil: null }),
    dFf: count(64, 60_000),
    experts: fc.constantFrom([1, 1], [8, 2], [16, 2], [64, 6], [256, 8], [128, 1]),
    shared: fc.constantFrom(0, 0, 3000),
    matricesIn: count(1, 2),
  })
  .map((shape) => ({
    name: 'any',
    layers: shape.layers,
    dModel: shape.dModel,
    vocab: shape.vocab,
    tiedEmbeddings: false,
    parallelAttention: false,
    linear: [],
    attention: [
      {
        layers: shape.layers,
        queryHeads: shape.queryHeads,
        kvHeads: shape.queryHeads / shape.group,
        dKey: shape.dKey,
        dValue: shape.dKey,
        valueIsKey: false,
        outputGateWidth: 0,
        mla: shape.latent === null ? null : { kvRank: shape.latent, queryRank: 2 * shape.latent, rotaryWidth: 0 },
        windowTokens: shape.window,
        qkNorm: 'none',
      },
    ],
    feedForward: [
      {
        layers: shape.layers,
        dFf: shape.dFf,
        matricesIn: shape.matricesIn,
        matricesOut: 1,
        experts: shape.experts[0],
        activeExperts: shape.experts[1],
        dFfShared: shape.shared,
      },
    ],
  }))

const accelerators: fc.Arbitrary<Accelerator> = fc.record({
  name: fc.constant('any'),
  peaks: rate(1e13, 1e16).map((flopPerSecond) => [{ bits: 32, flopPerSecond }]),
  hbmBytes: rate(4e9, 4e11),
  hbmBandwidthBytesPerSecond: rate(1e11, 2e13),
  intraNodeBytesPerSecond: fc.oneof(rate(1e10, 2e12), fc.constant(Infinity)),
  interNodeBytesPerSecond: rate(1e9, 1e12),
  nodeSize: fc.constantFrom(1, 2, 8, 72),
  kernelLaunchSeconds: fc.constantFrom(0, 1e-6, 4e-6),
  arithmeticCap: fc.constantFrom(0.5, 1),
  memoryBandwidthCap: fc.constantFrom(0.75, 1),
  collectives: fc.constantFrom('nccl', 'nccl-zero-base-latency', 'torus'),
})

const setups: fc.Arbitrary<PaperSearchSetup> = fc
  .record({
    architecture: architectures,
    accelerator: accelerators,
    precision: fc.record({ weightBytes: fc.constantFrom(0.5, 1, 2), activationBytes: fc.constantFrom(1, 2) }),
    contextTokens: fc.constantFrom(0, 1, 3000, 200_000),
    pipeline: fc.boolean(),
    attentionScaleDown: fc.boolean(),
    drafting: fc.option(fc.record({ acceptance: fc.constantFrom(0, 0.5, 0.9, 1), maxDraftTokens: count(2, 5) }), {
      nil: null,
    }),
    draft: architectures,
    demandCapTokensPerSecond: fc.option(rate(10, 1e8), { nil: null }),
    grid: fc.record({ gpus: count(2, 50), batches: count(2, 50) }),
  })
  .map(({ drafting, draft, ...setup }) => ({
    ...setup,
    kind: 'paper' as const,
    rules: PAPER_RULES,
    usdPerGpuHour: 1,
    wattsPerGpu: null,
    speculative: drafting === null ? null : { draft, draftPrecision: setup.precision, ...drafting },
  }))

describe('on any model, accelerator and grid', () => {
  it('the search by bounds finds the frontier that evaluating every point finds, in any number of parts', () => {
    fc.assert(
      fc.property(setups, count(1, 5), (setup, parts) => {
        const { staircase } = findStaircase(setup, parts)
        expect(frontierOf(staircase, setup.rules)).toEqual(frontierOf(everyPoint(setup), setup.rules))
      }),
      { numRuns: 150 },
    )
  })

  it('no pass of a rectangle is faster or cheaper than its bounds', () => {
    const places = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(
        setups,
        fc.tuple(places, places, places, places, places, places),
        count(0, 9),
        count(1, 5),
        (setup, [r, c, height, width, dr, dc], step, tokensPerPass) => {
          const { gpus, batches } = paperSpace(setup)
          if (gpus.length === 0) return
          const passSetup = { ...setup, tokensPerPass }
          const place = (share: number, length: number) => Math.floor(share * length)
          const [row, column] = [place(r, batches.length), place(c, gpus.length)]
          const rows = 1 + place(height, Math.min(16, batches.length - row))
          const columns = 1 + place(width, Math.min(16, gpus.length - column))
          const n = gpus[column + place(dc, columns)]!
          const b = batches[row + place(dr, rows)]!
          const seconds = new ForwardPass(passSetup).latencySeconds(n, b, Infinity, 1 << step)
          if (seconds === Infinity) return
          let [leastSeconds, leastGpuSeconds] = [Infinity, Infinity]
          const area = {
            gpusLow: gpus[column]!,
            gpusHigh: gpus[column + columns - 1]!,
            rowLow: row,
            rowHigh: row + rows - 1,
          }
          new PassBound(passSetup, batches).survives(
            step,
            area,
            (latency, gpuSeconds) => {
              leastSeconds = Math.min(leastSeconds, latency)
              leastGpuSeconds = Math.min(leastGpuSeconds, gpuSeconds)
              return true
            },
            () => false,
          )
          expect(leastSeconds).toBeLessThanOrEqual(seconds * (1 + 1e-9))
          expect(leastGpuSeconds).toBeLessThanOrEqual(((n * seconds) / b) * (1 + 1e-9))
        },
      ),
      { numRuns: 3000 },
    )
  })
})
