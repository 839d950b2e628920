/** An input whose share in a point's speed and cost is asked for. */
interface MovedInput {
  readonly id: string
  readonly label: string
  /** What it being better means. */
  readonly better: string
  /** Within a sentence, and where there is nothing of it to improve. */
  readonly named: string
  readonly absent: string
}

/** How much better an input gets where it is a number. */
export const STEP = 0.1
const MORE = '+10 %'
const LESS = '−10 %'

/** The inputs that are moved one at a time; weights step to the next narrower format that the chip has. */
export const MOVED_INPUTS = [
  { id: 'memory-bandwidth', label: 'HBM bandwidth', better: MORE, named: 'HBM bandwidth', absent: 'HBM bandwidth' },
  { id: 'arithmetic', label: 'FLOP/s', better: MORE, named: 'FLOP/s', absent: 'FLOP/s' },
  {
    id: 'scale-up',
    label: 'Scale-up links',
    better: MORE,
    named: 'scale-up links',
    absent: 'scale-up links (not counted, or without limit)',
  },
  {
    id: 'scale-out',
    label: 'Scale-out links',
    better: MORE,
    named: 'scale-out links',
    absent: 'scale-out links (without limit)',
  },
  {
    id: 'network-latency',
    label: 'Network latency',
    better: LESS,
    named: 'network latency',
    absent: 'network latency',
  },
  { id: 'kernels', label: 'Kernel time', better: LESS, named: 'kernel time', absent: 'kernel time (none)' },
  { id: 'memory', label: 'Memory capacity', better: MORE, named: 'memory capacity', absent: 'memory capacity' },
  { id: 'price', label: 'Price', better: LESS, named: 'price', absent: 'price' },
  { id: 'context', label: 'Context', better: LESS, named: 'context', absent: 'context (empty)' },
  {
    id: 'weights',
    label: 'Weights',
    better: 'narrower',
    named: 'weights',
    absent: 'weights (no narrower format that the chip computes in)',
  },
] as const satisfies readonly MovedInput[]

export type MovedInputId = (typeof MOVED_INPUTS)[number]['id']
