import type { ImportField, Origin } from '../../../shared/catalog/hugging-face/import-preview.ts'
import { amount } from '../../../shared/report/format.ts'

/** Where the value of an imported field is from: "num_hidden_layers", "derived: …". */
export function originInWords(origin: Origin): string {
  if (origin.from === 'config') return origin.key
  if (origin.from === 'derived') return `derived: ${origin.how}`
  return origin.from === 'answer' ? 'your answer' : origin.reason
}

/** A field's value as it is shown: "–" where the model has no such part. */
export function importedValue({ value }: Pick<ImportField, 'value'>): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return amount(value)
  return typeof value === 'string' ? value : 'yes'
}
