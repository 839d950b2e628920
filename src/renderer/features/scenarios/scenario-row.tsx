import Star from 'lucide-solid/icons/star'
import { For, Show, type JSX } from 'solid-js'
import type { LibraryRow } from '../../../shared/contract/library-calls.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { RenameField } from '../../ui/rename-field.tsx'
import { dayAndClock, shortTime } from '../../ui/time-in-words.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { Thumbnail } from './thumbnail.tsx'

/** Cells of a row of the list. */
export function ScenarioCells(props: {
  readonly row: LibraryRow
  readonly folder: string
  readonly names: CatalogNames
  readonly palette: Palette
  readonly now: number
  readonly renaming: boolean
  readonly onRenamed: (name: string | null) => void
  readonly onFavourite: (on: boolean) => void
}): JSX.Element {
  const models = () => props.row.models.map(props.names.model).join(', ')
  const accelerators = () => props.row.accelerators.map(props.names.accelerator).join(', ')
  return (
    <>
      <span role="gridcell">
        <Thumbnail lines={props.row.thumbnail} palette={props.palette} />
      </span>
      <span role="gridcell" class="scenario-what">
        <Show
          when={props.renaming}
          fallback={
            <span class="scenario-name" title={props.row.name}>
              {props.row.name}
            </span>
          }
        >
          <RenameField name={props.row.name} onDone={props.onRenamed} />
        </Show>
        <Show
          when={props.row.problem}
          fallback={
            <span class="scenario-models" title={`${models()} on ${accelerators()}`}>
              {models()} <span class="quiet">on {accelerators()}</span>
            </span>
          }
        >
          {(problem) => <span class="scenario-models worse">{problem()}</span>}
        </Show>
      </span>
      <span role="gridcell" class="scenario-tags">
        <For each={props.row.tags}>{(tag) => <span class="tag">{tag}</span>}</For>
      </span>
      <span role="gridcell" class="scenario-folder" title={props.folder}>
        {props.folder}
      </span>
      <span role="gridcell" class="number">
        {props.row.series}
      </span>
      <span role="gridcell" class="number" title={dayAndClock(props.row.savedAt)}>
        {shortTime(props.row.savedAt, props.now)}
      </span>
      <span role="gridcell">
        <button
          type="button"
          class="icon-button star"
          tabindex="-1"
          aria-label={`${props.row.favourite ? 'Remove from' : 'Add to'} favourites: ${props.row.name}`}
          aria-pressed={props.row.favourite}
          onClick={(event) => {
            event.stopPropagation()
            props.onFavourite(!props.row.favourite)
          }}
        >
          <Star size={14} aria-hidden="true" />
        </button>
      </span>
    </>
  )
}
