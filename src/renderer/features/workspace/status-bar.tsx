import { Show, type JSX } from 'solid-js'
import { scopeInWords } from '../../../shared/report/assumptions.ts'
import { amount, grouped, percent, threeSignificant } from '../../../shared/report/format.ts'
import { RULES_IN_WORDS, rulesInUse, rulesWithErrors } from '../../../shared/report/rules-in-words.ts'
import type { FrontierResult } from '../../../shared/search/frontier-result.ts'
import type { CatalogNames } from './catalog-names.ts'
import type { Workspace } from './create-workspace.ts'

const millions = (count: number): string => `${threeSignificant(count / 1e6)} M`

/** What the search did or is doing, and under which assumptions its figures stand. */
export function StatusBar(props: { readonly workspace: Workspace; readonly names: CatalogNames }): JSX.Element {
  const { frontiers, bands, shown, document } = props.workspace
  const sum = (value: (result: FrontierResult) => number) =>
    shown().reduce((total, one) => total + value(one.result), 0)
  /** Halving computes some setups of the standard rules more than once, so a share would say nothing there. */
  const searched = () => {
    if (shown().some((one) => one.result.points.rules === 'standard'))
      return `${amount(sum((result) => result.gridPoints))} setups searched`
    const layouts = sum((result) => result.layouts)
    return layouts === 0
      ? ''
      : `${percent(sum((result) => result.evaluated) / layouts)} of ${millions(layouts)} layouts computed in full`
  }
  /** "; 2 bands of 1,024 samples in 1.20 s". */
  const bandsInWords = () => {
    // One around nothing has no samples.
    const ready = bands.ready().filter(({ samples }) => samples > 0)
    if (ready.length === 0) return ''
    // They are computed beside each other.
    const seconds = Math.max(...ready.map(({ elapsedMs }) => elapsedMs)) / 1000
    return `; ${ready.length} ${ready.length === 1 ? 'band' : 'bands'} of ${grouped(ready[0]!.samples)} samples in ${threeSignificant(seconds)} s`
  }
  const all = () => document.keyed().map(({ series }) => series)
  const stopped = () =>
    document.keyed().some((one) => ['cancelled', 'failed'].includes(frontiers.stateOf(one.key)?.status ?? ''))
  const prices = () => [...new Set(all().map((series) => props.names.priceNote(series)))]
  return (
    <footer class="status-bar">
      <div class="status-left" role="status">
        <Show
          when={frontiers.computing()}
          fallback={
            <>
              <span class="status-dot" classList={{ stopped: stopped() }} />
              <Show when={!stopped()} fallback="Stopped before all frontiers were done">
                <Show when={frontiers.summary()}>
                  {(summary) => (
                    <span data-testid="summary">
                      {summary().frontiers} {summary().frontiers === 1 ? 'frontier' : 'frontiers'} in{' '}
                      {threeSignificant(summary().milliseconds / 1000)} s, {shown()[0]?.result.workers ?? 0} workers,{' '}
                      {searched()}
                      {bandsInWords()}
                    </span>
                  )}
                </Show>
              </Show>
            </>
          }
        >
          <progress max="1" value={frontiers.progress()} aria-label="Search" />
          <span>Searching, {Math.round(100 * frontiers.progress())} %</span>
          <button type="button" class="text-button" onClick={() => frontiers.cancel()}>
            Cancel
          </button>
        </Show>
        <Show when={!frontiers.computing() && bands.computing()}>
          <progress max="1" value={bands.progress()} aria-label="Bands" />
          <span>Sampling, {Math.round(100 * bands.progress())} %</span>
          <button type="button" class="text-button" onClick={() => bands.cancel()}>
            Cancel the bands
          </button>
        </Show>
        <Show when={!frontiers.computing() && bands.stopped()}>
          <span>A band was not computed</span>
          <button type="button" class="text-button" onClick={() => bands.retry()}>
            Compute it
          </button>
        </Show>
        <Show when={!frontiers.computing() && stopped()}>
          <button type="button" class="text-button" onClick={() => frontiers.retry()}>
            Try again
          </button>
        </Show>
      </div>
      <div class="status-right">
        <span class="price-note">Prices: {prices().join('; ')}</span>
        <span
          title={rulesInUse(all())
            .map((rules) => RULES_IN_WORDS[rules].sure)
            .join(' ')}
        >
          {scopeInWords(all())}, rules: {rulesWithErrors(all())}
        </span>
      </div>
    </footer>
  )
}
