import type { Catalog } from '../catalog/builtin.ts'
import { toArchitecture } from '../catalog/model-architecture.ts'
import { decodeBatch } from './predict-decode.ts'
import type { MeasuredAllReduce } from './measured-all-reduce.ts'
import type { MeasuredDecode } from './measured-decode.ts'
import { acceleratorIdOf, modelIdOf } from './measured-names.ts'
import { architectureKind, layoutKind, PREFILL_HEAVY_ABOVE, prefillKind, regimeName } from './regime.ts'

/** A question by which errors are told apart. */
export interface Grouping<T> {
  readonly title: string
  readonly groupOf: (row: T) => string
  /** What groups are put in order by, where they have one of their own. */
  readonly orderOf?: (row: T) => number
}

/** The band of a value: from the largest edge that is not above it. */
function band(value: number, edges: readonly (readonly [from: number, name: string])[]): string {
  return edges.findLast(([from]) => value >= from)![1]
}

/** Prompt tokens for each token decoded on the same GPUs; -1 where prompts have GPUs of their own. */
const prefillShare = ({ mode, prefillTokensPerDecodeToken: share }: MeasuredDecode): number =>
  mode === 'agg' ? (share ?? 0) : -1

const prefillName = (row: MeasuredDecode): string =>
  row.mode === 'agg'
    ? band(prefillShare(row), [
        [0, `shared, up to ${PREFILL_HEAVY_ABOVE} prompt tokens per token`],
        [PREFILL_HEAVY_ABOVE + 1e-9, `shared, ${PREFILL_HEAVY_ABOVE} to 2`],
        [2, 'shared, above 2'],
      ])
    : 'none on these GPUs'

const layoutOf = ({ tp, dp, ep }: MeasuredDecode) => layoutKind({ tensor: tp, data: dp, expert: ep })

/** @param catalog tells dense models from mixtures of experts; has every model of the rows */
const regimeOf = (row: MeasuredDecode, catalog: Catalog): string =>
  regimeName({
    modelKind: architectureKind(toArchitecture(catalog.models[modelIdOf(row.model)]!, 'standard')),
    layout: layoutOf(row),
    prefill: prefillKind(prefillShare(row)),
  })

export const decodeGroupings = (catalog: Catalog): readonly Grouping<MeasuredDecode>[] => [
  { title: 'Regime', groupOf: (row) => regimeOf(row, catalog) },
  { title: 'Model', groupOf: ({ model }) => modelIdOf(model) },
  { title: 'Accelerator', groupOf: ({ hardware }) => acceleratorIdOf(hardware) },
  { title: 'Precision', groupOf: ({ precision }) => precision },
  { title: 'Engine', groupOf: ({ engine }) => engine },
  { title: 'Layout', groupOf: layoutOf },
  {
    title: 'Batch',
    groupOf: (row) =>
      band(decodeBatch(row), [
        [0, 'up to 4'],
        [4.01, '4 to 16'],
        [16.01, '16 to 64'],
        [64.01, '64 to 256'],
        [256.01, 'above 256'],
      ]),
    orderOf: decodeBatch,
  },
  { title: 'Prefill', groupOf: prefillName, orderOf: prefillShare },
]

export const ALL_REDUCE_GROUPINGS: readonly Grouping<MeasuredAllReduce>[] = [
  { title: 'Implementation', groupOf: ({ impl }) => impl },
  { title: 'Accelerator', groupOf: ({ hardware }) => acceleratorIdOf(hardware) },
  { title: 'Ranks', groupOf: ({ nGpus }) => String(nGpus), orderOf: ({ nGpus }) => nGpus },
  {
    title: 'Message',
    groupOf: ({ bytes }) =>
      band(bytes, [
        [0, 'up to 64 KiB'],
        [2 ** 16 + 1, '64 KiB to 1 MiB'],
        [2 ** 20 + 1, '1 to 64 MiB'],
        [2 ** 26 + 1, 'above 64 MiB'],
      ]),
    orderOf: ({ bytes }) => bytes,
  },
]
