import type { Bridge, CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'

declare global {
  interface Window {
    readonly paretoscope: Bridge
  }
}

/** A call the main process answered with a failure; `kind` as in the contract. */
export class CallError extends Error {
  readonly kind: 'input' | 'cancelled' | 'newer-version' | 'failed'

  constructor(kind: CallError['kind'], message: string) {
    super(message)
    this.name = 'CallError'
    this.kind = kind
  }
}

/** Calls the main process. @throws CallError */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await window.paretoscope.invoke(name, input)
  if (!reply.ok) throw new CallError(reply.kind, reply.message)
  return reply.value
}

export const listen: Bridge['on'] = (name, listener) => window.paretoscope.on(name, listener)
