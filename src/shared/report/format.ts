/** Numbers for people: three significant figures, grouped thousands, a real minus sign, the unit always with them. */

const MINUS = '−'

/** Three significant figures: 0.0652, 2.10, 99.1, 1,290, 10,800. */
export function threeSignificant(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const magnitude = Number(Math.abs(value).toPrecision(3))
  const text =
    magnitude >= 1000
      ? magnitude.toLocaleString('en-US')
      : magnitude < 0.001
        ? magnitude.toExponential(2).replace('e-', 'e' + MINUS)
        : magnitude.toPrecision(3)
  return value < 0 ? MINUS + text : text
}

/** As short as an axis label wants it: 8, 0.5, 10K, 1M. */
export function plainNumber(value: number): string {
  const magnitude = Math.abs(value)
  if (Number.isInteger(value) && magnitude < 1e4) return value.toLocaleString('en-US').replace('-', MINUS)
  if (magnitude >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`
  if (magnitude >= 1e4) return `${Number((value / 1e3).toPrecision(3))}K`
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 }).replace('-', MINUS)
}

/** Dollars of an axis label: $0.05, $100. */
export const usdLabel = (value: number): string => `$${plainNumber(value)}`

export const usd = (value: number): string =>
  value < 0 ? `${MINUS}$${threeSignificant(-value)}` : `$${threeSignificant(value)}`

/** Dollars from one to another: "$1.90–2.60"; without an upper end "from $1.90". */
export const usdRange = (low: number, high: number): string =>
  high < Infinity ? `${usd(low)}–${threeSignificant(high)}` : `from ${usd(low)}`

export const milliseconds = (seconds: number): string => `${threeSignificant(seconds * 1e3)} ms`

/** A time in the unit that suits it: 9.11 µs, 6.60 ms, 1.20 s. */
export function duration(seconds: number): string {
  if (seconds !== 0 && Math.abs(seconds) < 0.9995e-3) return `${threeSignificant(seconds * 1e6)} µs`
  return Math.abs(seconds) < 0.9995 ? milliseconds(seconds) : `${threeSignificant(seconds)} s`
}

/** A time as short as an axis label wants it, in the unit that suits it: 5 µs, 20 ms, 1 s. */
export function timeLabel(seconds: number): string {
  if (seconds < 0.9995e-3) return `${plainNumber(Number((seconds * 1e6).toPrecision(3)))} µs`
  if (seconds < 0.9995) return `${plainNumber(Number((seconds * 1e3).toPrecision(3)))} ms`
  return `${plainNumber(Number(seconds.toPrecision(3)))} s`
}

export const gigabytes = (bytes: number): string => `${threeSignificant(bytes / 1e9)} GB`

export const percent = (share: number): string => `${threeSignificant(share * 100)} %`

/**
 * A change in whole percent with its sign: "+46 %", "−53 %", "0 %". Nearly all is "−99.9 %", never "−100 %"; beyond
 * three times as much it is the factor: "11.2×".
 */
export function signedPercent(change: number): string {
  if (change > 2) return `${threeSignificant(1 + change)}×`
  const whole = change > -1 && change < -0.995 ? -99.9 : Math.round(change * 100)
  const sign = whole > 0 ? '+' : whole < 0 ? MINUS : ''
  return `${sign}${Math.abs(whole)} %`
}

/** A small change with its sign and a tenth of a percent: "−7.1 %", "+33.1 %"; beyond three times as much the factor. */
export function fineChange(change: number): string {
  if (change > 2) return `${threeSignificant(1 + change)}×`
  const tenths = (Math.abs(change) * 100).toFixed(1)
  return `${Number(tenths) === 0 ? '' : change > 0 ? '+' : MINUS}${tenths} %`
}

/** A whole number with grouped thousands. */
export const grouped = (value: number): string => (Math.round(value) + 0).toLocaleString('en-US').replace('-', MINUS)

/** A count: whole as it is, 4,096; else three significant figures, 6.87. */
export const amount = (value: number): string => (Number.isInteger(value) ? grouped(value) : threeSignificant(value))

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
