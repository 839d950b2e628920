import { createEffect, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import { broughtAlong } from '../../../shared/scenario/own-constants.ts'
import { computedInputs } from '../../../shared/scenario/computed-inputs.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { Scenario, Series } from '../../../shared/scenario/scenario.ts'
import type { FrontierResult } from '../../../shared/search/frontier-result.ts'
import { call, CallError, listen } from '../../kernel/api.ts'
import type { KeyedSeries } from './create-document.ts'

/** How far a series' frontier is. The last finished result stays shown while a new one is computed. */
export interface FrontierState {
  readonly status: 'computing' | 'ready' | 'failed' | 'cancelled'
  readonly result: FrontierResult | null
  readonly message: string | null
}

interface Run {
  readonly job: string
  readonly inputs: string
}

/** What the last computation took, for the status bar. */
export interface BatchSummary {
  readonly frontiers: number
  readonly milliseconds: number
}

/**
 * All that a series' frontier hangs on: its inputs, and the entries of the person's own that it names; the others never change
 * while the app runs.
 */
export const inputsOf = ({ series }: KeyedSeries, scenario: Scenario, listed: CallOutput<'catalog.list'>): string =>
  JSON.stringify([
    computedInputs(series, scenario),
    listed.accelerators.filter(({ id, origin }) => origin === 'user' && id === series.accelerator),
    listed.models.filter(
      ({ id, origin }) => origin === 'user' && (id === series.model || id === series.speculative?.draft),
    ),
  ])

/** Steps per axis of the grid that is drawn first, within a frame or two; the full one follows. */
const COARSE_STEPS = 64

/** A series as it is computed first; null where the search is small enough to be drawn at once. */
const coarse = (series: Series): Series | null =>
  series.rules === 'paper' && Math.min(series.grid.gpus, series.grid.batches) > COARSE_STEPS
    ? { ...series, grid: { gpus: COARSE_STEPS, batches: COARSE_STEPS } }
    : null

/** Computes a frontier for each series, again whenever its inputs change, coarsely first; answers to old inputs are dropped. */
export function createFrontiers(
  keyed: Accessor<KeyedSeries[]>,
  scenario: Accessor<Scenario>,
  listed: Accessor<CallOutput<'catalog.list'>>,
) {
  const [states, setStates] = createSignal<ReadonlyMap<string, FrontierState>>(new Map())
  /** Share done by key, apart from the states: it changes ten times a second and nothing but the status bar cares. */
  const [shares, setShares] = createSignal<ReadonlyMap<string, number>>(new Map())
  const [summary, setSummary] = createSignal<BatchSummary | null>(null)
  const runs = new Map<string, Run>()
  let batchStart = 0
  let batchSize = 0

  const update = (key: string, patch: Partial<FrontierState>) =>
    setStates((all) => {
      const before = all.get(key) ?? { status: 'computing', result: null, message: null }
      return new Map(all).set(key, { ...before, ...patch })
    })

  const current = (key: string, job: string): boolean => runs.get(key)?.job === job
  const running = (): FrontierState[] => [...states().values()].filter((state) => state.status === 'computing')

  const settle = (key: string, patch: Partial<FrontierState>) => {
    update(key, patch)
    if (untrack(running).length > 0) return
    setSummary({ frontiers: batchSize, milliseconds: performance.now() - batchStart })
    batchSize = 0
  }

  const cancelJob = (job: string) => {
    void call('frontier.cancel', job).catch(() => undefined)
  }

  async function start(one: KeyedSeries, inputs: string): Promise<void> {
    const earlier = runs.get(one.key)
    if (earlier !== undefined) cancelJob(earlier.job)
    const job = crypto.randomUUID()
    runs.set(one.key, { job, inputs })
    if (untrack(running).length === 0) {
      batchStart = performance.now()
      batchSize = 0
    }
    batchSize++
    update(one.key, { status: 'computing', message: null })
    setShares((all) => new Map(all).set(one.key, 0))
    const brought = broughtAlong(scenario())
    try {
      const compute = (series: Series) => call('frontier.compute', { job, series, catalog: brought })
      const first = coarse(one.series)
      if (first !== null) {
        const result = await compute(first)
        if (!current(one.key, job)) return
        update(one.key, { result })
      }
      const result = await compute(one.series)
      if (current(one.key, job)) settle(one.key, { status: 'ready', result, message: result.nothingFits })
    } catch (error) {
      if (!current(one.key, job)) return
      const cancelled = error instanceof CallError && error.kind === 'cancelled'
      settle(one.key, {
        status: cancelled ? 'cancelled' : 'failed',
        message: error instanceof Error ? error.message.replace(/^series\./, '') : String(error),
        ...(cancelled ? {} : { result: null }),
      })
    }
  }

  createEffect(() => {
    const all = keyed()
    const whole = scenario()
    const catalog = listed()
    untrack(() => {
      const keys = new Set(all.map((one) => one.key))
      for (const [key, run] of runs) {
        if (keys.has(key)) continue
        cancelJob(run.job)
        runs.delete(key)
      }
      setStates((before) => new Map([...before].filter(([key]) => keys.has(key))))
      for (const one of all) {
        const inputs = inputsOf(one, whole, catalog)
        if (runs.get(one.key)?.inputs !== inputs) void start(one, inputs)
      }
    })
  })

  onCleanup(
    listen('frontier.progress', ({ job, done, total }) => {
      for (const [key, run] of runs)
        if (run.job === job) setShares((all) => new Map(all).set(key, done / Math.max(1, total)))
    }),
  )

  return {
    stateOf: (key: string): FrontierState | undefined => states().get(key),
    summary,
    computing: () => running().length > 0,
    /** Share of the work under way that is done, 0 to 1. */
    progress: () => {
      const under = [...states()].filter(([, state]) => state.status === 'computing')
      return under.reduce((sum, [key]) => sum + (shares().get(key) ?? 0), 0) / Math.max(1, under.length)
    },
    cancel() {
      for (const [key, run] of runs) if (states().get(key)?.status === 'computing') cancelJob(run.job)
    },
    /** Computes what was cancelled or failed once more. */
    retry() {
      for (const one of keyed()) {
        const status = states().get(one.key)?.status
        if (status === 'cancelled' || status === 'failed') void start(one, inputsOf(one, scenario(), listed()))
      }
    },
  }
}
