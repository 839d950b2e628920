import * as v from 'valibot'

/** Something a person gave us is wrong: where, what, and what would be right. */
export class InputError extends Error {
  /** Path inside the input, like `series[0].model`; empty for the whole of it. */
  readonly path: string

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`)
    this.name = 'InputError'
    this.path = path
  }
}

/** The file was written by a newer version of the app. */
export class NewerVersionError extends Error {
  constructor(found: number, known: number) {
    super(`this file has version ${found}; this app reads versions up to ${known}. A newer Paretoscope can open it`)
    this.name = 'NewerVersionError'
  }
}

const shown = (value: unknown): string => {
  if (typeof value === 'number') return String(value)
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}...` : json
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')
}

/** The first thing a parser found wrong, in words. */
export function inputErrorOf(issues: readonly v.BaseIssue<unknown>[]): InputError {
  const issue = issues[0]!
  const path = pathOf(issue)
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return new InputError(path, 'is not a known field; remove it')
  if (issue.received === 'undefined') return new InputError(path, 'is missing; add it')
  return new InputError(path, `is ${shown(issue.input)}; expected ${expectation(issue)}`)
}

/** What a parser wanted: its own words, or failing these the name of the type. */
function expectation(issue: v.BaseIssue<unknown>): string {
  if (['object', 'strict_object', 'loose_object', 'record'].includes(issue.type)) return 'an object'
  return issue.message.startsWith('Invalid ') ? (issue.expected ?? 'something else') : issue.message
}

/** Parses with a schema. @throws InputError for the first thing wrong */
export function parseInput<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
  at = '',
): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const error = inputErrorOf(result.issues)
  if (at === '') throw error
  throw new InputError(
    error.path === '' ? at : `${at}.${error.path}`,
    error.message.slice(error.path === '' ? 0 : error.path.length + 2),
  )
}
