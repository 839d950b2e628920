const MINUS = '−'

/** A share in per cent to one decimal, as docs/validation.md has it: "9.3 %". */
export const percentText = (share: number): string => `${(100 * share).toFixed(1)} %`

/** The same with its sign: "+6.5 %", "−0.4 %". */
export function signedPercentText(share: number): string {
  const text = percentText(Math.abs(share))
  return text === percentText(0) ? text : `${share < 0 ? MINUS : '+'}${text}`
}
