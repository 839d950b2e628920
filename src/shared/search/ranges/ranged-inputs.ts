/** How an uncertain input is spread: evenly to both sides in its logarithm, or for a share in its odds. */
type Spread = 'log' | 'odds'

/** An input whose value may be given as an interval. */
interface RangedInput {
  readonly id: string
  readonly label: string
  /** What its ends are: a factor on the value of the rules, or the value itself. */
  readonly ends: 'factor' | 'value'
  /** Of its values, for people. */
  readonly unit: string
  readonly spread: Spread
}

/** The inputs that may be uncertain. The order is that of the coordinates of the samples: new ones go to the end. */
export const RANGED_INPUTS = [
  { id: 'memoryBandwidth', label: 'Memory bandwidth reached', ends: 'factor', unit: 'x', spread: 'log' },
  { id: 'arithmetic', label: 'Arithmetic reached', ends: 'factor', unit: 'x', spread: 'log' },
  { id: 'kernelTime', label: 'Kernel time', ends: 'factor', unit: 'x', spread: 'log' },
  { id: 'networkLatency', label: 'Network latency', ends: 'factor', unit: 'x', spread: 'log' },
  { id: 'usdPerGpuHour', label: 'Price', ends: 'value', unit: 'USD per GPU-hour', spread: 'log' },
  { id: 'acceptance', label: 'Draft acceptance', ends: 'value', unit: 'share from 0 to 1', spread: 'odds' },
  { id: 'routingSkew', label: 'Routing skew', ends: 'value', unit: 'σ', spread: 'log' },
] as const satisfies readonly RangedInput[]

export type RangedInputId = (typeof RANGED_INPUTS)[number]['id']

/** Beside the inputs, the error of the rules themselves. */
export const MODEL_ERROR = { id: 'modelError', label: 'Error of the rules' } as const

/** What the width of a band may come from. */
export type WidthSource = RangedInputId | typeof MODEL_ERROR.id

/** By coordinate of the samples. */
export const WIDTH_SOURCES: readonly { readonly id: WidthSource; readonly label: string }[] = [
  ...RANGED_INPUTS,
  MODEL_ERROR,
]

export const rangedInput = (id: RangedInputId): RangedInput => RANGED_INPUTS.find((input) => input.id === id)!

export const coordinateOf = (id: WidthSource): number => WIDTH_SOURCES.findIndex((source) => source.id === id)
