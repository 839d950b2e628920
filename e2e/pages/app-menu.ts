import type { MenuCommand } from '../../src/shared/contract/menu-commands.ts'
import type { App } from '../fixtures/app.ts'

/** Chooses an item of the application's own menu, as a click on it or its keys do. */
export const chooseCommand = (app: App, command: MenuCommand): Promise<void> =>
  app.electronApp.evaluate(({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.click(), command)
