import { createUniqueId, For, Show, type JSX } from 'solid-js'
import { formField, isFieldPath, type FormField } from '../../../shared/catalog/hugging-face/form-fields.ts'
import { ChoiceLine } from '../catalog/choice-line.tsx'
import { FindingsList } from '../catalog/findings-list.tsx'
import type { ImportIdentityField } from './create-config-import.ts'
import type { Models } from './create-models.ts'
import { importedValue, originInWords } from './import-origin.ts'
import { numberHead, TableHead } from '../../ui/table-head.tsx'

const IDENTITY: readonly (readonly [field: ImportIdentityField, label: string, hint: string])[] = [
  ['name', 'Name', ''],
  ['org', 'Organisation', ''],
  ['released', 'Release date', 'a day, like 2026-11-23'],
  ['source', 'Source', 'where the figures are from'],
  ['totalParams', 'Published parameters', 'billions; derived where none are given'],
  ['activeParams', 'Published active parameters', 'billions, if any'],
]

const OF_FILE = { form: 'Import config.json', asked: 'Not in the file', read: 'Read from the file' } as const
const NEW = { form: 'New model', asked: 'Shape', read: 'What follows' } as const

const NEW_HINTS: Readonly<Record<string, string>> = {
  'attention.kvHeads': 'as many as query heads where none are given',
  'attention.dHead': 'width over query heads where none is given',
}

const FLAG_ANSWERS = ['yes', 'no']
/** The list takes an empty id for no option at all. */
const OPEN = { id: 'open', label: 'choose' }

/**
 * What was read of a config.json, field by field with the key it is from; what the file does not say is asked for. Without
 * a file all of a model is asked for that does not follow from the rest.
 */
export function ConfigImport(props: { readonly models: Models; readonly fileName: string | null }): JSX.Element {
  const { config } = props.models
  const isNew = props.fileName === null
  const says = isNew ? NEW : OF_FILE
  const read = () =>
    (config.preview()?.fields ?? []).filter(({ origin, value }) =>
      isNew ? origin.from === 'derived' && Boolean(value) : origin.from !== 'missing',
    )
  return (
    <form
      class="entry-form"
      aria-label={says.form}
      onSubmit={(event) => {
        event.preventDefault()
        void props.models.keepImport()
      }}
    >
      <header>
        <h3 class="detail-title">{isNew ? 'New model' : `Import ${props.fileName}`}</h3>
        <p class="quiet">
          {isNew
            ? 'Every layer attends to all tokens and has a dense feed-forward. A model with experts, windows or a latent cache begins as a copy of one that has them.'
            : aboutFile(config.preview()?.modelType ?? null, config.preview()?.family ?? null)}
        </p>
      </header>
      <div class="form-pair">
        <For each={IDENTITY}>
          {([field, label, hint]) => (
            <AskedText
              label={label}
              hint={hint}
              value={config.identity()[field]}
              onInput={(text) => config.identify(field, text)}
            />
          )}
        </For>
      </div>
      <Show when={config.asked().length > 0}>
        <section class="form-section" aria-label={says.asked}>
          <p class="section-label">{says.asked}</p>
          <div class="form-pair">
            <For each={config.asked().map(({ path }) => path)}>
              {(path) => <Asked models={props.models} path={path} isNew={isNew} />}
            </For>
          </div>
        </section>
      </Show>
      <Show when={read().length > 0}>
        <section class="form-section" aria-label={says.read}>
          <p class="section-label">{says.read}</p>
          <table class="imported" aria-label="Fields of the model">
            <TableHead cells={['Field', numberHead('Value'), 'From']} />
            <tbody>
              <For each={read()}>
                {(field) => (
                  <tr>
                    <th scope="row">{field.label}</th>
                    <td class="number strong">{importedValue(field)}</td>
                    <td class="import-origin">{originInWords(field.origin)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <Show when={(config.preview()?.notUnderstood.length ?? 0) > 0}>
            <p class="small">
              Not understood:{' '}
              {config
                .preview()!
                .notUnderstood.map(({ key }) => key)
                .join(', ')}
              . These keys speak of attention, experts or layers; compare the derived size with the published one.
            </p>
          </Show>
          <For each={config.preview()?.notes}>{(note) => <p class="small">{note}</p>}</For>
        </section>
      </Show>
      <footer class="entry-form-foot">
        <div aria-live="polite">
          <FindingsList title="Missing" findings={config.obstacles().map(asError)} />
          <FindingsList title="Not likely" findings={config.warnings()} />
        </div>
        <div class="form-actions">
          <button type="button" class="button" onClick={() => config.cancel()}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={config.ready() === null}>
            Add to the catalog
          </button>
        </div>
      </footer>
    </form>
  )
}

const asError = (message: string) => ({ severity: 'error', path: '', message }) as const

function aboutFile(modelType: string | null, family: string | null): string {
  if (family !== null) return `${family} (model_type ${modelType})`
  return modelType === null
    ? 'The file names no model_type: what common keys say is filled in.'
    : `The model_type ${modelType} is not known: what common keys say is filled in.`
}

/** A field that the file does not say, in the kind of input that it has. */
function Asked(props: { readonly models: Models; readonly path: string; readonly isNew: boolean }): JSX.Element {
  const { config } = props.models
  const field = (): FormField => (isFieldPath(props.path) ? formField(props.path) : { label: props.path, kind: 'text' })
  const reason = () => {
    const origin = config.asked().find(({ path }) => path === props.path)?.origin
    if (props.isNew) return NEW_HINTS[props.path] ?? ''
    return origin?.from === 'missing' ? origin.reason : ''
  }
  const choices = () => (field().kind === 'flag' ? FLAG_ANSWERS : field().choices)
  const value = () => config.answers()[props.path] ?? ''
  return (
    <Show
      when={choices()}
      fallback={
        <AskedText
          label={field().label}
          hint={reason()}
          value={value()}
          onInput={(text) => config.answer(props.path, text)}
        />
      }
    >
      {(options) => (
        <ChoiceLine
          label={field().label}
          options={[OPEN, ...options().map((id) => ({ id, label: id }))]}
          value={value() === '' ? OPEN.id : value()}
          onChange={(answer) => config.answer(props.path, answer === OPEN.id ? '' : answer)}
        />
      )}
    </Show>
  )
}

function AskedText(props: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onInput: (text: string) => void
}): JSX.Element {
  const id = createUniqueId()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="control">
        <input
          id={id}
          class="control-input"
          autocomplete="off"
          value={props.value}
          aria-describedby={`${id}-hint`}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </div>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class="field-note">
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
