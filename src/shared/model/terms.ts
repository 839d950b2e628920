/**
 * The parts a pass's time is made of. The order is that of the columns everywhere: adding a term here and where
 * forward-pass.ts sums them makes it appear in the breakdown, the inspector, the table and the report.
 */
export const TERMS = [
  {
    id: 'kernelLaunch',
    label: 'Kernel launches',
    says: 'starting the kernels of each layer, one after the other',
  },
  {
    id: 'networkLatency',
    label: 'Network latency',
    says: 'the part of all-reduces, all-to-alls and pipeline hops that does not depend on the message',
  },
  {
    id: 'networkBandwidth',
    label: 'Network bandwidth',
    says: 'the part of the collectives that grows with the message',
  },
  { id: 'memory', label: 'Memory', says: 'reading weights and KV cache from HBM' },
  { id: 'arithmetic', label: 'Arithmetic', says: 'multiplying and adding' },
] as const

export type TermId = (typeof TERMS)[number]['id']

export const KERNEL_LAUNCH = 0
export const NETWORK_LATENCY = 1
export const NETWORK_BANDWIDTH = 2
export const MEMORY = 3
export const ARITHMETIC = 4

/** Memory and arithmetic overlap: the longer of the two counts (A4). */
export const passSeconds = (terms: Float64Array): number =>
  terms[KERNEL_LAUNCH]! +
  terms[NETWORK_LATENCY]! +
  terms[NETWORK_BANDWIDTH]! +
  Math.max(terms[MEMORY]!, terms[ARITHMETIC]!)
