/** Something that can be done or gone to, found by its words. */
export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly group: string
  /** The keys that do the same: "Ctrl+S". */
  readonly keys?: string
  readonly run: () => void
}

/** Entries of one heading. */
export interface PaletteGroup {
  readonly label: string
  readonly entries: readonly PaletteEntry[]
}

const startsWord = (text: string, word: string): boolean => text.startsWith(word) || text.includes(` ${word}`)

/**
 * The entries that hold every word asked for, in their label or heading, under their headings. Where nothing is asked for,
 * all. Headings keep their order; under each, entries in which every word asked for starts a word of the label come first.
 */
export function findEntries(entries: readonly PaletteEntry[], asked: string): PaletteGroup[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  const found = entries.filter(({ label, group }) => {
    const text = `${group} ${label}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const first = ({ label }: PaletteEntry) => words.every((word) => startsWord(label.toLowerCase(), word))
  return [...new Set(found.map(({ group }) => group))].map((label) => {
    const own = found.filter(({ group }) => group === label)
    return { label, entries: [...own.filter(first), ...own.filter((entry) => !first(entry))] }
  })
}
