import type { CallOutput, Theme } from '../../shared/contract/contract.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { ScenarioStore } from '../storage/scenario-store.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { CallHandlers } from './handle-calls.ts'

export interface AppHandlerParts {
  readonly about: Pick<CallOutput<'app.info'>, 'version' | 'electron' | 'runtimeNote'>
  readonly settings: SettingsStore
  readonly scenarios: Pick<ScenarioStore, 'has'>
  readonly catalog: CatalogStore
  /** Puts a theme into force in window and menu. */
  readonly applyTheme: (theme: Theme) => void
  readonly writeClipboard: (text: string) => void | Promise<void>
}

export const appHandlers = ({ about, settings, scenarios, catalog, applyTheme, writeClipboard }: AppHandlerParts) =>
  ({
    'app.info': () => {
      const last = settings.get('lastScenario')
      return {
        ...about,
        theme: settings.get('theme'),
        lastScenario: last !== null && scenarios.has(last) ? last : null,
      }
    },
    'app.setTheme': (theme) => {
      settings.set('theme', theme)
      applyTheme(theme)
    },
    'clipboard.writeText': async (text) => {
      await writeClipboard(text)
    },
    'catalog.list': () => catalog.list(),
  }) satisfies Partial<CallHandlers>
