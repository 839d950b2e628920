interface Level {
  /** Names seen in an object; null in a list. */
  readonly names: Set<string> | null
  /** The name or the place that what follows belongs to. */
  at: string
  items: number
}

/**
 * The path of the first field that an object has twice, as in `series[0].model`; null where there is none. JSON.parse takes the
 * last of them and says nothing.
 * @param source valid JSON
 */
export function duplicateKey(source: string): string | null {
  const levels: Level[] = []
  let name: string | null = null
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!
    const level = levels.at(-1)
    if (character === '"') {
      const end = endOfText(source, i)
      name = source.slice(i, end + 1)
      i = end
    } else if (character === ':') {
      const key = JSON.parse(name!) as string
      level!.at = levels.length === 1 ? key : `.${key}`
      if (level!.names!.has(key)) return levels.map(({ at }) => at).join('')
      level!.names!.add(key)
    } else if (character === '{') levels.push({ names: new Set(), at: '', items: 0 })
    else if (character === '[') levels.push({ names: null, at: '[0]', items: 0 })
    else if (character === ',' && level!.names === null) level!.at = `[${++level!.items}]`
    else if (character === '}' || character === ']') levels.pop()
  }
  return null
}

function endOfText(source: string, start: number): number {
  let end = start + 1
  while (source[end] !== '"') end += source[end] === '\\' ? 2 : 1
  return end
}
