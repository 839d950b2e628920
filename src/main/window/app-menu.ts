import { dialog, Menu, type BrowserWindow } from 'electron'
import type { CallOutput, Theme } from '../../shared/contract/contract.ts'
import type { MenuCommand } from '../../shared/contract/menu-commands.ts'
import { menuTemplate } from './menu-template.ts'

export interface AppMenuParts {
  readonly devTools: boolean
  readonly about: Pick<CallOutput<'app.info'>, 'version' | 'electron' | 'runtimeNote'>
  readonly send: (command: MenuCommand) => void
  readonly window: () => BrowserWindow | null
}

export interface AppMenu {
  checkTheme(theme: Theme): void
}

/** Puts the application menu in place. */
export function setupAppMenu({ devTools, about, send, window }: AppMenuParts): AppMenu {
  const showAbout = () => {
    const options = {
      type: 'info' as const,
      title: 'About Paretoscope',
      message: `Paretoscope ${about.version}`,
      detail: [`Electron ${about.electron}`, about.runtimeNote].filter((line) => line !== null).join('\n'),
    }
    const parent = window()
    void (parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options))
  }
  const menu = Menu.buildFromTemplate(menuTemplate({ isMac: process.platform === 'darwin', devTools, send, showAbout }))
  Menu.setApplicationMenu(menu)
  return {
    checkTheme(theme) {
      const item = menu.getMenuItemById(`theme-${theme}`)
      if (item !== null) item.checked = true
    },
  }
}
