import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expect, type App } from '../fixtures/app.ts'
import { chooseCommand } from './app-menu.ts'

/** The dialog that makes the PDF report. */
export class ReportPage {
  readonly app: App
  readonly page: Page

  constructor(app: App) {
    this.app = app
    this.page = app.window
  }

  readonly dialog = (): Locator => this.page.getByRole('dialog', { name: 'PDF report' })

  readonly preview = (): FrameLocator => this.page.frameLocator('iframe[title="Preview of the report"]')

  readonly heading = (name: string): Locator => this.preview().getByRole('heading', { name, exact: true })

  readonly section = (title: string): Locator => this.dialog().getByRole('checkbox', { name: title, exact: true })

  readonly sections = (): Locator =>
    this.dialog().getByRole('list', { name: 'Sections of the report' }).getByRole('checkbox')

  readonly progress = (): Locator => this.dialog().getByRole('progressbar', { name: 'Writing the PDF' })

  async open(): Promise<void> {
    await chooseCommand(this.app, 'export-pdf')
    await expect(this.dialog()).toBeVisible()
    await expect(this.preview().getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 })
  }

  async choose(group: string, option: string): Promise<void> {
    await this.dialog().getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click()
  }

  async template(command: string): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Commands for templates' }).click()
    await this.page.getByRole('menuitem', { name: command, exact: true }).click()
  }

  /** Answers the save dialog with a path, and asks for the PDF. */
  async save(filePath: string): Promise<void> {
    await this.app.electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, filePath)
    await this.dialog().getByRole('button', { name: 'Save PDF…' }).click()
  }
}
