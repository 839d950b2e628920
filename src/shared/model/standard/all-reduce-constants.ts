import type { Generation } from './chip.ts'

/** Whose all-reduce kernels run; "nccl" only where no CUDA graph is used. */
export const ALL_REDUCE_ENGINES = ['sglang', 'trtllm', 'vllm', 'nccl'] as const
export type AllReduceEngine = (typeof ALL_REDUCE_ENGINES)[number]

/** Constants of one-shot and two-shot all-reduce. */
export interface AllReduceConstants {
  /** `a0`: time before the first byte. */
  readonly floorSeconds: number
  /** `a1`. */
  readonly perRankSeconds: number
  /** `e1`: share of the link's one-way bandwidth in one shot. */
  readonly oneShotShare: number
  /** `s`: the second shot's own time. */
  readonly secondShotSeconds: number
  /** `e2`. */
  readonly twoShotShare: number
}

const constants = (a0: number, a1: number, e1: number, s: number, e2: number): AllReduceConstants => ({
  floorSeconds: a0 * 1e-6,
  perRankSeconds: a1 * 1e-6,
  oneShotShare: e1,
  secondShotSeconds: s * 1e-6,
  twoShotShare: e2,
})

/** Fitted to measured all-reduces of 256 bytes to 1 GiB on 2, 4 and 8 GPUs (docs/validation.md). */
const NVIDIA: Readonly<Record<AllReduceEngine, Readonly<Record<Exclude<Generation, 'cdna'>, AllReduceConstants>>>> = {
  sglang: {
    ampere: constants(5.06, 0.11, 0.61, 7.1, 0.67),
    hopper: constants(2.35, 0.15, 0.67, 4.3, 0.74),
    blackwell: constants(3.95, 0.15, 0.56, 6.9, 0.62),
  },
  trtllm: {
    ampere: constants(4.05, 0.15, 0.45, 45, 0.69),
    hopper: constants(2.67, 0.08, 0.64, 22.6, 0.77),
    blackwell: constants(4.72, 0.08, 0.59, 25.4, 0.66),
  },
  vllm: {
    ampere: constants(4.86, 0.14, 0.58, 7.2, 0.65),
    hopper: constants(4.34, 0.06, 0.59, 4.2, 0.74),
    blackwell: constants(6.71, 0.08, 0.175, 13.3, 0.65),
  },
  nccl: {
    ampere: constants(9.48, 1.6, 0.21, 10.9, 0.62),
    hopper: constants(5.2, 1.5, 0.33, 7.7, 0.71),
    blackwell: constants(8.05, 2.5, 0.26, 9.9, 0.6),
  },
}

/** One set for the graph engines (SGLang, TensorRT-LLM, vLLM) together; the floor stays each engine's own. */
const PER_GENERATION: Readonly<Record<Exclude<Generation, 'cdna'>, Omit<AllReduceConstants, 'floorSeconds'>>> = {
  ampere: constants(0, 0.13, 0.54, 9.3, 0.65),
  hopper: constants(0, 0.1, 0.65, 5.8, 0.73),
  blackwell: constants(0, 0.11, 0.53, 8.1, 0.62),
}

/** AMD reaches this share of what vLLM's kernels reach on Hopper; assumed, not measured. */
const AMD_BANDWIDTH_SHARE = 0.4

/** Whether the constants are an engine's own, or those of all graph engines on a GPU generation. */
export type AllReduceFit = 'engine' | 'generation'

/** The constants with every time, but no bandwidth, multiplied. */
export const withLatencyFactor = (of: AllReduceConstants, factor: number): AllReduceConstants => ({
  ...of,
  floorSeconds: factor * of.floorSeconds,
  perRankSeconds: factor * of.perRankSeconds,
  secondShotSeconds: factor * of.secondShotSeconds,
})

/** @param amdFloorSeconds takes the place of `a0` on AMD (constants.ts) */
export function allReduceConstants(
  engine: AllReduceEngine,
  generation: Generation,
  amdFloorSeconds: number,
  fit: AllReduceFit = 'engine',
): AllReduceConstants {
  if (generation !== 'cdna') {
    const own = NVIDIA[engine][generation]
    return fit === 'engine' || engine === 'nccl'
      ? own
      : { ...PER_GENERATION[generation], floorSeconds: own.floorSeconds }
  }
  const like = NVIDIA.vllm.hopper
  return {
    ...like,
    floorSeconds: amdFloorSeconds,
    oneShotShare: AMD_BANDWIDTH_SHARE * like.oneShotShare,
    twoShotShare: AMD_BANDWIDTH_SHARE * like.twoShotShare,
  }
}
