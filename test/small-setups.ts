import fc from 'fast-check'
import type { Architecture, AttentionGroup, FeedForwardGroup } from '../src/shared/model/architecture.ts'
import { STANDARD_CONSTANTS } from '../src/shared/model/standard/constants.ts'
import type { Chip } from '../src/shared/model/standard/chip.ts'
import { formatPlan } from '../src/shared/model/standard/formats.ts'
import { STANDARD_RULES, type StandardSetup } from '../src/shared/model/standard/standard-setup.ts'
import type { StandardSearchSetup } from '../src/shared/search/standard/space.ts'
import { catalogChip } from './standard-pass.ts'

const attention = (layers: number, dModel: number): fc.Arbitrary<AttentionGroup> =>
  fc
    .record({
      queryHeads: fc.constantFrom(2, 4, 6, 8, 12),
      kvShare: fc.constantFrom(1, 2, 4),
      latent: fc.boolean(),
      windowTokens: fc.constantFrom(null, null, 150),
      qkNorm: fc.constantFrom('none', 'per-head', 'per-layer'),
    })
    .map(({ queryHeads, kvShare, latent, windowTokens, qkNorm }) => ({
      layers,
      queryHeads,
      kvHeads: latent ? queryHeads : Math.max(1, Math.floor(queryHeads / kvShare)),
      dKey: 64,
      dValue: 64,
      valueIsKey: false,
      outputGateWidth: 0,
      mla: latent ? { kvRank: dModel / 4, queryRank: dModel / 2, rotaryWidth: 32 } : null,
      windowTokens,
      qkNorm,
    }))

const dense = (layers: number, dFf: number): FeedForwardGroup => ({
  layers,
  dFf,
  matricesIn: 2,
  matricesOut: 1,
  experts: 1,
  activeExperts: 1,
  dFfShared: 0,
})

/** Small models of every kind, so that all their layouts at all batches can be tried one after the other. */
const architectures: fc.Arbitrary<Architecture> = fc
  .record({
    layers: fc.constantFrom(2, 4, 6),
    dModel: fc.constantFrom(256, 512),
    dFf: fc.constantFrom(768, 1536),
    experts: fc.constantFrom(1, 1, 4, 8, 12, 64),
    activeExperts: fc.constantFrom(1, 2, 4),
    dFfShared: fc.constantFrom(0, 256),
    firstDense: fc.constantFrom(0, 1),
    stateful: fc.constantFrom(0, 0, 1),
    tiedEmbeddings: fc.boolean(),
  })
  .chain(({ layers, dModel, dFf, experts, activeExperts, dFfShared, firstDense, stateful, tiedEmbeddings }) =>
    attention(layers - stateful, dModel).map((group) => ({
      name: 'small',
      layers,
      dModel,
      vocab: 4096,
      tiedEmbeddings,
      parallelAttention: false,
      attention: [group],
      linear: Array.from({ length: stateful }, () => ({
        kind: 'gated-deltanet' as const,
        layers: 1,
        keyHeads: 2,
        valueHeads: 12,
        dKey: 32,
        dValue: 32,
        convKernel: 4,
        outputGateRank: null,
      })),
      feedForward:
        experts === 1
          ? [dense(layers, dFf)]
          : [
              ...(firstDense === 0 ? [] : [dense(firstDense, dFf)]),
              { ...dense(layers - firstDense, dFf / 3), experts, activeExperts, dFfShared },
            ],
    })),
  )

/** Chips slow enough in one respect or another for each term to matter to a small model. */
const chips: fc.Arbitrary<Chip> = fc
  .record({
    id: fc.constantFrom('a100-sxm-80gb', 'h100-sxm', 'b200-sxm', 'mi300x'),
    domainSize: fc.integer({ min: 1, max: 8 }),
    memory: fc.constantFrom(1, 1e-2, 1e-3),
    arithmetic: fc.constantFrom(1, 1e-2, 1e-4),
    links: fc.constantFrom(1, 1e-2, 1e-4),
    usableHbmBytes: fc.constantFrom(1.5e7, 3e7, 8e7),
  })
  .map(({ id, domainSize, memory, arithmetic, links, usableHbmBytes }) => {
    const chip = catalogChip(id)
    return {
      ...chip,
      domainSize,
      peaks: chip.peaks.map(({ bits, flopPerSecond }) => ({ bits, flopPerSecond: flopPerSecond * arithmetic })),
      hbmBytesPerSecond: chip.hbmBytesPerSecond * memory,
      scaleUpBytesPerSecond: chip.scaleUpBytesPerSecond * links,
      scaleOutBytesPerSecond: chip.scaleOutBytesPerSecond * links,
      usableHbmBytes,
    }
  })

const prefills = fc.oneof(
  fc.constant(null),
  fc.record({
    mode: fc.constantFrom('colocated' as const, 'disaggregated' as const),
    inputTokens: fc.constantFrom(1, 500, 20_000),
    outputTokens: fc.constantFrom(10, 1000),
  }),
)

const setupOf = (architecture: Architecture, chip: Chip, fields: Partial<StandardSetup>): StandardSetup => ({
  architecture,
  chip,
  formats: formatPlan(architecture, chip, 'bf16', 'bf16'),
  engine: 'vllm',
  constants: STANDARD_CONSTANTS.calibrated,
  rules: STANDARD_RULES,
  contextTokens: 0,
  prefill: null,
  ...fields,
})

const drafts: fc.Arbitrary<Architecture> = attention(1, 256).map((group) => ({
  name: 'draft',
  layers: 1,
  dModel: 256,
  vocab: 4096,
  tiedEmbeddings: true,
  parallelAttention: false,
  attention: [group],
  linear: [],
  feedForward: [dense(1, 768)],
}))

/** Searches of all sorts that are small enough for the plainest of programs. */
export const smallSearches: fc.Arbitrary<StandardSearchSetup> = fc
  .record({
    architecture: architectures,
    chip: chips,
    format: fc.constantFrom('bf16' as const, 'fp8' as const, 'nvfp4' as const, 'int4' as const),
    engine: fc.constantFrom('vllm' as const, 'trtllm' as const, 'nccl' as const),
    allReduceFit: fc.constantFrom('engine' as const, 'generation' as const),
    routingSkew: fc.constantFrom(null, 0.5, 2),
    without: fc.constantFrom([], [], ['prefill'], ['allToAll', 'kernels', 'host']),
    contextTokens: fc.constantFrom(200, 1000, 5000),
    prefill: prefills,
    draft: fc.option(drafts),
    acceptance: fc.constantFrom(0, 0.02, 0.6, 0.95, 1),
    maxDraftTokens: fc.constantFrom(2, 4),
    maxGpus: fc.integer({ min: 1, max: 17 }),
    minTokensPerSecond: fc.constantFrom(null, null, 20, 200),
    maxTtftSeconds: fc.constantFrom(null, null, 0.05),
    demandCapTokensPerSecond: fc.constantFrom(null, null, 500, 20_000),
    reserveBytesPerGpu: fc.constantFrom(0, 1e7),
    pipeline: fc.boolean(),
    tensorAcrossDomains: fc.boolean(),
  })
  .map((made) => {
    const { architecture, chip, contextTokens, engine, allReduceFit, routingSkew, without } = made
    const rules = { without, routingSkew, allReduceFit }
    const formats = formatPlan(architecture, chip, made.format, 'bf16')
    return {
      kind: 'standard',
      model: setupOf(architecture, chip, { formats, engine, rules, contextTokens, prefill: made.prefill }),
      speculative:
        made.draft === null
          ? null
          : {
              draft: setupOf(made.draft, chip, { engine, rules, contextTokens }),
              acceptance: made.acceptance,
              maxDraftTokens: made.maxDraftTokens,
            },
      usdPerGpuHour: 2,
      wattsPerGpu: null,
      demandCapTokensPerSecond: made.demandCapTokensPerSecond,
      reserveBytesPerGpu: made.reserveBytesPerGpu,
      pipeline: made.pipeline,
      tensorAcrossDomains: made.tensorAcrossDomains,
      limits: {
        maxGpus: made.maxGpus,
        minTokensPerSecond: made.minTokensPerSecond,
        maxTtftSeconds: made.prefill === null ? null : made.maxTtftSeconds,
      },
      inputPerOutput: 1,
    }
  })
