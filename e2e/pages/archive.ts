import type { Locator } from '@playwright/test'
import { expect, type App } from '../fixtures/app.ts'
import { chooseCommand } from './app-menu.ts'

/** Exporting and importing a whole library as a person sees it. */
export class Archive {
  readonly app: App

  constructor(app: App) {
    this.app = app
  }

  readonly dialog = (): Locator => this.app.window.getByRole('dialog', { name: /^Import / })

  readonly differences = (): Locator => this.dialog().getByRole('list', { name: 'Differences' }).getByRole('listitem')

  readonly names = (title: 'new' | 'left out'): Locator =>
    this.dialog().getByRole('list', { name: title, exact: true }).getByRole('listitem')

  readonly same = (): Locator => this.dialog().getByTestId('archive-same')

  /** Says what the system's dialogs answer. */
  async answer(path: string): Promise<void> {
    await this.app.electronApp.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
  }

  async exportTo(path: string): Promise<void> {
    await this.answer(path)
    await chooseCommand(this.app, 'export-library')
    await expect(this.app.window.getByText(/\.paretoscope-library holds /)).toBeVisible()
  }

  async open(path: string): Promise<void> {
    await this.answer(path)
    await chooseCommand(this.app, 'import-library')
  }

  /** Chooses by keyboard, as a radio button is. */
  async choose(what: string, choice: 'Keep mine' | 'Take theirs' | 'Keep both'): Promise<void> {
    const option = this.dialog().getByRole('radiogroup', { name: what }).getByRole('radio', { name: choice })
    await option.press('Space')
    await expect(option).toBeChecked()
  }

  async import(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Import', exact: true }).press('Enter')
    await expect(this.dialog()).toBeHidden()
  }
}
