import { For, Show, type JSX } from 'solid-js'
import type { ArchiveChoice, ArchivePreview } from '../../../shared/contract/archive-calls.ts'
import { grouped } from '../../../shared/report/format.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { dayAndClock } from '../../ui/time-in-words.ts'
import type { Archive } from './create-archive.ts'

const CHOICES: readonly { readonly id: ArchiveChoice; readonly label: string }[] = [
  { id: 'mine', label: 'Keep mine' },
  { id: 'theirs', label: 'Take theirs' },
  { id: 'both', label: 'Keep both' },
]

const MEANS: Readonly<Record<ArchiveChoice, string>> = {
  mine: 'Nothing of yours changes; theirs stays in the file.',
  theirs:
    'Theirs takes the place of yours, which stays: a scenario as its earlier version, a catalog entry in its change log.',
  both: 'Theirs comes beside yours as “… (imported)”, and the scenarios that come along use it.',
}

/** More than these follow the choice for all. */
const SHOWN = 100

const CATALOG_WORDS = { accelerators: 'accelerator', models: 'model' } as const

/** What is in the file and here, and not the same, with the choice for each and for all. */
export function Differences(props: { readonly archive: Archive; readonly preview: ArchivePreview }): JSX.Element {
  const { archive } = props
  const differing = () => [
    ...props.preview.scenarios
      .filter(({ state }) => state === 'differs')
      .map(({ key, name, savedAt, mine }) => ({
        key,
        name,
        mineId: mine?.id ?? null,
        says: `theirs ${dayAndClock(savedAt)}, yours ${mine === null ? '' : dayAndClock(mine.savedAt)}`,
      })),
    ...props.preview.entries
      .filter(({ state }) => state === 'differs')
      .map(({ key, name, catalog }) => ({
        key,
        name,
        mineId: null,
        says: `${CATALOG_WORDS[catalog]} with other figures`,
      })),
  ]
  return (
    <section class="vary-inputs archive-differences" aria-label="What differs">
      <h3 class="section-label">
        {grouped(differing().length)} {differing().length === 1 ? 'differs' : 'differ'} from yours
      </h3>
      <Show when={differing().length > 0} fallback={<p class="quiet">Nothing of yours is touched.</p>}>
        <div class="archive-for-all">
          <span class="field-label">All of them</span>
          <Segmented
            label="For all that differ"
            options={CHOICES}
            value={archive.forAll()}
            onChange={archive.chooseForAll}
          />
          <p class="field-note">{MEANS[archive.forAll()]}</p>
        </div>
        <ul class="archive-list" aria-label="Differences">
          <For each={differing().slice(0, SHOWN)}>
            {({ key, name, mineId, says }) => (
              <li class="archive-difference">
                <span class="archive-name" title={name}>
                  {name}
                </span>
                <span class="field-note">{says}</span>
                <Show when={mineId}>
                  {(id) => (
                    <button
                      type="button"
                      class="text-button"
                      aria-label={`Compare with mine: ${name}`}
                      onClick={() => void archive.compare(key, id())}
                    >
                      Compare with mine
                    </button>
                  )}
                </Show>
                <Segmented
                  label={`For ${name}`}
                  options={CHOICES}
                  value={archive.choiceOf(key)}
                  onChange={(choice) => archive.choose(key, choice)}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={differing().length > SHOWN}>
          <p class="field-note">and {grouped(differing().length - SHOWN)} more, as chosen for all</p>
        </Show>
      </Show>
    </section>
  )
}
