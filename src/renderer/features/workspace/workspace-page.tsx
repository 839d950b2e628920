import PanelLeftOpen from 'lucide-solid/icons/panel-left-open'
import PanelRightClose from 'lucide-solid/icons/panel-right-close'
import PanelRightOpen from 'lucide-solid/icons/panel-right-open'
import { createEffect, createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js'
import type { CallOutput, MenuCommand } from '../../../shared/contract/contract.ts'
import { GALLERY } from '../../../shared/scenario/gallery.ts'
import { call, listen } from '../../kernel/api.ts'
import { usePalette } from '../../styles/use-palette.ts'
import { notify, Notices } from '../../ui/notices.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { createLibrary } from '../library/create-library.ts'
import { LibraryPanel } from '../library/library-panel.tsx'
import { catalogNames } from './catalog-names.ts'
import { ChartsView } from './charts-view.tsx'
import { createPanels } from './create-panels.ts'
import { createWorkspace, type View } from './create-workspace.ts'
import { PointInspector } from './point-inspector.tsx'
import { ReadingsView } from './readings-view.tsx'
import { SeriesBar } from './series-bar.tsx'
import { SeriesEditor } from './series-editor.tsx'
import { StatusBar } from './status-bar.tsx'
import { TitleField } from './title-field.tsx'

const VIEWS: readonly { id: View; label: string }[] = [
  { id: 'overlay', label: 'Overlay' },
  { id: 'side-by-side', label: 'Side by side' },
  { id: 'table', label: 'Table' },
]

const INSPECTOR = [
  { id: 'point', label: 'Point' },
  { id: 'inputs', label: 'Inputs' },
] as const

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The whole window: library, comparison and inspector. */
export function WorkspacePage(props: {
  readonly catalog: CallOutput<'catalog.list'>
  readonly lastScenario: number | null
}): JSX.Element {
  const workspace = createWorkspace(GALLERY[0]!.scenario)
  const { document } = workspace
  const library = createLibrary(document.scenario, workspace.load, notify)
  const palette = usePalette()
  const names = createMemo(() => catalogNames(props.catalog, document.scenario()))
  const panels = createPanels()
  createEffect(() => {
    if (workspace.pin() !== null || workspace.editing()) panels.setInspector(true)
  })
  const [printing, setPrinting] = createSignal(false)

  void library.refresh().then(
    () => {
      const last = library.entries().find((entry) => entry.id === props.lastScenario)
      return last === undefined ? undefined : library.open(last.id)
    },
    (error: unknown) => notify(message(error)),
  )

  async function exportPdf(): Promise<void> {
    if (printing()) return
    setPrinting(true)
    try {
      const saved = await call('report.savePdf', document.scenario())
      if (saved !== null) notify(`Report saved as ${saved.fileName}.`)
    } catch (error) {
      notify(message(error))
    } finally {
      setPrinting(false)
    }
  }

  async function openFile(): Promise<void> {
    try {
      const read = await call('file.open', undefined)
      if (read !== null) await library.adopt(read.scenario)
    } catch (error) {
      notify(message(error))
    }
  }

  async function saveFile(): Promise<void> {
    try {
      const saved = await call('file.save', document.scenario())
      if (saved !== null) notify(`Scenario file saved as ${saved.fileName}.`)
    } catch (error) {
      notify(message(error))
    }
  }

  const setTheme = (theme: 'system' | 'light' | 'dark') => {
    void call('app.setTheme', theme).catch((error: unknown) => notify(message(error)))
  }

  const inTextField = (): boolean => {
    const active = window.document.activeElement
    return active instanceof HTMLInputElement && active.type === 'text'
  }

  const commands: Record<MenuCommand, () => void> = {
    'new-scenario': () => void library.openGallery(GALLERY[0]!),
    'save-scenario': () => void library.save(),
    'save-scenario-as': () => void library.saveAsCopy(),
    'open-file': () => void openFile(),
    'save-file': () => void saveFile(),
    'export-pdf': () => void exportPdf(),
    undo: () => (inTextField() ? window.document.execCommand('undo') : document.undo()),
    redo: () => (inTextField() ? window.document.execCommand('redo') : document.redo()),
    'add-series': workspace.addSeries,
    'show-overlay': () => workspace.setView('overlay'),
    'show-side-by-side': () => workspace.setView('side-by-side'),
    'show-table': () => workspace.setView('table'),
    'theme-system': () => setTheme('system'),
    'theme-light': () => setTheme('light'),
    'theme-dark': () => setTheme('dark'),
  }
  onCleanup(listen('menu.command', (command) => commands[command]()))

  const edited = () => document.keyed().find((one) => one.key === workspace.selectedKey())!
  const editedProblem = () => {
    const state = workspace.frontiers.stateOf(edited().key)
    return state?.status === 'failed' ? state.message : null
  }
  const savedNote = () => {
    const at = library.savedAt()
    if (at !== null) return `saved ${clock(at)}`
    return library.opened().kind === 'gallery' ? 'from the gallery' : ''
  }

  return (
    <div class="window" classList={{ 'library-hidden': !panels.library(), 'inspector-hidden': !panels.inspector() }}>
      <header class="top-bar">
        <div class="top-left">
          <Show when={!panels.library()}>
            <button
              type="button"
              class="icon-button"
              aria-label="Show library"
              title="Show library"
              onClick={() => panels.setLibrary(true)}
            >
              <PanelLeftOpen size={15} aria-hidden="true" />
            </button>
          </Show>
          <h1 class="for-screen-readers">Paretoscope</h1>
          <TitleField name={document.scenario().name} onChange={document.rename} />
          <span class="saved-note" data-testid="saved-note">
            {savedNote()}
          </span>
        </div>
        <Segmented label="View" options={VIEWS} value={workspace.view()} onChange={workspace.setView} />
        <div class="top-right">
          <button
            type="button"
            class="button"
            disabled={!document.canUndo()}
            title="Undo (Ctrl+Z)"
            onClick={() => document.undo()}
          >
            Undo
          </button>
          <button
            type="button"
            class="button"
            disabled={!document.canRedo()}
            title="Redo (Ctrl+Shift+Z)"
            onClick={() => document.redo()}
          >
            Redo
          </button>
          <button type="button" class="button" title="Save to the library (Ctrl+S)" onClick={() => void library.save()}>
            Save
          </button>
          <button
            type="button"
            class="button primary"
            title="Report as PDF (Ctrl+P)"
            disabled={printing()}
            onClick={() => void exportPdf()}
          >
            {printing() ? 'Writing PDF' : 'Export PDF'}
          </button>
          <Show when={!panels.inspector()}>
            <button
              type="button"
              class="icon-button"
              aria-label="Show inspector"
              title="Show inspector"
              onClick={() => panels.setInspector(true)}
            >
              <PanelRightOpen size={15} aria-hidden="true" />
            </button>
          </Show>
        </div>
      </header>

      <Show when={panels.library()}>
        <LibraryPanel
          library={library}
          onFold={() => panels.setLibrary(false)}
          onRename={(entry, name) => {
            const opened = library.opened()
            if (opened.kind === 'saved' && opened.id === entry.id) document.rename(name)
            else void library.rename(entry.id, name)
          }}
        />
      </Show>

      <main class="workspace">
        <SeriesBar workspace={workspace} names={names()} palette={palette()} />
        <Show when={workspace.view() !== 'table'} fallback={<ReadingsView workspace={workspace} palette={palette()} />}>
          <ChartsView workspace={workspace} palette={palette()} />
          <ReadingsView workspace={workspace} palette={palette()} />
        </Show>
      </main>

      <Show when={panels.inspector()}>
        <aside class="inspector" aria-label="Inspector">
          <div class="inspector-head">
            <Segmented
              label="Inspector"
              options={INSPECTOR}
              value={workspace.editing() ? 'inputs' : 'point'}
              onChange={(tab) => (tab === 'inputs' ? workspace.showInputs() : workspace.showPoint())}
            />
            <button
              type="button"
              class="icon-button"
              aria-label="Hide inspector"
              title="Hide inspector"
              onClick={() => panels.setInspector(false)}
            >
              <PanelRightClose size={15} aria-hidden="true" />
            </button>
          </div>
          <Show
            when={workspace.editing()}
            fallback={
              <Show
                when={workspace.inspected()}
                fallback={<p class="inspector-empty">The first frontier is being computed.</p>}
              >
                {(point) => (
                  <PointInspector point={point()} names={names()} palette={palette()} onUnpin={workspace.unpin} />
                )}
              </Show>
            }
          >
            <Show when={edited().key} keyed>
              <SeriesEditor
                one={edited()}
                names={names()}
                problem={editedProblem()}
                onChange={(patch) => document.editSeries(workspace.selectedKey(), patch)}
              />
            </Show>
          </Show>
        </aside>
      </Show>

      <StatusBar workspace={workspace} names={names()} />
      <Notices />
    </div>
  )
}
