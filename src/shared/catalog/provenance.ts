/** Where a figure is from, when that was looked at, and how sure it is. */
export interface Provenance {
  readonly sources: readonly string[]
  /** The latest date that the sources name, "2026-08-22" or "2026-05"; null where they name none. */
  readonly date: string | null
  /** "high" unless the entry says otherwise; null where no source is named. */
  readonly confidence: string | null
}

interface Sourced {
  readonly sources: Readonly<Record<string, string | readonly string[]>>
  readonly confidence: Readonly<Record<string, string>>
}

/** Where the entries of the paper's notebook are from. */
export const PAPER_PROVENANCE: Provenance = {
  sources: ['“Inference economics of language models”, arXiv 2506.04645, its notebook'],
  date: '2025-06',
  confidence: 'as the paper has it',
}

const latestDate = (citations: readonly string[]): string | null =>
  citations
    .flatMap((citation) => citation.match(/\b20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b/g) ?? [])
    .toSorted()
    .at(-1) ?? null

/**
 * Provenance of what an entry keeps under `key`; one in the notebook's form names none, and is the paper's.
 */
export function provenanceOf(entry: object, key: string): Provenance {
  if (!('sources' in entry)) return PAPER_PROVENANCE
  const { sources, confidence } = entry as Sourced
  const found = Object.hasOwn(sources, key) ? sources[key]! : []
  const cited = typeof found === 'string' ? [found] : found
  const doubt = Object.hasOwn(confidence, key) ? confidence[key]! : 'high'
  return { sources: cited, date: latestDate(cited), confidence: cited.length === 0 ? null : doubt }
}
