import { weightBytesTotal } from '../model/architecture.ts'
import type { DecodeSetup } from '../model/decode.ts'
import { logSpace } from '../model/log-space.ts'
import { toyLatencySeconds, type ToyReduce } from '../model/toy-model.ts'
import type { Read } from './speed-read.ts'

/** GPU counts and batches that are tried: the toy is a formula, so that a fine grid costs nothing. */
const GPU_STEPS = 1000
const BATCH_STEPS = 100

/**
 * Speed of the toy model (model-spec A7) over GPU counts that hold the weights, up to the paper's most.
 * @param reduce latency of an all-reduce; the paper's where it is left out
 * @returns tokens per second; 0 where nothing fits
 */
export function toySpeed(setup: DecodeSetup, read: Read, reduce?: ToyReduce): number {
  const { architecture, precision, accelerator, rules, contextTokens } = setup
  const gpus = logSpace(weightBytesTotal(architecture, precision) / accelerator.hbmBytes, rules.gridLimit, GPU_STEPS)
  // A larger batch only takes longer; its use is to be cheaper.
  const batches = read === 'fastest' ? [1] : logSpace(1, rules.gridLimit, BATCH_STEPS)
  let [best, speed] = [0, 0]
  for (const batch of batches)
    for (const count of gpus) {
      const seconds = toyLatencySeconds(architecture, precision, accelerator, count, batch, contextTokens, reduce)
      const merit = read === 'fastest' ? 1 / seconds : batch / (count * seconds ** 4)
      if (merit <= best) continue
      best = merit
      speed = 1 / seconds
    }
  return speed
}
