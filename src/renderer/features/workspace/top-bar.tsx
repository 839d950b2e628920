import FileClock from 'lucide-solid/icons/file-clock'
import PanelLeftOpen from 'lucide-solid/icons/panel-left-open'
import PanelRightOpen from 'lucide-solid/icons/panel-right-open'
import Search from 'lucide-solid/icons/search'
import { Show, type JSX } from 'solid-js'
import { commandHint } from '../../kernel/command-hint.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { clock } from '../../ui/time-in-words.ts'
import type { Library } from '../library/create-library.ts'
import type { Commands } from './create-commands.ts'
import type { Panels } from './create-panels.ts'
import type { View, Workspace } from './create-workspace.ts'
import { HistoryMenu } from './history-menu.tsx'
import { TitleField } from './title-field.tsx'

const VIEWS: readonly { id: View; label: string; hint: string }[] = [
  { id: 'overlay', label: 'Overlay', hint: commandHint('show-overlay') },
  { id: 'side-by-side', label: 'Side by side', hint: commandHint('show-side-by-side') },
  { id: 'difference', label: 'Difference', hint: commandHint('show-difference') },
  { id: 'table', label: 'Table', hint: commandHint('show-table') },
  { id: 'validate', label: 'Validate', hint: commandHint('show-validate') },
]

/** The comparison's name and state, the views, and the commands used most. */
export function TopBar(props: {
  readonly workspace: Workspace
  readonly library: Library
  readonly commands: Commands
  readonly panels: Panels
}): JSX.Element {
  const { document } = props.workspace
  const savedNote = () => {
    if (props.library.problem() !== null) return 'not saved'
    const at = props.library.savedAt()
    if (at !== null) return `saved ${clock(at)}`
    return props.library.opened().kind === 'gallery' ? 'from the gallery' : ''
  }
  const stepAt = (offset: number) => {
    const says = document.history.steps()[document.history.at() + offset]
    return says === undefined || document.history.at() + offset === 0 ? '' : `: ${says}`
  }
  return (
    <header class="top-bar">
      <div class="top-left">
        <Show when={!props.panels.library()}>
          <IconButton label="Show library" onClick={() => props.panels.setLibrary(true)}>
            <PanelLeftOpen size={15} aria-hidden="true" />
          </IconButton>
        </Show>
        <h1 class="for-screen-readers">Paretoscope</h1>
        <TitleField name={document.scenario().name} onChange={document.rename} />
        <span
          class="saved-note"
          classList={{ 'not-saved': props.library.problem() !== null }}
          title={props.library.problem() ?? undefined}
          data-testid="saved-note"
        >
          {savedNote()}
        </span>
      </div>
      <Segmented label="View" options={VIEWS} value={props.workspace.view()} onChange={props.workspace.setView} />
      <div class="top-right">
        <button
          type="button"
          class="button"
          disabled={!document.canUndo()}
          title={commandHint('undo', `Undo${stepAt(0)}`)}
          onClick={() => document.undo()}
        >
          Undo
        </button>
        <button
          type="button"
          class="button"
          disabled={!document.canRedo()}
          title={commandHint('redo', `Redo${stepAt(1)}`)}
          onClick={() => document.redo()}
        >
          Redo
        </button>
        <button
          type="button"
          class="button icon-only"
          aria-label="All commands"
          title={commandHint('command-palette')}
          onClick={() => props.commands.run('command-palette')}
        >
          <Search size={14} aria-hidden="true" />
        </button>
        <HistoryMenu workspace={props.workspace} />
        <button
          type="button"
          class="button icon-only"
          aria-label="Versions"
          title="Earlier versions of the scenario"
          onClick={() => props.commands.run('show-versions')}
        >
          <FileClock size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button"
          title={commandHint('save-scenario')}
          onClick={() => props.commands.run('save-scenario')}
        >
          Save
        </button>
        <button
          type="button"
          class="button primary"
          title={commandHint('export-pdf')}
          onClick={() => props.commands.run('export-pdf')}
        >
          Export PDF
        </button>
        <Show when={!props.panels.inspector()}>
          <IconButton label="Show inspector" onClick={() => props.panels.setInspector(true)}>
            <PanelRightOpen size={15} aria-hidden="true" />
          </IconButton>
        </Show>
      </div>
    </header>
  )
}
