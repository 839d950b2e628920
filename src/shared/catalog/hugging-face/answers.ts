import { formField, isFieldPath, type FieldKind, type FormField } from './form-fields.ts'
import { isObject, quoted, type Answers } from './config-reading.ts'
import type { ImportProblem } from './import-preview.ts'

interface Check {
  readonly isRight: (value: unknown, field: FormField) => boolean
  readonly expected: (field: FormField) => string
}

const LARGEST = 1e9

const CHECKS: Readonly<Record<FieldKind, Check>> = {
  whole: {
    isRight: (value, { least = 1 }) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= LARGEST,
    expected: ({ least = 1 }) => `a whole number from ${least} to ${LARGEST.toLocaleString('en')}`,
  },
  flag: { isRight: (value) => typeof value === 'boolean', expected: () => 'true or false' },
  choice: {
    isRight: (value, { choices = [] }) => choices.includes(value as string),
    expected: ({ choices = [] }) => `one of ${choices.join(', ')}`,
  },
  text: {
    isRight: (value) => typeof value === 'string' && value.length <= 2000,
    expected: () => 'a text of at most 2000 characters',
  },
  shape: { isRight: isObject, expected: () => 'an object, or null where the model has none' },
}

/** Answers that fit their fields; each of the others is a problem. `null` says the model has no such part. */
export function checkAnswers(answers: Answers): { readonly answers: Answers; readonly problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const right = Object.entries(answers).filter(([path, value]) => {
    if (!isFieldPath(path)) {
      problems.push({ path: null, key: path, message: 'is not a field of a model' })
      return false
    }
    const field = formField(path)
    const { isRight, expected } = CHECKS[field.kind]
    if (value === null || isRight(value, field)) return true
    problems.push({ path, key: path, message: `is ${quoted(value)}; expected ${expected(field)}` })
    return false
  })
  return { answers: Object.fromEntries(right), problems }
}
