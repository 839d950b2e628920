import type { FrontierResult } from '../search/frontier-result.ts'

/** A part of a GPU's memory. */
export interface MemoryPart {
  readonly id: 'weights' | 'cache' | 'draft' | 'reserve' | 'free'
  readonly label: string
  readonly bytes: number
}

/** What each GPU's memory holds at a point, down to what is left free; parts that take nothing are not listed. */
export function memoryParts({ points, hbmBytes, reserveBytes }: FrontierResult, index: number): MemoryPart[] {
  const weights = points.weightBytesPerGpu[index]!
  const cache = points.cacheBytesPerGpu[index]!
  const draft = points.rules === 'standard' ? points.draftBytesPerGpu[index]! : 0
  const parts: MemoryPart[] = [
    { id: 'weights', label: 'Weights', bytes: weights },
    { id: 'cache', label: 'KV cache', bytes: cache },
    { id: 'draft', label: 'Draft model', bytes: draft },
    { id: 'reserve', label: 'Kept for the engine', bytes: reserveBytes },
    { id: 'free', label: 'Free', bytes: Math.max(0, hbmBytes - weights - cache - draft - reserveBytes) },
  ]
  return parts.filter(({ bytes }) => bytes > 0)
}
