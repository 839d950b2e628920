import { LABEL_MARK } from '../../../shared/scenario/joined-comparison.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'

export const PANEL_GROUPINGS = [
  { id: 'series', label: 'series' },
  { id: 'model', label: 'model' },
  { id: 'accelerator', label: 'accelerator' },
  { id: 'precision', label: 'precision' },
  { id: 'version', label: 'version' },
] as const

export type PanelGrouping = (typeof PANEL_GROUPINGS)[number]['id']

/** Names of what a series is grouped by. */
export interface GroupNames {
  readonly model: (id: string) => string
  readonly accelerator: (id: string) => string
  readonly nativeBits: (id: string) => { readonly weight: number } | null
}

interface Grouped {
  readonly key: string
  readonly series: Series
}

export interface PanelGroup<T extends Grouped> {
  readonly key: string
  readonly name: string
  readonly members: readonly T[]
}

/** "fp8", "4-bit weights", "as released" where the entry is unknown. */
function precision({ model, weightFormat, weightBits }: Series, names: GroupNames): string {
  if (weightFormat !== null) return weightFormat
  if (weightBits !== null) return `${weightBits}-bit weights`
  const native = names.nativeBits(model)
  return native === null ? 'as released' : `${native.weight}-bit weights`
}

/** The version that a series of two versions' comparison is from; null elsewhere. */
export function versionOf({ name }: Pick<Series, 'name'>): string | null {
  const at = name.lastIndexOf(LABEL_MARK)
  return at === -1 ? null : name.slice(at + LABEL_MARK.length)
}

/** Series that share a panel, in the order in which their groups come first. */
export function panelGroups<T extends Grouped>(
  shown: readonly T[],
  by: PanelGrouping,
  names: GroupNames,
): PanelGroup<T>[] {
  if (by === 'series') return shown.map((one) => ({ key: one.key, name: one.series.name, members: [one] }))
  const nameOf = ({ series }: T): string => {
    if (by === 'version') return versionOf(series) ?? series.name
    return by === 'precision' ? precision(series, names) : names[by](series[by])
  }
  return [...new Set(shown.map(nameOf))].map((name) => ({
    key: `${by} ${name}`,
    name,
    members: shown.filter((one) => nameOf(one) === name),
  }))
}
