/** "1.5", "100K" and "2M" as people write numbers; null for an empty text, NaN for no number. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replaceAll(',', '')
  if (trimmed === '') return null
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([kKmM]?)$/.exec(trimmed)
  if (match === null) return Number.NaN
  const factor = { '': 1, k: 1e3, m: 1e6 }[match[2]!.toLowerCase()]!
  return Number(match[1]) * factor
}
