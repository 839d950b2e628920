import { For, Match, Switch, type JSX } from 'solid-js'
import { headlineOf } from '../../../shared/claims/claim-words.ts'
import { CLAIMS } from '../../../shared/claims/claims.ts'
import type { Claims } from './create-claims.ts'
import { VerdictMark } from './verdict-mark.tsx'

/** Every claim with what was found of it. */
export function ClaimList(props: { readonly claims: Claims }): JSX.Element {
  const { claims } = props
  return (
    <ul class="claim-list" aria-label="Claims">
      <For each={CLAIMS}>
        {({ id, title }) => {
          const isOpen = () => claims.selected().id === id
          return (
            <li class="nav-item claim-item" classList={{ open: isOpen() }}>
              <button
                type="button"
                class="nav-button"
                aria-current={isOpen() ? 'true' : undefined}
                onClick={() => claims.select(id)}
              >
                <span class="claim-name">{title}</span>
                <span class="claim-found">
                  <Switch fallback={<span class="claim-measured">not computed yet</span>}>
                    <Match when={claims.stateOf(id).result}>
                      {(result) => (
                        <>
                          <VerdictMark verdict={result().verdict} />
                          <span class="claim-measured">{headlineOf(result())}</span>
                        </>
                      )}
                    </Match>
                    <Match when={claims.stateOf(id).status === 'failed'}>
                      <span class="claim-measured">cannot be computed</span>
                    </Match>
                  </Switch>
                </span>
              </button>
            </li>
          )
        }}
      </For>
    </ul>
  )
}
