import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import * as v from 'valibot'
import { CALLS, type CallInput, type CallName, type CallOutput, type Reply } from '../../shared/contract/contract.ts'
import { InputError, parseInput } from '../../shared/scenario/input-error.ts'
import type { Caller } from '../window/app-windows.ts'
import { isAppUrl } from '../window/app-origin.ts'
import { failureOf } from './reply.ts'

/** What a handler gives; where the contract has no answer, it gives nothing. */
type Answer<N extends CallName> = undefined extends CallOutput<N> ? void : CallOutput<N>

/** One for every call of the contract: a missing one is a type error. */
export type CallHandlers = {
  readonly [N in CallName]: (input: CallInput<N>, caller: Caller) => Answer<N> | Promise<Answer<N>>
}

export interface CallSurroundings {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** Whose main frame it is; null where it is none of ours. */
  readonly callerOf: (frame: WebFrameMain | null) => Caller | null
  readonly log: (line: string) => void
}

export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>

/** Registers calls of the app's pages: sender checked, input parsed, handler run, output parsed, failures told by kind. */
export function handleCalls<N extends CallName>(
  handlers: Pick<CallHandlers, N>,
  { ipcMain, callerOf, log }: CallSurroundings,
): void {
  for (const name of Object.keys(handlers) as N[]) {
    ipcMain.handle(name, async (event, input: unknown): Promise<Reply<unknown>> => {
      try {
        const caller = callerOf(event.senderFrame)
        if (caller === null || !showsOurPage(event)) throw new InputError('', 'this page may not call the app')
        return { ok: true, value: await answer(name, handlers, input, caller) }
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'failed')
          log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
        return failure
      }
    })
  }
}

/** The top frame of our own window may have been led away. */
const showsOurPage = ({ senderFrame }: Sender): boolean => senderFrame !== null && isAppUrl(senderFrame.url)

async function answer<N extends CallName>(
  name: N,
  handlers: Pick<CallHandlers, N>,
  input: unknown,
  caller: Caller,
): Promise<CallOutput<N>> {
  const parsed = parseInput<v.GenericSchema>(CALLS[name].input, input) as CallInput<N>
  const output = await handlers[name](parsed, caller)
  const checked = v.safeParse<v.GenericSchema>(CALLS[name].output, output)
  if (!checked.success) throw new Error(`The answer of ${name} breaks the contract: ${v.summarize(checked.issues)}`)
  return checked.output as CallOutput<N>
}
