import { amount } from '../report/format.ts'
import { entryDifferences } from './entry-differences.ts'
import { valueAt, withValueAt } from './entry-path.ts'

/** A number of an entry: where it is, what it is called, and how people read it. */
export interface Figure {
  readonly path: string
  readonly label: string
  readonly unit: string
  /** What one of the unit is in the entry's terms. */
  readonly perUnit: number
  readonly group: string
  /** What an entry without it has at its path: null, nothing at all, or it may not be without. */
  readonly empty: 'null' | 'absent' | 'needed'
  /** The name its source and confidence are kept under. */
  readonly source: string
}

/** Makes the figures of a group. */
export const figuresIn =
  (group: string) =>
  (
    path: string,
    label: string,
    unit: string,
    perUnit: number,
    empty: Figure['empty'] = 'null',
    source = path.split('.')[0]!,
  ): Figure => ({ path, label, unit, perUnit, group, empty, source })

/** A value in the figure's unit, without it: 3,350 for 3.35e12 bytes per second in GB/s. */
export const inUnit = ({ perUnit }: Pick<Figure, 'perUnit'>, value: number): number =>
  Number((value / perUnit).toPrecision(12))

/** "3,350 GB/s", "unlimited", "not known". */
export function figureInWords(figure: Figure, value: unknown): string {
  if (value === 'Infinity') return 'unlimited'
  if (typeof value !== 'number') return 'not known'
  return `${amount(inUnit(figure, value))} ${figure.unit}`.trim()
}

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** What changed from one state of an entry to another, a line each: "Memory bandwidth 3,350 → 3,400 GB/s". */
export function changesInWords(before: unknown, after: unknown, figures: readonly Figure[]): string[] {
  return entryDifferences(before, after)
    .filter(({ path }) => path !== 'id')
    .map(({ path, before: was, after: is }) => {
      const figure = figures.find((one) => one.path === path)
      return figure === undefined
        ? `${path}: ${shown(was)} → ${shown(is)}`
        : `${figure.label}: ${figureInWords(figure, was)} → ${figureInWords(figure, is)}`
    })
}

/**
 * An entry after a person changed figures: where the source of a figure still is that of the old one, it becomes the person's
 * own, with the date. The old source stays while another of its figures is as it was.
 * @param origin where the new figures are from, in words; @param says what is told of each, its label where nothing else is
 */
export function withOwnSources<T>(
  before: unknown,
  after: T,
  figures: readonly Figure[],
  asOf: string,
  origin = 'own figure',
  says: (figure: Figure) => string = ({ label }) => label,
): T {
  if (typeof valueAt(after, 'sources') !== 'object') return after
  const isChanged = ({ path }: Figure) => JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(after, path))
  return [...new Set(figures.map(({ source }) => source))].reduce((entry, source) => {
    const known = figures.filter((figure) => figure.source === source && valueAt(before, figure.path) != null)
    const changed = figures.filter((figure) => figure.source === source && isChanged(figure))
    const [was, is] = [valueAt(before, `sources.${source}`), valueAt(after, `sources.${source}`)]
    // What the person wrote there themselves says enough.
    if (changed.length === 0 || JSON.stringify(was) !== JSON.stringify(is)) return entry
    const cited = Array.isArray(is) ? (is as string[]) : typeof is === 'string' ? [is] : []
    const kept = known.every(isChanged) ? [] : cited
    const own = `${origin} (${asOf}): ${changed.map(says).join(', ')}`
    const sourced = withValueAt(entry, `sources.${source}`, [...kept, own])
    return withValueAt(sourced, `confidence.${source}`, 'own figure')
  }, after)
}
