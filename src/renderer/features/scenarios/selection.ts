/** What of a list is chosen, and where the keyboard is. */
export interface Selection {
  readonly chosen: ReadonlySet<number>
  /** The one the keyboard is at; null before it was anywhere. */
  readonly active: number | null
  /** Where a range begins. */
  readonly anchor: number | null
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), active: null, anchor: null }

/** alone: nothing else; toggle: it, or no longer it, besides the others; range: all from the anchor to it. */
export type ChoiceMode = 'alone' | 'toggle' | 'range'

/** The selection after one of the list's ids is clicked, or moved to by the keyboard. */
export function choose(ids: readonly number[], before: Selection, id: number, mode: ChoiceMode): Selection {
  if (mode === 'alone') return { chosen: new Set([id]), active: id, anchor: id }
  if (mode === 'toggle') {
    const chosen = new Set(before.chosen)
    if (!chosen.delete(id)) chosen.add(id)
    return { chosen, active: id, anchor: id }
  }
  const from = ids.indexOf(before.anchor ?? id)
  const to = ids.indexOf(id)
  const range = from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { chosen: new Set(range), active: id, anchor: from === -1 ? id : before.anchor }
}

export const chooseAll = (ids: readonly number[], { active, anchor }: Selection): Selection => ({
  chosen: new Set(ids),
  active: active ?? ids[0] ?? null,
  anchor,
})

/** What is left of a selection in a list that has changed; the keyboard stays at the place it was at. */
export function stillThere(before: readonly number[], after: readonly number[], selection: Selection): Selection {
  const there = new Set(after)
  const chosen = new Set([...selection.chosen].filter((id) => there.has(id)))
  const { active, anchor } = selection
  const place = active === null ? -1 : before.indexOf(active)
  const next =
    active !== null && there.has(active)
      ? active
      : place === -1
        ? null
        : (after[Math.min(place, after.length - 1)] ?? null)
  return { chosen, active: next, anchor: anchor !== null && there.has(anchor) ? anchor : next }
}
