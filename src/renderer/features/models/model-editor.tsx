import { For, Show, type JSX } from 'solid-js'
import { isPaperModel, type ModelEntry } from '../../../shared/catalog/model-entry.ts'
import { modelFiguresOf, PAPER_MODEL_FIGURES, RELEASED_FIGURES } from '../../../shared/catalog/model-figures.ts'
import { Check } from '../../ui/check.tsx'
import { EntryForm } from '../catalog/entry-form.tsx'
import { EntryNumber, EntryText } from '../catalog/entry-fields.tsx'
import type { Models } from './create-models.ts'

const NAMES = new Map<string, string>([
  ...[...RELEASED_FIGURES, ...PAPER_MODEL_FIGURES].map(({ path, label }) => [path, label] as const),
  ['name', 'Name'],
  ['label', 'Name'],
  ['org', 'Maker'],
])

const FLAGS = [
  { path: 'gatedFfn', label: 'Gated feed-forward: three matrices' },
  { path: 'tiedEmbeddings', label: 'One matrix for embedding and output' },
]

/** The form of a person's own model. Parts that its original has not, such as experts, come by copying one that has. */
export function ModelEditor(props: { readonly models: Models }): JSX.Element {
  const { draft } = props.models
  // Which fields there are follows from the parts of the original, which no field takes away.
  const start = draft.editing()!.start as ModelEntry
  const figures = modelFiguresOf(start)
  const isPaper = isPaperModel(start)
  return (
    <EntryForm draft={draft} nameOf={(path) => NAMES.get(path)} onSave={() => void props.models.save()}>
      <EntryText draft={draft} path={isPaper ? 'label' : 'name'} label="Name" />
      <Show when={!isPaper}>
        <div class="form-pair">
          <EntryText draft={draft} path="org" label="Maker" />
          <EntryText draft={draft} path="released" label="Released" note="a day, like 2026-11-23" />
        </div>
      </Show>
      <For each={[...new Set(figures.map(({ group }) => group))]}>
        {(group) => (
          <section class="form-section" aria-label={group}>
            <p class="section-label">{group}</p>
            <div class="form-pair">
              <For each={figures.filter((figure) => figure.group === group)}>
                {(figure) => <EntryNumber draft={draft} figure={figure} />}
              </For>
            </div>
          </section>
        )}
      </For>
      <Show when={!isPaper}>
        <For each={FLAGS}>
          {({ path, label }) => (
            <Check label={label} checked={draft.at(path) === true} onChange={(on) => draft.set(path, on)} />
          )}
        </For>
        <EntryText draft={draft} path="notes" label="Notes" optional />
        <EntryText draft={draft} path="sources.architecture" label="Source of the shape" optional />
        <EntryText draft={draft} path="sources.totalParams" label="Source of the sizes" optional />
      </Show>
    </EntryForm>
  )
}
