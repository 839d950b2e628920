import type { Reply } from '../../shared/contract/contract.ts'
import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'
import { CancelledError } from '../compute/cancelled-error.ts'

type Failure = Extract<Reply<never>, { ok: false }>

/** A failure as the renderer gets it: its kind and a sentence, never a stack trace. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, kind: kindOf(error), message }
}

function kindOf(error: unknown): Failure['kind'] {
  if (error instanceof InputError) return 'input'
  if (error instanceof NewerVersionError) return 'newer-version'
  if (error instanceof CancelledError) return 'cancelled'
  return 'failed'
}
