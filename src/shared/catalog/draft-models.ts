import { activeParams } from '../model/architecture.ts'
import type { RulesId } from '../model/rules.ts'
import { toArchitecture, unsupportedPart } from './model-architecture.ts'
import { isPaperModel, modelName, type ModelEntry } from './model-entry.ts'

export interface DraftCandidate {
  readonly id: string
  /** A draft proposes tokens of the target's vocabulary and must cost less to run. */
  readonly fits: boolean
  /** What speaks for it, its share of the target's active parameters last, or why it does not fit. */
  readonly reason: string
  /** Null where neither derived nor published. */
  readonly activeParams: number | null
}

interface Sized {
  readonly id: string
  readonly entry: ModelEntry
  readonly active: number | null
}

const inBillions = (params: number): string => `${Number((params / 1e9).toPrecision(3))} B`

const org = (entry: ModelEntry): string | null => (isPaperModel(entry) ? null : entry.org)

const published = (entry: ModelEntry): number | null =>
  isPaperModel(entry) ? null : (entry.activeParams ?? entry.totalParams)

/** Active parameters by the rules; as published, for all models alike, where these have no equation for the target. */
function activeOf(entry: ModelEntry, target: ModelEntry, rules: RulesId): number | null {
  if (unsupportedPart(target, rules) !== null || unsupportedPart(entry, rules) !== null) return published(entry)
  return activeParams(toArchitecture(entry, rules))
}

/** Why a model cannot draft for the target, null where nothing speaks against it. */
function obstacle(draft: Sized, target: Sized, rules: RulesId): string | null {
  const { entry, active } = draft
  if (draft.id === target.id) return 'is the model itself'
  const part = unsupportedPart(entry, rules)
  if (part !== null) return `has ${part}, which the rules have no equation for`
  if (target.entry.vocab === 0 || entry.vocab === 0) return 'a vocabulary is not known'
  if (entry.vocab !== target.entry.vocab) return `another vocabulary, of ${entry.vocab.toLocaleString('en')}`
  if (active === null || target.active === null) return 'active parameters are not known'
  return active < target.active ? null : `${inBillions(active)} active, no fewer than the model`
}

const sameMaker = (draft: Sized, target: Sized): boolean =>
  org(draft.entry) !== null && org(draft.entry) === org(target.entry)

function merit(draft: Sized, target: Sized): string {
  const times = Number((target.active! / draft.active!).toPrecision(2))
  const maker = sameMaker(draft, target) ? 'same maker, ' : ''
  return `${maker}${inBillions(draft.active!)} active, 1/${times}`
}

/**
 * Which models can draft for another in speculative decoding: those with a vocabulary of the same size and fewer active
 * parameters. The same size is necessary for one tokenizer and no proof of it; how often the target accepts a draft is
 * not in the catalog. Fitting ones come first, of the same maker before others, small before large; the rest by name.
 */
export function draftModels(
  targetId: string,
  models: Readonly<Record<string, ModelEntry>>,
  rules: RulesId,
): DraftCandidate[] {
  const entry = models[targetId]
  if (entry === undefined) return []
  const sized = (id: string, own: ModelEntry): Sized => ({ id, entry: own, active: activeOf(own, entry, rules) })
  const target = sized(targetId, entry)
  const rows = Object.entries(models).map(([id, own]) => {
    const draft = sized(id, own)
    return { draft, against: obstacle(draft, target, rules) }
  })
  const fitting = rows
    .filter(({ against }) => against === null)
    .toSorted(
      (a, b) =>
        Number(sameMaker(b.draft, target)) - Number(sameMaker(a.draft, target)) || a.draft.active! - b.draft.active!,
    )
  const others = rows
    .filter(({ against }) => against !== null)
    .toSorted((a, b) => modelName(a.draft.entry).localeCompare(modelName(b.draft.entry), 'en'))
  return [...fitting, ...others].map(({ draft, against }) => ({
    id: draft.id,
    fits: against === null,
    reason: against ?? merit(draft, target),
    activeParams: draft.active,
  }))
}
