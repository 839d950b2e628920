import * as v from 'valibot'
import { inputErrorOf } from '../scenario/input-error.ts'
import { valueAt } from './entry-path.ts'

/** Something about an entry that cannot be (an error, which may not be saved) or is not likely (a warning). */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** The field it is told at, like "scaleUp.domainSize" or "otherPrices.0.value". */
  readonly path: string
  readonly message: string
}

/** What a parser refuses, the first thing for each field, and the entry where it refuses nothing. */
export function parsedEntry<T>(
  schema: v.GenericSchema<unknown, T>,
  input: unknown,
): { readonly entry: T | null; readonly findings: readonly Finding[] } {
  const result = v.safeParse(schema, input)
  if (result.success) return { entry: result.output, findings: [] }
  const findings = result.issues.map((issue): Finding => {
    const error = inputErrorOf([issue])
    const path = error.path.replaceAll(/\[(\d+)\]/g, '.$1')
    const empty = valueAt(input, path) == null || valueAt(input, path) === ''
    const message = empty ? 'is needed' : error.message.slice(error.path.length + (error.path === '' ? 0 : 2))
    return { severity: 'error', path, message }
  })
  return {
    entry: null,
    findings: findings.filter(({ path }, at) => findings.findIndex((one) => one.path === path) === at),
  }
}
