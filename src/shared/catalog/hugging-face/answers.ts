import { formField, isFieldPath, type FormField } from './form-fields.ts'
import { isObject, quoted, type Answers } from './config-reading.ts'
import type { ImportProblem } from './import-preview.ts'

/** What is wrong with an answer, null where nothing is. */
function answerProblem(field: FormField, value: unknown): string | null {
  switch (field.kind) {
    case 'whole': {
      const least = field.least ?? 1
      return Number.isInteger(value) && (value as number) >= least && (value as number) <= 1e9
        ? null
        : `a whole number from ${least} to 1,000,000,000`
    }
    case 'flag':
      return typeof value === 'boolean' ? null : 'true or false'
    case 'choice':
      return field.choices!.includes(value as string) ? null : `one of ${field.choices!.join(', ')}`
    case 'text':
      return typeof value === 'string' && value.length <= 2000 ? null : 'a text of at most 2000 characters'
    case 'shape':
      return value === null || isObject(value) ? null : 'an object, or null where the model has none'
  }
}

/** Answers that fit their fields; each of the others is a problem. `null` says the model has no such part. */
export function checkAnswers(answers: Answers): { readonly answers: Answers; readonly problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const right = Object.entries(answers).filter(([path, value]) => {
    if (!isFieldPath(path)) {
      problems.push({ path: null, key: path, message: 'is not a field of a model' })
      return false
    }
    const expected = value === null ? null : answerProblem(formField(path), value)
    if (expected !== null) problems.push({ path, key: path, message: `is ${quoted(value)}; expected ${expected}` })
    return expected === null
  })
  return { answers: Object.fromEntries(right), problems }
}
