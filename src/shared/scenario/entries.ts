import type { Architecture } from '../model/architecture.ts'
import { toArchitecture, UnsupportedMixerError } from '../catalog/model-architecture.ts'
import { type ModelEntry } from '../catalog/model-entry.ts'
import type { RulesId } from '../model/rules.ts'
import { InputError } from './input-error.ts'

/** The entry of an id. @throws InputError that names ids alike */
export function findEntry<T>(entries: Readonly<Record<string, T>>, id: string, path: string, kind: string): T {
  const entry = Object.hasOwn(entries, id) ? entries[id] : undefined
  if (entry !== undefined) return entry
  const last = id.slice(id.lastIndexOf('/') + 1).toLowerCase()
  const alike = Object.keys(entries)
    .filter((other) => other.toLowerCase().includes(last.slice(0, 6)))
    .slice(0, 4)
  const hint = alike.length === 0 ? '' : `; did you mean ${alike.join(', ')}?`
  throw new InputError(path, `is "${id}", which is no ${kind} of the catalog or the file${hint}`)
}

/** The cost model's view of a model. @throws InputError where the rules have no equation for a part of it */
export const architectureOf = (entry: ModelEntry, rules: RulesId, path: string): Architecture => {
  try {
    return toArchitecture(entry, rules)
  } catch (error) {
    if (error instanceof UnsupportedMixerError) throw new InputError(path, error.message)
    throw error
  }
}
