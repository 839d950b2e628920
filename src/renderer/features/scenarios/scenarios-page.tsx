import { createSignal, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import { Choice } from '../../ui/choice.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { BulkCommands } from './create-bulk-commands.ts'
import type { ListOrder, Scenarios } from './create-scenarios.ts'
import { ScenarioGrid } from './scenario-grid.tsx'
import { SearchField } from './search-field.tsx'
import { ShelvesNav } from './shelves-nav.tsx'

const ORDERS: readonly { id: ListOrder; label: string }[] = [
  { id: 'saved', label: 'last saved' },
  { id: 'opened', label: 'last opened' },
  { id: 'created', label: 'newest' },
  { id: 'name', label: 'name' },
]
const BEST_MATCH = { id: 'relevance', label: 'best match' } as const

/** The whole library: shelves, search, and a list in which many can be chosen. */
export function ScenariosPage(props: {
  readonly scenarios: Scenarios
  readonly commands: BulkCommands
  readonly names: CatalogNames
  readonly palette: Palette
  readonly onOpen: (id: number) => void
  readonly onVersions: (id: number) => void
  readonly onRenamed: (id: number, name: string) => Promise<unknown>
}): JSX.Element {
  const { scenarios } = props
  const [renaming, setRenaming] = createSignal<number | null>(null)
  let searchField!: HTMLInputElement

  const onKeyDown = (event: KeyboardEvent) => {
    const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)
    const typing = event.target instanceof HTMLInputElement
    if (!find && (event.key !== '/' || typing)) return
    event.preventDefault()
    searchField.focus()
    searchField.select()
  }
  onMount(() => {
    window.addEventListener('keydown', onKeyDown)
    onCleanup(() => window.removeEventListener('keydown', onKeyDown))
  })

  const found = () => {
    const count = scenarios.ids().length
    return `${count.toLocaleString('en-US')} ${count === 1 ? 'scenario' : 'scenarios'}`
  }
  const nothing = () => {
    if (scenarios.searching()) return `Nothing here has words that begin like “${scenarios.search().trim()}”.`
    return scenarios.shelf().kind === 'bin' ? 'The bin is empty.' : 'Nothing here yet.'
  }

  return (
    <main class="page scenarios" aria-label="All scenarios">
      <ShelvesNav scenarios={scenarios} commands={props.commands} />
      <section class="scenario-list" aria-label="List">
        <header class="scenarios-head">
          <h2 class="page-title">All scenarios</h2>
          <SearchField
            ref={(input) => (searchField = input)}
            value={scenarios.search()}
            onInput={(text) => scenarios.setSearch(text)}
          />
          <Choice
            label="sorted by"
            options={scenarios.searching() ? [BEST_MATCH, ...ORDERS] : ORDERS}
            value={scenarios.order()}
            onChange={(order) => scenarios.orderBy(order as ListOrder)}
          />
          <span class="quiet" role="status" data-testid="found">
            {found()}
          </span>
        </header>
        <Show
          when={scenarios.chosen().length > 0}
          fallback={<p class="bulk-bar none quiet">Click chooses, double-click opens; Ctrl and Shift choose many.</p>}
        >
          <BulkBar
            scenarios={scenarios}
            commands={props.commands}
            onOpen={props.onOpen}
            onVersions={props.onVersions}
            onRename={setRenaming}
          />
        </Show>
        <Show
          when={scenarios.ids().length > 0 || !scenarios.ready()}
          fallback={<p class="scenarios-none quiet">{nothing()}</p>}
        >
          <ScenarioGrid
            scenarios={scenarios}
            commands={props.commands}
            names={props.names}
            palette={props.palette}
            now={Date.now()}
            renaming={renaming()}
            onRename={setRenaming}
            onRenamed={(id, name) => void props.commands.rename(() => props.onRenamed(id, name))}
            onOpen={props.onOpen}
          />
        </Show>
      </section>
    </main>
  )
}
