import { Match, Show, Switch, type JSX } from 'solid-js'
import type { StartUpProblem } from '../../../shared/contract/start-up-calls.ts'
import { BackupChoice } from './backup-choice.tsx'
import { createStartUp } from './create-start-up.ts'

const HEADLINES: Readonly<Record<StartUpProblem['kind'], string>> = {
  newer: 'The saved data come from a newer Paretoscope',
  damaged: 'The saved data are damaged',
  unusable: 'The saved data cannot be opened',
}

/** The small window in place of the app's while its data cannot be opened: why, and what can be done. */
export function StartUpPage(): JSX.Element {
  const startUp = createStartUp()
  const kind = () => startUp.problem()?.kind
  const Action = (action: { readonly label: string; readonly primary?: boolean; readonly onClick: () => void }) => (
    <button
      type="button"
      class="button"
      classList={{ primary: action.primary === true }}
      disabled={startUp.busy()}
      onClick={() => action.onClick()}
    >
      {action.label}
    </button>
  )
  return (
    <main class="start-up">
      <Show when={startUp.problem()}>
        {(problem) => (
          <>
            <div class="start-up-body">
              <h1 class="start-up-title">{HEADLINES[problem().kind]}</h1>
              <p class="start-up-message">{problem().message}</p>
              <Show when={kind() === 'damaged'}>
                <Show
                  when={problem().backups.length > 0}
                  fallback={<p>There is no good backup to go back to. Paretoscope can start with empty data.</p>}
                >
                  <BackupChoice backups={problem().backups} chosen={startUp.backup()} onChoose={startUp.choose} />
                </Show>
                <p class="start-up-note">
                  Whatever you choose, the damaged file stays in its folder under another name.
                </p>
              </Show>
              <p class="start-up-failure" role="alert">
                {startUp.failure()}
              </p>
            </div>
            <footer class="start-up-actions">
              <Action label="Quit" onClick={startUp.quit} />
              <Action label="Show the folder" onClick={startUp.showFolder} />
              <span class="start-up-gap" />
              <Switch>
                <Match when={kind() === 'damaged'}>
                  <Action
                    label="Start with empty data"
                    primary={startUp.backup() === null}
                    onClick={() => void startUp.startEmpty()}
                  />
                  <Show when={startUp.backup() !== null}>
                    <Action label="Restore backup" primary onClick={() => void startUp.restore()} />
                  </Show>
                </Match>
                <Match when={kind() === 'unusable'}>
                  <Action label="Try again" primary onClick={() => void startUp.tryAgain()} />
                </Match>
              </Switch>
            </footer>
          </>
        )}
      </Show>
    </main>
  )
}
