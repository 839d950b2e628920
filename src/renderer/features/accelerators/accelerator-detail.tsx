import { Show, type JSX } from 'solid-js'
import { isPaperAccelerator, standardGap, type AcceleratorEntry } from '../../../shared/catalog/accelerator-entry.ts'
import { figuresOf, pricedFiguresOf } from '../../../shared/catalog/accelerator-figures.ts'
import type { Figure } from '../../../shared/catalog/figure.ts'
import { duration } from '../../../shared/report/format.ts'
import { CopiedFrom } from '../catalog/copied-from.tsx'
import type { AcceleratorRow } from '../catalog/create-catalog.ts'
import { DetailHead } from '../catalog/detail-head.tsx'
import { ORIGIN_NAMES } from '../catalog/entry-columns.ts'
import { EntryHistory } from '../catalog/entry-history.tsx'
import { FindingsList } from '../catalog/findings-list.tsx'
import { SourcedFigures } from '../catalog/sourced-figures.tsx'
import { acceleratorRowName, makerOf } from './accelerator-columns.ts'
import type { Accelerators } from './create-accelerators.ts'
import { PriceList } from './price-list.tsx'

/** What is beside the figures: words of the entry, told at the figure they belong to. */
function remarkOf(entry: AcceleratorEntry, { path }: Figure): string | undefined {
  if (isPaperAccelerator(entry)) return undefined
  const bits = /^flopPerSecond\.(\d+)$/.exec(path)?.[1]
  if (bits !== undefined) return entry.formats[bits]
  if (path === 'scaleUp.perGpuBandwidthBytesPerSecond') return entry.scaleUp.tech
  if (path === 'scaleUp.domainSize') return entry.scaleUp.topology
  if (path === 'scaleOut.perGpuBandwidthBytesPerSecond') return entry.scaleOut.tech
  return path === 'hbmBytes' ? entry.memoryType : undefined
}

/** One entry in full: every figure with its source, date and confidence, its prices, notes and history. */
export function AcceleratorDetail(props: {
  readonly accelerators: Accelerators
  readonly row: AcceleratorRow
}): JSX.Element {
  const { catalog, findingsOf, entryOf } = props.accelerators
  const entry = () => props.row.entry
  const own = () => props.row.origin === 'user'
  const figures = () => figuresOf(entry())
  const nameOf = (other: unknown) => acceleratorRowName({ entry: other as AcceleratorEntry })
  return (
    <div class="detail-body" data-testid="entry-detail">
      <DetailHead
        name={acceleratorRowName(props.row)}
        about={aboutEntry(props.row)}
        isOwn={own()}
        onCopy={() => props.accelerators.copy(props.row)}
        onEdit={() => props.accelerators.edit(props.row)}
        onRemove={() => void props.accelerators.remove(props.row)}
      />
      <CopiedFrom
        copied={props.row.copied}
        now={props.row.copied === null ? undefined : entryOf(props.row.copied.from)}
        name={nameOf}
        figures={pricedFiguresOf(entry())}
      />
      <FindingsList title="Worth another look" findings={findingsOf(entry())} />
      <PriceList entry={entry()} />
      <section aria-label="Figures">
        <p class="section-label">Figures</p>
        <SourcedFigures entry={entry()} figures={figures()} remark={(figure) => remarkOf(entry(), figure)} />
        <p class="small">
          The whole memory is read once in {duration(entry().hbmBytes / entry().hbmBandwidthBytesPerSecond)}: no token
          can take less with it full.
        </p>
      </section>
      <Show when={rulesNote(entry())}>{(note) => <p class="small">{note()}</p>}</Show>
      <Show when={notesOf(entry())}>
        {(notes) => (
          <section aria-label="Notes">
            <p class="section-label">Notes</p>
            <p>{notes()}</p>
          </section>
        )}
      </Show>
      <Show when={own()}>
        <section aria-label="Changes">
          <p class="section-label">Change log</p>
          <EntryHistory
            changes={catalog.changesOf('accelerators', props.row.id)}
            figures={pricedFiguresOf(entry())}
            now={entry()}
            onRestore={(change) => void catalog.restore(change)}
          />
        </section>
      </Show>
    </div>
  )
}

function aboutEntry(row: AcceleratorRow): string {
  const { entry } = row
  const facts = isPaperAccelerator(entry)
    ? [makerOf(row)]
    : [entry.vendor, String(entry.year), entry.status, `priced as ${entry.unit}`]
  return [...facts.filter(Boolean), ORIGIN_NAMES[row.origin], row.id].join(' · ')
}

function rulesNote(entry: AcceleratorEntry): string | null {
  const gap = standardGap(entry)
  return gap === null ? null : `For the paper’s rules only: ${acceleratorRowName({ entry })} is one ${gap}.`
}

const notesOf = (entry: AcceleratorEntry): string | undefined => (isPaperAccelerator(entry) ? undefined : entry.notes)
