import { amount, grouped, threeSignificant, usd } from '../report/format.ts'

/** "50 tokens/s": whole as it was asked, else three figures. */
export const speedInWords = (value: number): string => `${amount(value)} tokens/s`

export const gpusInWords = (count: number): string => `${grouped(count)} ${count === 1 ? 'GPU' : 'GPUs'}`

/** "$0.652 per million tokens". */
export const costInWords = (value: number): string => `${usd(value)} per million tokens`

/** "$2.95 per GPU-hour". */
export const priceInWords = (value: number): string => `${usd(value)} per GPU-hour`

/** "70.6 B", "1.03 T". */
export const paramsInWords = (value: number): string =>
  value >= 0.9995e12 ? `${threeSignificant(value / 1e12)} T` : `${threeSignificant(value / 1e9)} B`
