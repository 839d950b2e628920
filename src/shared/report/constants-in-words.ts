import type { OwnSets } from '../catalog/constants-set.ts'
import { duration, percent, threeSignificant } from './format.ts'

/** A set of constants by its name; one of a person's own with its values and where it is from. */
export function constantsInWords(id: string, own: OwnSets): string {
  const set = Object.hasOwn(own, id) ? own[id] : undefined
  if (set === undefined) return id
  const { kernelSeconds: kernels, ...values } = set.values
  const facts = [
    `kernels ${duration(kernels.hopper)} (Hopper), ${duration(kernels.blackwell)} (Blackwell), ${duration(kernels.ampere)} (Ampere), ${duration(kernels.cdna)} (CDNA)`,
    `all-to-all at least ${duration(values.allToAllFloorSeconds)}, at ${percent(values.allToAllShare)} of the links`,
    `all-reduce on AMD at least ${duration(values.amdAllReduceFloorSeconds)}`,
    `network latencies ×${threeSignificant(values.networkLatencyFactor)}`,
    `emulated 4-bit at ${percent(values.emulatedShare)}`,
  ]
  return `“${set.name}”, one’s own: ${facts.join('; ')}${set.notes === '' ? '' : `. ${set.notes}`}`
}
