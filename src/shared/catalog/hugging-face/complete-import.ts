import { totalParams } from '../../model/architecture.ts'
import { parseInput } from '../../scenario/input-error.ts'
import { toArchitecture, unsupportedPart } from '../model-architecture.ts'
import { releasedModelSchema, type ReleasedModel } from '../model-entry.ts'
import type { Answers } from './config-reading.ts'
import type { ImportField, ImportPreview, ImportProblem } from './import-preview.ts'
import { readConfig } from './read-config.ts'

/** What no `config.json` says of a model. */
export interface ImportIdentity {
  readonly id: string
  readonly name: string
  readonly org: string
  /** Day of release, like 2025-08-05. */
  readonly released: string
  /** Where the file is from: an address, or its name on this machine. */
  readonly source: string
  /** As published; null where not, and derived from the file then. */
  readonly totalParams: number | null
  readonly activeParams: number | null
  /** Fields that a person is less sure of than of a plain reading, and how sure. */
  readonly confidence?: Readonly<Record<string, string>>
}

export type CompletedImport =
  | { readonly entry: ReleasedModel }
  | { readonly missing: readonly MissingField[]; readonly problems: readonly ImportProblem[] }

export interface MissingField {
  readonly path: string
  readonly label: string
  readonly reason: string
}

const IDENTITY_LABELS = {
  id: 'Id',
  name: 'Name',
  org: 'Organisation',
  released: 'Release date',
  source: 'Source',
} as const

/** Fields that only a default of the family's code vouches for are less sure than what a file says. */
const confidenceOf = (fields: readonly ImportField[]): [string, string][] =>
  fields.filter(({ origin }) => origin.from === 'default').map(({ path }) => [path, 'medium'])

const missingFields = (fields: readonly ImportField[]): MissingField[] =>
  fields.flatMap(({ path, label, origin }) =>
    origin.from === 'missing' ? [{ path, label, reason: origin.reason }] : [],
  )

const missingIdentity = (identity: ImportIdentity): MissingField[] =>
  Object.entries(IDENTITY_LABELS)
    .filter(([path]) => identity[path as keyof typeof IDENTITY_LABELS].trim() === '')
    .map(([path, label]) => ({ path, label, reason: 'no config.json says it' }))

/**
 * The entry of a preview and what a person added, or what is still missing or wrong. The file is read again with the
 * answers, so that what follows from them follows.
 * @throws InputError where the entry breaks a rule of the catalog's form
 */
export function completeImport(preview: ImportPreview, answers: Answers, identity: ImportIdentity): CompletedImport {
  const { draft, fields, problems, notes } = readConfig(preview.config, answers)
  const missing = [...missingFields(fields), ...missingIdentity(identity)]
  if (missing.length > 0 || problems.length > 0) return { missing, problems }
  const { id, name, org, released, source } = identity
  const derived = identity.totalParams === null
  const entry = parseInput(releasedModelSchema, {
    ...draft,
    id,
    name,
    org,
    released,
    // Stands in until the entry is there to derive it from.
    totalParams: identity.totalParams ?? 1,
    totalParamsKind: derived ? 'derived from the configuration' : 'published',
    activeParams: identity.activeParams,
    confidence: { ...Object.fromEntries(confidenceOf(fields)), ...identity.confidence },
    ...(notes.length === 0 ? {} : { notes: notes.join(' ') }),
    sources: { architecture: source },
  })
  if (!derived) return { entry }
  const part = unsupportedPart(entry, 'standard')
  if (part !== null)
    return {
      missing: [{ path: 'totalParams', label: 'Parameters', reason: `cannot be derived for a model with ${part}` }],
      problems: [],
    }
  return { entry: { ...entry, totalParams: totalParams(toArchitecture(entry, 'standard')) } }
}
