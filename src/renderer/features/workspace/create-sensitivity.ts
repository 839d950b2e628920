import { createEffect, createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { Catalog } from '../../../shared/catalog/builtin.ts'
import { broughtAlong } from '../../../shared/scenario/own-constants.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import type { Sensitivity } from '../../../shared/search/sensitivity/sensitivity.ts'
import { call, CallError } from '../../kernel/api.ts'
import type { KeyedSeries } from './create-document.ts'

/** Answers kept in the window, so that going from pin to pin takes no time. */
const MOST_KEPT = 16

/** How long inputs rest before their worth is computed: gestures and searches go first. */
const REST_MS = 300

export interface SensitivityState {
  readonly sensitivity: Sensitivity | null
  readonly message: string | null
}

/**
 * What each input of the inspected series is worth; null while it is computed. Computed once its inputs have come to rest and
 * no frontier is being searched for; given up as soon as another series or input is asked for.
 * @param asked the series, null where none is to be looked at
 */
export function createSensitivity(
  asked: Accessor<KeyedSeries | null>,
  scenario: Accessor<Scenario>,
  busy: Accessor<boolean>,
  catalog: Accessor<Catalog>,
) {
  const [state, setState] = createSignal<SensitivityState | null>(null)
  const kept = new Map<string, Sensitivity>()
  /** The entries that the series names: a person may change their own while it is looked at. */
  const used = createMemo((): string => {
    const { models, accelerators, constants } = catalog()
    const series = asked()?.series
    return JSON.stringify(
      series === undefined
        ? []
        : [
            models[series.model],
            models[series.speculative?.draft ?? ''],
            accelerators[series.accelerator],
            constants?.[series.constants],
          ],
    )
  })

  createEffect(() => {
    const one = asked()
    const waits = busy()
    const entries = used()
    const brought = broughtAlong(untrack(scenario))
    if (one === null) return
    const series = { ...one.series, name: 'inspected' }
    const key = JSON.stringify([series, entries])
    const known = kept.get(key)
    setState(known === undefined ? null : { sensitivity: known, message: null })
    if (known !== undefined || waits) return

    const job = crypto.randomUUID()
    let current = true
    let begun = false
    const timer = setTimeout(() => {
      begun = true
      void call('frontier.sensitivity', { job, series, catalog: brought }).then(
        (sensitivity) => {
          kept.set(key, sensitivity)
          if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
          if (current) setState({ sensitivity, message: null })
        },
        (error: unknown) => {
          if (!current || (error instanceof CallError && error.kind === 'cancelled')) return
          setState({ sensitivity: null, message: error instanceof Error ? error.message : String(error) })
        },
      )
    }, REST_MS)
    onCleanup(() => {
      current = false
      clearTimeout(timer)
      if (begun) void call('frontier.cancel', job).catch(() => undefined)
    })
  })

  return state
}
