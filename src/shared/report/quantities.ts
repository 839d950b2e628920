import type { AxisQuantity } from './axis.ts'
import { duration, percent, plainNumber, threeSignificant, timeLabel, usd, usdLabel } from './format.ts'

type Written = Pick<AxisQuantity, 'tick' | 'format'>

/** Steps of a thousand from one on, with the letters they go by. */
const THOUSANDS = [
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

/** A count of a unit with a letter for its thousands: 4.80 TB/s, 8.00 MB. */
const inThousands = (unit: string, letters: readonly (readonly [number, string])[] = THOUSANDS): Written => {
  const scaled = (value: number, write: (value: number) => string) => {
    const [size, letter] = letters.find(([least]) => Math.abs(value) >= least * 0.9995) ?? [1, '']
    return `${write(value / size)}${unit === '' ? letter : ` ${letter}${unit}`}`
  }
  return {
    tick: (value) => scaled(value, plainNumber),
    format: (value) => scaled(value, threeSignificant),
  }
}

const named = (unit: string): Written => ({
  tick: plainNumber,
  format: (value) => `${threeSignificant(value)} ${unit}`,
})

/** Parameters go by billions and trillions, written B and T. */
const PARAMETERS = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
] as const

/** How values of each unit are written, on an axis and as a reading. */
const WRITTEN = {
  'tokens/s': named('tokens/s'),
  'USD per million tokens': { tick: usdLabel, format: (value) => `${usd(value)} /M` },
  'USD per hour': { tick: usdLabel, format: (value) => `${usd(value)} /h` },
  USD: { tick: usdLabel, format: usd },
  seconds: { tick: timeLabel, format: duration },
  bytes: inThousands('B'),
  'bytes/s': inThousands('B/s'),
  'FLOP/s': inThousands('FLOP/s'),
  parameters: inThousands('', PARAMETERS),
  watts: inThousands('W'),
  GPUs: named('GPUs'),
  tokens: named('tokens'),
  sequences: named('sequences'),
  bits: named('bits'),
  exponent: { tick: plainNumber, format: threeSignificant },
  times: { tick: (value) => `${plainNumber(value)}×`, format: (value) => `${threeSignificant(value)}×` },
  share: { tick: (value) => `${plainNumber(value * 100)} %`, format: percent },
} as const satisfies Record<string, Written>

export const UNITS = Object.keys(WRITTEN) as [Unit, ...Unit[]]
export type Unit = keyof typeof WRITTEN

/** A value with its unit, three significant figures. */
export const inUnit = (value: number, unit: Unit): string => WRITTEN[unit].format(value)

/** Whether it is a unit whose values are written with it, each in the size that suits it. */
export const isUnit = (unit: string): unit is Unit => Object.hasOwn(WRITTEN, unit)

/** What an axis shows, by the unit of its values. */
export const axisIn = (unit: Unit, label: string, name: string): AxisQuantity => ({
  id: `${unit}: ${label}`,
  label,
  name,
  ...WRITTEN[unit],
})
