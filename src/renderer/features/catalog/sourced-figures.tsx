import { For, Show, type JSX } from 'solid-js'
import { valueAt } from '../../../shared/catalog/entry-path.ts'
import { figureInWords, type Figure } from '../../../shared/catalog/figure.ts'
import { provenanceOf, type Provenance } from '../../../shared/catalog/provenance.ts'

/** Where a figure is from: how sure, when, and each source. */
export function Sources(props: { readonly provenance: Provenance }): JSX.Element {
  const confidence = () => props.provenance.confidence
  return (
    <div class="provenance">
      <p>
        <span class="confidence" data-confidence={confidence() ?? 'none'}>
          {confidence() === null ? 'no source named' : `confidence: ${confidence()}`}
        </span>
        , {props.provenance.date ?? 'undated'}
      </p>
      <For each={props.provenance.sources}>{(source) => <p class="provenance-source">{source}</p>}</For>
    </div>
  )
}

/** Every figure of an entry, those of one source together, with that source, its date and how sure it is. */
export function SourcedFigures(props: {
  readonly entry: object
  readonly figures: readonly Figure[]
  /** What is worth saying beside a figure. */
  readonly remark?: (figure: Figure) => string | undefined
}): JSX.Element {
  const bySource = () => {
    const known = props.figures.filter(
      ({ path, empty }) => empty !== 'absent' || valueAt(props.entry, path) !== undefined,
    )
    return [...new Set(known.map(({ source }) => source))].map((source) => ({
      source,
      figures: known.filter((figure) => figure.source === source),
    }))
  }
  return (
    <For each={bySource()}>
      {({ source, figures }) => (
        <div class="sourced">
          <dl class="sourced-figures">
            <For each={figures}>
              {(figure) => (
                <div>
                  <dt>
                    {figure.label}
                    <Show when={props.remark?.(figure)}>
                      {(remark) => <span class="quiet small"> {remark()}</span>}
                    </Show>
                  </dt>
                  <dd>{figureInWords(figure, valueAt(props.entry, figure.path))}</dd>
                </div>
              )}
            </For>
          </dl>
          <Sources provenance={provenanceOf(props.entry, source)} />
        </div>
      )}
    </For>
  )
}
