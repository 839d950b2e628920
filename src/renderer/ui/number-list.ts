import { parseNumber } from './parse-number.ts'

/** The numbers of a list like "20, 50, 1K", ascending and each once; or why it is none, in words. */
export function parseNumberList(text: string, most: number, fromZero = false): number[] | string {
  const numbers = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => parseNumber(part) ?? Number.NaN)
  const fits = (number: number) => Number.isFinite(number) && (number > 0 || (fromZero && number === 0))
  if (!numbers.every(fits)) return `numbers ${fromZero ? 'from' : 'above'} 0, with commas between`
  const different = [...new Set(numbers)].toSorted((a, b) => a - b)
  return different.length > most ? `at most ${most} numbers` : different
}
