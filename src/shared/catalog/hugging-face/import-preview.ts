import type { ReleasedModel } from '../model-entry.ts'
import type { FieldPath } from './form-fields.ts'

/** Where the value of a field is from. */
export type Origin =
  /** A key of the file, by its path there, with the value it has. */
  | { readonly from: 'config'; readonly key: string; readonly value: unknown }
  /** Follows from other fields. */
  | { readonly from: 'derived'; readonly how: string }
  /** Every model of this family has it, the file need not say. */
  | { readonly from: 'family'; readonly reason: string }
  /** The file lacks the key; what the family's code takes then. */
  | { readonly from: 'default'; readonly key: string; readonly reason: string }
  /** A person said so. */
  | { readonly from: 'answer' }
  /** Nothing says; a person is asked. */
  | { readonly from: 'missing'; readonly reason: string }

export interface ImportField {
  readonly path: FieldPath
  readonly label: string
  /** Undefined where missing; null where the model has no such part. */
  readonly value: unknown
  readonly origin: Origin
}

export interface ImportProblem {
  /** The field that cannot be filled for it; null for an answer to what is no field. */
  readonly path: FieldPath | null
  /** Path of the key in the file, or of the field that was answered. */
  readonly key: string
  readonly message: string
}

/** A key that nothing was read from and whose name speaks of attention, experts or layers. */
export interface UnreadKey {
  readonly key: string
  readonly value: unknown
}

type Draft<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Draft<T[K]> } : T

/** What was understood of a `config.json`, before a person completes it. */
export interface ImportPreview {
  /** As the file names it; null where it does not. */
  readonly modelType: string | null
  /** Null for a type that is not known: what common keys say is filled in. */
  readonly family: string | null
  readonly draft: Draft<ReleasedModel>
  readonly fields: readonly ImportField[]
  readonly notUnderstood: readonly UnreadKey[]
  readonly problems: readonly ImportProblem[]
  /** What is left out of the entry, in words. */
  readonly notes: readonly string[]
  /** The parsed file, which `completeImport` reads again with the answers. */
  readonly config: Readonly<Record<string, unknown>>
}
