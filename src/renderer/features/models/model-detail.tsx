import { For, Show, type JSX } from 'solid-js'
import { valueAt } from '../../../shared/catalog/entry-path.ts'
import type { Figure } from '../../../shared/catalog/figure.ts'
import { isPaperModel, modelName, type ModelEntry } from '../../../shared/catalog/model-entry.ts'
import { modelFiguresOf } from '../../../shared/catalog/model-figures.ts'
import { modelFindings } from '../../../shared/catalog/model-sanity.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { CopiedFrom } from '../catalog/copied-from.tsx'
import type { ModelRow } from '../catalog/create-catalog.ts'
import { DetailHead } from '../catalog/detail-head.tsx'
import { ORIGIN_NAMES } from '../catalog/entry-columns.ts'
import { EntryHistory } from '../catalog/entry-history.tsx'
import { FindingsList } from '../catalog/findings-list.tsx'
import { SourcedFigures } from '../catalog/sourced-figures.tsx'
import type { Models } from './create-models.ts'
import { DerivedFigures } from './derived-figures.tsx'
import { attentionOf, modelRowName } from './model-columns.ts'
import { ScaledVariant } from './scaled-variant.tsx'

const MOST_DRAFTS = 6

/** Doubts are named field by field, sources for the whole of a shape. */
function remarkOf(entry: ModelEntry, { path, source }: Figure): string | undefined {
  if (isPaperModel(entry)) return undefined
  if (path === 'totalParams') return entry.totalParamsKind
  const field = path.split('.')[0]!
  const doubt = field === source ? undefined : valueAt(entry.confidence, field)
  return typeof doubt === 'string' ? `confidence: ${doubt}` : undefined
}

/** Parts of a shape that are words. */
function partsOf(row: ModelRow): readonly string[] {
  const { entry } = row
  if (isPaperModel(entry)) return [`attention: ${attentionOf(row)}`]
  const { attention, moe } = entry
  return [
    `attention: ${attention.kind}`,
    ...(attention.slidingWindow === null ? [] : [`window: ${attention.slidingWindow.pattern}`]),
    ...(attention.linear === null ? [] : [`linear mixer: ${attention.linear.kind}`]),
    ...(attention.sparse === null ? [] : [`sparse attention: ${attention.sparse.kind}`]),
    ...(moe?.denseLayerPattern == null ? [] : [`dense layers: ${moe.denseLayerPattern}`]),
    entry.gatedFfn ? 'gated feed-forward' : 'feed-forward without gate',
    entry.tiedEmbeddings ? 'embedding and output share a matrix' : 'embedding and output apart',
  ]
}

function aboutEntry(row: ModelRow): string {
  const { entry } = row
  const facts = isPaperModel(entry) ? ['the paper’s notebook'] : [entry.org, entry.released]
  return [...facts.filter(Boolean), ORIGIN_NAMES[row.origin], row.id].join(' · ')
}

/** One model in full: derived figures beside the published, every figure with its source, drafts that suit it, history. */
export function ModelDetail(props: { readonly models: Models; readonly row: ModelRow }): JSX.Element {
  const { catalog, entryOf, factsOf, draftsFor, nameOf } = props.models
  const entry = () => props.row.entry
  const own = () => props.row.origin === 'user'
  const figures = () => modelFiguresOf(entry())
  const drafts = () => draftsFor(props.row)
  const notes = () => {
    const one = entry()
    return isPaperModel(one) ? undefined : one.notes
  }
  return (
    <div class="detail-body" data-testid="entry-detail">
      <DetailHead
        name={modelRowName(props.row)}
        about={aboutEntry(props.row)}
        isOwn={own()}
        onCopy={() => props.models.copy(props.row)}
        onEdit={() => props.models.edit(props.row)}
        onRemove={() => void props.models.remove(props.row)}
      />
      <CopiedFrom
        copied={props.row.copied}
        now={props.row.copied === null ? undefined : entryOf(props.row.copied.from)}
        name={(other) => modelName(other as ModelEntry)}
        figures={figures()}
      />
      <FindingsList title="Worth another look" findings={modelFindings(entry())} />
      <DerivedFigures facts={factsOf(props.row)} />
      <section aria-label="Figures">
        <p class="section-label">Shape and sizes</p>
        <p class="small">{partsOf(props.row).join(' · ')}</p>
        <SourcedFigures entry={entry()} figures={figures()} remark={(figure) => remarkOf(entry(), figure)} />
      </section>
      <Show when={notes()}>
        {(text) => (
          <section aria-label="Notes">
            <p class="section-label">Notes</p>
            <p>{text()}</p>
          </section>
        )}
      </Show>
      <ScaledVariant models={props.models} row={props.row} />
      <Disclosure title="Draft models that suit it" note={drafts().length === 0 ? 'none' : String(drafts().length)}>
        <Show
          when={drafts().length > 0}
          fallback={<p>No model of the catalog has a vocabulary of its size and fewer active parameters.</p>}
        >
          <ul class="draft-list">
            <For each={drafts().slice(0, MOST_DRAFTS)}>
              {({ id, reason }) => (
                <li>
                  <button type="button" class="text-button" onClick={() => props.models.table.select(id)}>
                    {nameOf(id)}
                  </button>
                  <span class="small quiet">{reason}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Disclosure>
      <Show when={own()}>
        <section aria-label="Changes">
          <p class="section-label">Change log</p>
          <EntryHistory
            changes={catalog.changesOf('models', props.row.id)}
            figures={figures()}
            now={entry()}
            onRestore={(change) => void catalog.restore(change)}
          />
        </section>
      </Show>
    </div>
  )
}
