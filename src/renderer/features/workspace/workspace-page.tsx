import { createMemo, Match, Show, Switch, type JSX } from 'solid-js'
import { GALLERY } from '../../../shared/scenario/gallery.ts'
import { usePalette } from '../../styles/use-palette.ts'
import { notify, Notices } from '../../ui/notices.tsx'
import { AcceleratorsPage } from '../accelerators/accelerators-page.tsx'
import { createAccelerators } from '../accelerators/create-accelerators.ts'
import { ArchiveDialog } from '../archive/archive-dialog.tsx'
import { ArchiveProgress } from '../archive/archive-progress.tsx'
import { createArchive } from '../archive/create-archive.ts'
import { createCalibration } from '../calibration/create-calibration.ts'
import { createConstantSets } from '../calibration/create-constant-sets.ts'
import type { Catalog } from '../catalog/create-catalog.ts'
import { ClaimsPage } from '../claims/claims-page.tsx'
import { createClaims } from '../claims/create-claims.ts'
import { ChipDesignPage } from '../chip-design/chip-design-page.tsx'
import { createChipDesign } from '../chip-design/create-chip-design.ts'
import { CommandPalette } from '../command-palette/command-palette.tsx'
import { paletteEntries } from '../command-palette/palette-entries.ts'
import { createIncoming } from '../incoming/create-incoming.ts'
import { IncomingDialog } from '../incoming/incoming-dialog.tsx'
import { createLibrary } from '../library/create-library.ts'
import { LibraryPanel } from '../library/library-panel.tsx'
import { createModels } from '../models/create-models.ts'
import { ModelsPage } from '../models/models-page.tsx'
import { createOldNumbers } from '../old-numbers/create-old-numbers.ts'
import { OldNumbersLine } from '../old-numbers/old-numbers-line.tsx'
import { createBulkCommands } from '../scenarios/create-bulk-commands.ts'
import { createScenarios } from '../scenarios/create-scenarios.ts'
import { ScenariosPage } from '../scenarios/scenarios-page.tsx'
import { createOutputs } from '../outputs/create-outputs.ts'
import { createObserved } from '../observed/create-observed.ts'
import { ObservedDialog } from '../observed/observed-dialog.tsx'
import { ObservedGrid } from '../observed/observed-grid.tsx'
import { createQuestions } from '../questions/create-questions.ts'
import { QuestionsPage } from '../questions/questions-page.tsx'
import { createReport } from '../report/create-report.ts'
import { ReportDialog } from '../report/report-dialog.tsx'
import { createValidate } from '../validate/create-validate.ts'
import { ValidatePage } from '../validate/validate-page.tsx'
import { createVersions } from '../versions/create-versions.ts'
import { MineAndTheirs } from '../versions/mine-and-theirs.tsx'
import { VersionsDialog } from '../versions/versions-dialog.tsx'
import { catalogNames } from './catalog-names.ts'
import { ChartsView } from './charts-view.tsx'
import { createCommands } from './create-commands.ts'
import { createPanels } from './create-panels.ts'
import { createReadings } from './create-readings.ts'
import { createWorkspace } from './create-workspace.ts'
import { DifferenceGrid } from './difference-grid.tsx'
import { DifferenceView } from './difference-view.tsx'
import { Inspector } from './inspector.tsx'
import { PinsTable } from './pins-table.tsx'
import { ReadingsView } from './readings-view.tsx'
import { SeriesBar } from './series-bar.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { unpinByEscape } from './unpin-by-escape.ts'

/** The whole window: library, comparison and inspector. */
export function WorkspacePage(props: {
  readonly catalog: Catalog
  /** The app's own. */
  readonly version: string
  /** The saved one to begin with; null: the gallery's first. */
  readonly scenario: number | null
}): JSX.Element {
  const constantSets = createConstantSets(notify)
  const workspace = createWorkspace(GALLERY[0]!.scenario, props.catalog.listed, constantSets.byId)
  const { document } = workspace
  const library = createLibrary(document.scenario, workspace.load, notify)
  const names = createMemo(() => catalogNames(props.catalog.listed(), document.scenario(), constantSets.byId()))
  const accelerators = createAccelerators(props.catalog)
  const models = createModels(props.catalog)
  const questions = createQuestions(() => workspace.page() === 'questions', props.catalog.listed)
  const chipDesign = createChipDesign(props.catalog, () => workspace.page() === 'chip-design')
  const observed = createObserved(workspace, () => names().catalog, notify)
  const report = createReport(document.scenario, notify)
  const versions = createVersions(workspace, library, notify)
  const archive = createArchive(workspace, library, notify)
  const oldNumbers = createOldNumbers(workspace, library, notify)
  const scenarios = createScenarios(() => workspace.page() === 'scenarios', library.recent, notify)
  const bulk = createBulkCommands({
    scenarios,
    say: notify,
    afterwards: library.refresh,
    async close(ids) {
      const closed = await library.closeIfAmong(ids)
      if (closed) workspace.setView('scenarios')
      return closed
    },
  })
  const incoming = createIncoming(workspace, library, () => names().catalog, notify)
  const outputs = createOutputs({ workspace, names, version: props.version, tell: notify })
  const commands = createCommands({
    workspace,
    library,
    observed,
    report,
    versions,
    archive,
    incoming,
    outputs,
    readConfig: models.config.read,
  })
  const panels = createPanels()
  const validate = createValidate()
  const claims = createClaims(() => workspace.page() === 'claims', props.catalog.listed)
  const calibration = createCalibration(validate, constantSets, notify)
  const palette = usePalette()
  unpinByEscape(workspace.pins)
  const readings = createReadings(workspace, names)

  /** The open scenario is renamed as any edit of it, so that it can be undone. */
  async function rename(id: number, name: string): Promise<void> {
    const opened = library.opened()
    if (opened.kind !== 'saved' || opened.id !== id) return library.rename(id, name)
    document.rename(name)
    return library.save()
  }

  void library.start(props.scenario)

  return (
    <div class="window" classList={{ 'library-hidden': !panels.library(), 'inspector-hidden': !panels.inspector() }}>
      <TopBar workspace={workspace} library={library} commands={commands} panels={panels} />
      <Show when={panels.library()}>
        <LibraryPanel
          library={library}
          page={workspace.page()}
          onPage={workspace.setView}
          onFold={() => panels.setLibrary(false)}
          onRename={(entry, name) => void rename(entry.id, name)}
        />
      </Show>

      <Switch>
        <Match when={workspace.page() === 'validate'}>
          <ValidatePage
            validate={validate}
            calibration={calibration}
            outputs={outputs}
            panels={panels}
            palette={palette()}
          />
        </Match>
        <Match when={workspace.page() === 'scenarios'}>
          <ScenariosPage
            scenarios={scenarios}
            commands={bulk}
            names={names()}
            palette={palette()}
            onOpen={(id) => void library.open(id)}
            onVersions={(id) => void library.open(id).then(versions.show)}
            onRenamed={rename}
          />
        </Match>
        <Match when={workspace.page() === 'accelerators'}>
          <AcceleratorsPage accelerators={accelerators} outputs={outputs} />
        </Match>
        <Match when={workspace.page() === 'models'}>
          <ModelsPage models={models} outputs={outputs} />
        </Match>
        <Match when={workspace.page() === 'questions'}>
          <QuestionsPage
            questions={questions}
            listed={props.catalog.listed()}
            outputs={outputs}
            palette={palette()}
            onOpen={(scenario) => void library.preview(scenario)}
          />
        </Match>
        <Match when={workspace.page() === 'claims'}>
          <ClaimsPage
            claims={claims}
            names={names()}
            outputs={outputs}
            palette={palette()}
            onOpen={(comparison) => void library.preview(comparison)}
          />
        </Match>
        <Match when={workspace.page() === 'chip-design'}>
          <ChipDesignPage
            design={chipDesign}
            outputs={outputs}
            palette={palette()}
            onOpen={(comparison) => void library.preview(comparison)}
          />
        </Match>
        <Match when={workspace.page() === null}>
          <main class="workspace">
            <OldNumbersLine oldNumbers={oldNumbers} />
            <SeriesBar workspace={workspace} names={names()} palette={palette()} />
            <Switch>
              <Match when={workspace.view() === 'difference'}>
                <DifferenceView workspace={workspace} outputs={outputs} palette={palette()} />
              </Match>
              <Match when={workspace.view() !== 'table'}>
                <ChartsView
                  workspace={workspace}
                  observed={observed}
                  names={names()}
                  outputs={outputs}
                  palette={palette()}
                />
              </Match>
            </Switch>
            <PinsTable workspace={workspace} names={names()} outputs={outputs} palette={palette()} />
            <Show
              when={workspace.view() === 'difference'}
              fallback={
                <ReadingsView workspace={workspace} readings={readings} outputs={outputs} palette={palette()} />
              }
            >
              <DifferenceGrid workspace={workspace} outputs={outputs} palette={palette()} />
            </Show>
            <Show when={workspace.view() === 'table'}>
              <ObservedGrid workspace={workspace} outputs={outputs} palette={palette()} />
            </Show>
          </main>

          <Inspector workspace={workspace} panels={panels} names={names()} palette={palette()} />
        </Match>
      </Switch>

      <StatusBar workspace={workspace} names={names()} />
      <Show when={observed.isOpen()}>
        <ObservedDialog observed={observed} workspace={workspace} names={names()} palette={palette()} />
      </Show>
      <Show when={report.isOpen()}>
        <ReportDialog report={report} />
      </Show>
      <Show when={commands.palette()}>
        <CommandPalette
          entries={paletteEntries({ workspace, library, commands, panels, outputs })}
          onClose={commands.closePalette}
        />
      </Show>
      <Show when={incoming.files().length > 0 && incoming.compared() === null}>
        <IncomingDialog incoming={incoming} />
      </Show>
      <Show when={incoming.compared()}>
        {(compared) => (
          <MineAndTheirs
            compared={compared()}
            from="the files"
            onBack={incoming.backToFiles}
            onClose={incoming.close}
          />
        )}
      </Show>
      <Show when={versions.shown()}>
        <VersionsDialog versions={versions} name={document.scenario().name} />
      </Show>
      <Show when={archive.compared() === null && archive.preview()}>
        {(preview) => <ArchiveDialog archive={archive} preview={preview()} />}
      </Show>
      <Show when={archive.compared()}>
        {(compared) => (
          <MineAndTheirs compared={compared()} from="the import" onBack={archive.backToFile} onClose={archive.close} />
        )}
      </Show>
      <ArchiveProgress progress={archive.progress()} />
      <Notices />
    </div>
  )
}
