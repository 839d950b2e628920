import { createEffect, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import type { BandResult } from '../../../shared/search/ranges/band.ts'
import { call, CallError, listen } from '../../kernel/api.ts'
import type { KeyedSeries } from './create-document.ts'
import { inputsOf } from './create-frontiers.ts'

/** How long inputs rest before a band is computed: gestures and searches go first. */
const REST_MS = 250

/** How far a series' band is; there is none until it is ready. */
export interface BandState {
  readonly status: 'computing' | 'ready' | 'failed' | 'cancelled'
  readonly band: BandResult | null
  readonly message: string | null
}

interface Run {
  readonly inputs: string
  readonly cancel: () => void
}

/**
 * The bands of the series that are shown and have ranges, once no frontier is searched for. A change of a series' inputs or
 * ranges gives up its old band and computes it anew.
 */
export function createBands(
  keyed: Accessor<KeyedSeries[]>,
  scenario: Accessor<Scenario>,
  listed: Accessor<CallOutput<'catalog.list'>>,
  searching: Accessor<boolean>,
) {
  const [states, setStates] = createSignal<ReadonlyMap<string, BandState>>(new Map())
  const [shares, setShares] = createSignal<ReadonlyMap<string, number>>(new Map())
  const [asked, setAsked] = createSignal(0)
  const runs = new Map<string, Run>()
  const jobs = new Map<string, string>()

  const set = (key: string, state: BandState) => setStates((all) => new Map(all).set(key, state))
  const forget = (key: string) => {
    if (!runs.has(key)) return
    runs.get(key)!.cancel()
    runs.delete(key)
    setStates((all) => new Map([...all].filter(([one]) => one !== key)))
  }

  function start(one: KeyedSeries, inputs: string): void {
    const job = crypto.randomUUID()
    let begun = false
    const current = () => runs.get(one.key)?.inputs === inputs
    const { models, accelerators } = scenario()
    const timer = setTimeout(() => {
      begun = true
      jobs.set(job, one.key)
      void call('frontier.band', { job, series: one.series, catalog: { models, accelerators } })
        .then(
          (band) => {
            if (current()) set(one.key, { status: 'ready', band, message: null })
          },
          (error: unknown) => {
            if (!current()) return
            const cancelled = error instanceof CallError && error.kind === 'cancelled'
            const message = error instanceof Error ? error.message.replace(/^series\./, '') : String(error)
            set(one.key, { status: cancelled ? 'cancelled' : 'failed', band: null, message })
          },
        )
        .finally(() => jobs.delete(job))
    }, REST_MS)
    runs.set(one.key, {
      inputs,
      cancel() {
        clearTimeout(timer)
        if (begun && jobs.has(job)) void call('frontier.cancel', job).catch(() => undefined)
      },
    })
    set(one.key, { status: 'computing', band: null, message: null })
    setShares((all) => new Map(all).set(one.key, 0))
  }

  createEffect(() => {
    const all = keyed().filter(({ series }) => series.ranges != null && !series.hidden)
    const whole = scenario()
    const catalog = listed()
    const waits = searching()
    asked()
    untrack(() => {
      for (const key of runs.keys()) if (!all.some((one) => one.key === key)) forget(key)
      for (const one of all) {
        const inputs = JSON.stringify([inputsOf(one, whole, catalog), one.series.ranges])
        if (runs.get(one.key)?.inputs === inputs) continue
        forget(one.key)
        if (!waits) start(one, inputs)
      }
    })
  })

  onCleanup(
    listen('frontier.progress', ({ job, done, total }) => {
      const key = jobs.get(job)
      if (key !== undefined) setShares((all) => new Map(all).set(key, done / Math.max(1, total)))
    }),
  )
  onCleanup(() => {
    for (const run of runs.values()) run.cancel()
  })

  const under = () => [...states()].filter(([, { status }]) => status === 'computing')
  return {
    stateOf: (key: string): BandState | undefined => states().get(key),
    ready: () => [...states().values()].flatMap(({ band }) => band ?? []),
    computing: () => under().length > 0,
    stopped: () => [...states().values()].some(({ status }) => status === 'cancelled' || status === 'failed'),
    /** Share of the work under way that is done, 0 to 1. */
    progress: () => under().reduce((sum, [key]) => sum + (shares().get(key) ?? 0), 0) / Math.max(1, under().length),
    cancel() {
      for (const [key] of under()) {
        runs.get(key)?.cancel()
        set(key, { status: 'cancelled', band: null, message: null })
      }
    },
    /** Computes what was cancelled or failed once more. */
    retry() {
      for (const [key, { status }] of states()) if (status === 'cancelled' || status === 'failed') forget(key)
      setAsked(asked() + 1)
    },
  }
}
