import { Show, type JSX } from 'solid-js'
import { percent, threeSignificant } from '../../../shared/report/format.ts'
import type { CatalogNames } from './catalog-names.ts'
import type { Workspace } from './create-workspace.ts'

const millions = (count: number): string => `${threeSignificant(count / 1e6)} M`

/** What the search did or is doing, and under which assumptions its figures stand. */
export function StatusBar(props: { readonly workspace: Workspace; readonly names: CatalogNames }): JSX.Element {
  const { frontiers, shown, document } = props.workspace
  const layouts = () => shown().reduce((sum, one) => sum + one.result.layouts, 0)
  const evaluated = () => shown().reduce((sum, one) => sum + one.result.evaluated, 0)
  const stopped = () =>
    document.keyed().some((one) => ['cancelled', 'failed'].includes(frontiers.stateOf(one.key)?.status ?? ''))
  const prices = () => [
    ...new Set(
      document
        .keyed()
        .map(({ series }) => (series.usdPerGpuHour === null ? props.names.priceNote(series.accelerator) : 'own price')),
    ),
  ]
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
                      {layouts() === 0 ? '' : percent(evaluated() / layouts())} of {millions(layouts())} layouts
                      computed in full
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
        <Show when={!frontiers.computing() && stopped()}>
          <button type="button" class="text-button" onClick={() => frontiers.retry()}>
            Try again
          </button>
        </Show>
      </div>
      <div class="status-right">
        <span>Rule set: paper</span>
        <span class="price-note">Prices: {prices().join('; ')}</span>
        <span title="The paper's rule set misses measured decode times by about 40 % on average">
          Decode only, about ±40 % against measurements
        </span>
      </div>
    </footer>
  )
}
