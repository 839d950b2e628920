import { createMemo, For, Show, type JSX } from 'solid-js'
import { claimNotes, headlineOf } from '../../../shared/claims/claim-words.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { LineChartCard } from '../line-chart/line-chart-card.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { ClaimFigures } from './claim-figures.tsx'
import { ClaimInputsForm } from './claim-inputs.tsx'
import { ClaimList } from './claim-list.tsx'
import type { Claims, ClaimState } from './create-claims.ts'
import { VerdictMark } from './verdict-mark.tsx'

/** What the paper says, each claim computed anew from inputs that can be changed. */
export function ClaimsPage(props: {
  readonly claims: Claims
  readonly names: CatalogNames
  readonly outputs: Outputs
  readonly palette: Palette
  readonly onOpen: (comparison: Scenario) => void
}): JSX.Element {
  const { claims } = props
  const state = () => claims.stateOf(claims.selected().id)
  return (
    <main class="page claims" aria-label="Claims">
      <div class="claims-side">
        <h2 class="page-title">Claims</h2>
        <p class="claims-about">
          What “Inference economics of language models” says, each computed here from the model.
        </p>
        <ClaimList claims={claims} />
      </div>
      {/* Another claim has a chart of its own: nothing of the zoom or the fields stays. */}
      <Show when={claims.selected()} keyed>
        {(claim) => (
          <article class="claim" aria-label={claim.title}>
            <header class="claim-head">
              <h2 class="claim-title">{claim.title}</h2>
              <p class="claim-statement">{claim.statement}</p>
              <div class="claim-verdict" data-testid="verdict">
                <Show when={state().result}>
                  {(result) => (
                    <>
                      <VerdictMark verdict={result().verdict} />
                      <span class="strong">{headlineOf(result())}</span>
                    </>
                  )}
                </Show>
                <Progress state={state()} />
              </div>
              <button
                type="button"
                class="button primary claim-open"
                disabled={state().result === null}
                title="As a comparison of its own, to be changed and saved"
                onClick={() => props.onOpen(state().result!.comparison)}
              >
                Open as comparison
              </button>
            </header>
            <ClaimInputsForm claims={claims} names={props.names} />
            <Show when={state().message}>
              {(message) => (
                <p class="problem" role="alert">
                  {message()}
                </p>
              )}
            </Show>
            <Found claims={claims} outputs={props.outputs} palette={props.palette} />
          </article>
        )}
      </Show>
    </main>
  )
}

function Progress(props: { readonly state: ClaimState }): JSX.Element {
  return (
    <span role="status" class="claim-measured">
      <Show when={props.state.status === 'computing'}>
        <span class="claim-progress">
          Computing…
          {props.state.total > 0 ? ` ${props.state.done} of ${props.state.total} frontiers` : ''}
        </span>
      </Show>
    </span>
  )
}

/** Chart, figures, assumptions, and the chart's figures as a table. */
function Found(props: { readonly claims: Claims; readonly outputs: Outputs; readonly palette: Palette }): JSX.Element {
  const claim = () => props.claims.selected()
  const result = createMemo(() => props.claims.stateOf(claim().id).result)
  return (
    <Show when={result()}>
      {(found) => (
        <div class="claim-found-all">
          <LineChartCard
            chart={found().chart}
            subject={claim().title}
            notes={() => claimNotes(claim(), found())}
            outputs={props.outputs}
            palette={props.palette}
          >
            <ClaimFigures claim={claim()} result={found()} outputs={props.outputs} />
          </LineChartCard>
          <section class="claim-assumptions" aria-label="Assumptions">
            <h2 class="section-label">Assumptions</h2>
            <ul>
              <For each={found().assumptions}>{(text) => <li>{text}</li>}</For>
            </ul>
          </section>
        </div>
      )}
    </Show>
  )
}
