const MOST_WORDS = 16
const SEARCHABLE = /[\p{L}\p{N}]/u

/**
 * What a person typed, as an expression of FTS5: every word has to be found, each as the beginning of one, in any order.
 * Quotes and operators are text like any other; "llama-3.3" is found as llama, 3, 3 in a row. null where nothing
 * can be searched for.
 */
export function searchExpression(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => SEARCHABLE.test(word))
  if (words.length === 0) return null
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `"${word.replaceAll(/["\0]/g, ' ')}"*`)
    .join(' AND ')
}
