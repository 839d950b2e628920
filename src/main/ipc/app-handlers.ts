import type { CallOutput, Theme } from '../../shared/contract/contract.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { AppWindows } from '../window/app-windows.ts'
import type { CallHandlers } from './handle-calls.ts'

export interface AppHandlerParts {
  readonly about: Pick<CallOutput<'app.info'>, 'version' | 'electron' | 'runtimeNote'>
  readonly settings: SettingsStore
  readonly windows: Pick<AppWindows, 'scenarioOf' | 'open'>
  readonly catalog: CatalogStore
  /** Puts a theme into force in window and menu. */
  readonly applyTheme: (theme: Theme) => void
  readonly writeClipboard: (text: string) => void | Promise<void>
}

export const appHandlers = ({ about, settings, windows, catalog, applyTheme, writeClipboard }: AppHandlerParts) =>
  ({
    'app.info': (_input, { id }) => ({ ...about, theme: settings.get('theme'), scenario: windows.scenarioOf(id) }),
    'window.open': (scenario) => windows.open(scenario),
    'app.setTheme': (theme) => {
      settings.set('theme', theme)
      applyTheme(theme)
    },
    'clipboard.writeText': async (text) => {
      await writeClipboard(text)
    },
    'catalog.list': () => catalog.list(),
  }) satisfies Partial<CallHandlers>
