import { For, Show, type JSX } from 'solid-js'
import { PAPER_FIGURES, VENDOR_FIGURES } from '../../../shared/catalog/accelerator-figures.ts'
import { PRICE_KIND_NAMES } from '../../../shared/catalog/price-kind.ts'
import { ChoiceLine } from '../catalog/choice-line.tsx'
import { EntryForm } from '../catalog/entry-form.tsx'
import { EntryNumber, EntryText } from '../catalog/entry-fields.tsx'
import { monthText, thisMonth } from '../catalog/this-month.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import type { Accelerators } from './create-accelerators.ts'
import { PriceEditor } from './price-editor.tsx'

const TEXTS: Readonly<
  Record<string, readonly { readonly path: string; readonly label: string; readonly note?: string }[]>
> = {
  Arithmetic: [
    { path: 'formats.4', label: 'Formats of 4 bits', note: 'such as nvfp4/mxfp4; without fp4 it is emulated' },
    { path: 'formats.8', label: 'Formats of 8 bits', note: 'such as fp8/int8; without fp8 it is emulated' },
  ],
  Memory: [{ path: 'memoryType', label: 'Memory type' }],
  'Links, one way for each device': [
    {
      path: 'scaleUp.tech',
      label: 'Scale-up technology',
      note: 'the standard rules know NVLink, Infinity Fabric, UALink and PCIe',
    },
    { path: 'scaleUp.topology', label: 'Scale-up topology' },
    { path: 'scaleOut.tech', label: 'Scale-out technology' },
  ],
}

const SOURCES: readonly (readonly [key: string, of: string])[] = [
  ['flopPerSecond', 'Peaks'],
  ['hbmBytes', 'Memory'],
  ['hbmBandwidthBytesPerSecond', 'Memory bandwidth'],
  ['l2CacheBytes', 'Cache'],
  ['scaleUp', 'Scale-up'],
  ['scaleOut', 'Scale-out'],
  ['tdpWatts', 'Rated power'],
]

const FIELD_NAMES = new Map<string, string>([
  ...[...VENDOR_FIGURES, ...PAPER_FIGURES].map(({ path, label }) => [path, label] as const),
  ['name', 'Name'],
  ['label', 'Name'],
  ['vendor', 'Maker'],
  ['year', 'Year'],
  ['priceUsdPerHour.value', 'List price'],
  ['usdPerHour', 'Price'],
])

function fieldName(path: string): string | undefined {
  const other = /^otherPrices\.(\d+)\./.exec(path)?.[1]
  return other === undefined ? FIELD_NAMES.get(path) : `Other price ${Number(other) + 1}`
}

/** The form of a person's own accelerator, from nothing or as a copy, in the form its original has. */
export function AcceleratorEditor(props: { readonly accelerators: Accelerators }): JSX.Element {
  const { draft } = props.accelerators
  const isPaper = () => draft.at('collectives') !== undefined
  return (
    <EntryForm draft={draft} nameOf={fieldName} onSave={() => void props.accelerators.save()}>
      <Show when={isPaper()} fallback={<VendorFields accelerators={props.accelerators} />}>
        <PaperFields accelerators={props.accelerators} />
      </Show>
    </EntryForm>
  )
}

function VendorFields(props: { readonly accelerators: Accelerators }): JSX.Element {
  const { draft } = props.accelerators
  const groups = [...new Set(VENDOR_FIGURES.map(({ group }) => group))]
  return (
    <>
      <EntryText draft={draft} path="name" label="Name" />
      <div class="form-pair">
        <EntryText draft={draft} path="vendor" label="Maker" />
        <EntryNumber draft={draft} figure={{ path: 'year', label: 'Year', unit: '', perUnit: 1, empty: 'needed' }} />
      </div>
      <PriceEditor draft={draft} />
      <For each={groups}>
        {(group) => (
          <section class="form-section" aria-label={group}>
            <p class="section-label">{group}</p>
            <div class="form-pair">
              <For each={VENDOR_FIGURES.filter((figure) => figure.group === group)}>
                {(figure) => <EntryNumber draft={draft} figure={figure} />}
              </For>
            </div>
            <For each={TEXTS[group] ?? []}>{(text) => <EntryText draft={draft} {...text} />}</For>
          </section>
        )}
      </For>
      <ChoiceLine
        label="All-reduce under the paper’s rules"
        options={[
          { id: 'nccl', label: 'switched links, NCCL' },
          { id: 'ring-tpu', label: 'torus, rings' },
        ]}
        value={String(draft.at('paperCollectiveFunction'))}
        onChange={(kind) => draft.set('paperCollectiveFunction', kind)}
      />
      <EntryText draft={draft} path="notes" label="Notes" optional />
      <Disclosure title="Sources of the figures">
        <For each={SOURCES}>
          {([key, of]) => (
            <EntryText
              draft={draft}
              path={`sources.${key}`}
              label={of}
              placeholder="where the figure is from"
              optional
            />
          )}
        </For>
      </Disclosure>
    </>
  )
}

function PaperFields(props: { readonly accelerators: Accelerators }): JSX.Element {
  const { draft } = props.accelerators
  /** A price that a person gives is not the paper's any more. */
  const priced: typeof draft = {
    ...draft,
    set(path, value) {
      draft.set(path, value)
      if (draft.at('priceKind') === undefined) draft.set('priceKind', PRICE_KIND_NAMES['on-demand'])
      draft.set('priceAsOf', monthText(thisMonth()))
    },
  }
  return (
    <>
      <EntryText draft={draft} path="label" label="Name" />
      <EntryNumber
        draft={priced}
        figure={{ path: 'usdPerHour', label: 'Price', unit: 'USD per GPU-hour', perUnit: 1, empty: 'null' }}
      />
      <div class="form-pair">
        <EntryText draft={draft} path="priceKind" label="Kind of price" placeholder="the paper’s figure" optional />
        <EntryText draft={draft} path="priceAsOf" label="Price of" placeholder="like 2026-11" optional />
      </div>
      <section class="form-section" aria-label="Figures">
        <p class="section-label">Figures</p>
        <div class="form-pair">
          <For each={PAPER_FIGURES}>{(figure) => <EntryNumber draft={draft} figure={figure} />}</For>
        </div>
      </section>
    </>
  )
}
