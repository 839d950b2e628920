import type { ImportField, ImportPreview } from './import-preview.ts'

const parentsOf = (path: string): string[] =>
  path.split('.').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('.')]))

/** An entry of the fields, as far as they have a value; what a person said of a whole part goes before its fields. */
export function draftOf(fields: readonly ImportField[]): ImportPreview['draft'] {
  const draft: Record<string, unknown> = {}
  const whole = new Map(
    fields
      .filter(({ origin, value }) => value === null || origin.from === 'answer')
      .map(({ path }) => [path as string, true]),
  )
  for (const { path, value } of fields) {
    if (value === undefined || parentsOf(path).some((parent) => whole.has(parent))) continue
    const parts = path.split('.')
    const last = parts.pop()!
    let object = draft
    for (const part of parts) object = (object[part] ??= {}) as Record<string, unknown>
    object[last] = value
  }
  return draft
}
