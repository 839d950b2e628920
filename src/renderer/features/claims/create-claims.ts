import { createEffect, createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { ClaimInput, ClaimInputs } from '../../../shared/claims/claim-fields.ts'
import type { ClaimResult } from '../../../shared/claims/claim-result.ts'
import { CLAIMS, claimOf } from '../../../shared/claims/claims.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { call, CallError, listen } from '../../kernel/api.ts'

/** How far a claim is. The last result stays shown while a new one is computed. */
export interface ClaimState {
  readonly status: 'waiting' | 'computing' | 'ready' | 'failed'
  readonly result: ClaimResult | null
  readonly message: string | null
  /** Frontiers that are done, of all. */
  readonly done: number
  readonly total: number
}

const WAITING: ClaimState = { status: 'waiting', result: null, message: null, done: 0, total: 0 }

interface Run {
  readonly job: string
  /** All that the answer hangs on. */
  readonly asked: string
  readonly ended: Promise<void>
}

/**
 * The claims with their inputs and what was found of each: the one looked at first, the others one after the other while the page
 * is open. Answers to old inputs are dropped.
 */
export function createClaims(active: Accessor<boolean>, listed: Accessor<CallOutput<'catalog.list'>>) {
  const [selectedId, select] = createSignal(CLAIMS[0]!.id)
  const [inputs, setInputs] = createSignal<ReadonlyMap<string, ClaimInputs>>(new Map())
  const [states, setStates] = createSignal<ReadonlyMap<string, ClaimState>>(new Map())
  const runs = new Map<string, Run>()

  const inputsOf = (id: string): ClaimInputs => inputs().get(id) ?? claimOf(id).variants[0]!
  const stateOf = (id: string): ClaimState => states().get(id) ?? WAITING
  const update = (id: string, patch: Partial<ClaimState>) =>
    setStates((all) => new Map(all).set(id, { ...(all.get(id) ?? WAITING), ...patch }))
  /** The entries of the person's own, any of which a claim may name; the others never change. */
  const own = createMemo(() => {
    const { accelerators, models } = listed()
    return JSON.stringify([...accelerators, ...models].filter(({ origin }) => origin === 'user'))
  })

  function cancel(id: string): void {
    const run = runs.get(id)
    if (run === undefined) return
    runs.delete(id)
    void call('frontier.cancel', run.job).catch(() => undefined)
  }

  async function find(id: string, job: string): Promise<void> {
    const current = () => runs.get(id)?.job === job
    update(id, { status: 'computing', message: null, done: 0, total: 0 })
    try {
      const result = await call('claims.compute', { job, claim: id, inputs: inputsOf(id) })
      if (current()) update(id, { status: 'ready', result })
    } catch (error) {
      if (!current() || (error instanceof CallError && error.kind === 'cancelled')) return
      update(id, { status: 'failed', result: null, message: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Computes a claim unless that is done or under way. */
  function ask(id: string): Promise<void> {
    const asked = JSON.stringify([inputsOf(id), own()])
    const before = runs.get(id)
    if (before?.asked === asked) return before.ended
    cancel(id)
    const job = crypto.randomUUID()
    // The run looks itself up to know whether it is still the one that counts.
    const ended = Promise.resolve().then(() => find(id, job))
    runs.set(id, { job, asked, ended })
    return ended
  }

  createEffect(() => {
    if (!active()) return
    const id = selectedId()
    inputsOf(id)
    own()
    untrack(() => void ask(id))
  })

  createEffect(() => {
    if (!active()) return
    own()
    let open = true
    const askAll = async () => {
      for (const { id } of CLAIMS) if (open) await ask(id)
    }
    untrack(() => void askAll())
    onCleanup(() => {
      open = false
      for (const { id } of CLAIMS) if (stateOf(id).status === 'computing') cancel(id)
    })
  })

  onCleanup(
    listen('claims.progress', ({ job, done, total }) => {
      for (const [id, one] of runs) if (one.job === job) update(id, { done, total })
    }),
  )

  return {
    /** The claim that is looked at. */
    selected: () => claimOf(selectedId()),
    select,
    stateOf,
    inputsOf,
    /** Changes an input; with the rules go those that are others under them. */
    setInput(id: string, name: string, value: ClaimInput) {
      const changed = { ...inputsOf(id), [name]: value }
      const following = name === 'rules' ? (claimOf(id).under?.[value as 'paper' | 'standard'] ?? {}) : {}
      setInputs((all) => new Map(all).set(id, { ...changed, ...following }))
    },
    isChanged: (id: string): boolean =>
      claimOf(id).variants.every((variant) => JSON.stringify(variant) !== JSON.stringify(inputsOf(id))),
    /** Back to the inputs that the claim begins with. */
    reset: (id: string) =>
      setInputs((all) => {
        const left = new Map(all)
        left.delete(id)
        return left
      }),
  }
}

export type Claims = ReturnType<typeof createClaims>
