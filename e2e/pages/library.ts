import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'
import { escape } from './escape.ts'

/** The page of all scenarios as a person sees it: by roles and names, never by classes. */
export class LibraryPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly grid = (): Locator => this.page.getByRole('grid', { name: 'Scenarios' })

  readonly row = (name: string): Locator =>
    this.grid()
      .getByRole('row')
      .filter({ has: this.page.getByTitle(name, { exact: true }) })

  readonly chosen = (): Locator => this.grid().getByRole('row', { selected: true })

  readonly search = (): Locator => this.page.getByRole('searchbox', { name: 'Search scenarios' })

  readonly commands = (): Locator => this.page.getByRole('toolbar', { name: 'Chosen scenarios' })

  readonly shelves = (): Locator => this.page.getByRole('navigation', { name: 'Shelves' })

  async open(): Promise<void> {
    await this.page.getByRole('list', { name: 'Library pages' }).getByRole('button', { name: 'All scenarios' }).click()
    await expect(this.page.getByRole('main', { name: 'All scenarios' })).toBeVisible()
  }

  /** Names in the list, top to bottom, once they are these. */
  async lists(...names: string[]): Promise<void> {
    await expect(this.page.getByTestId('found')).toHaveText(
      `${names.length} ${names.length === 1 ? 'scenario' : 'scenarios'}`,
    )
    for (const [at, name] of names.entries())
      await expect(this.grid().locator(`[aria-rowindex="${at + 2}"]`)).toContainText(name)
  }

  async shelf(name: string): Promise<void> {
    await this.shelves()
      .getByRole('button', { name: new RegExp(`^${escape(name)}( \\d+)?$`) })
      .click()
  }

  async choose(name: string, ...modifiers: ('Shift' | 'ControlOrMeta')[]): Promise<void> {
    await this.row(name).click({ modifiers })
  }

  async run(command: string): Promise<void> {
    await this.commands().getByRole('button', { name: command, exact: true }).click()
  }

  /** Makes a folder at the top and gives it its name. */
  async makeFolder(name: string): Promise<void> {
    await this.shelves().getByRole('button', { name: 'New folder', exact: true }).click()
    await this.folderCommand('New folder', 'Rename')
    await this.page.getByRole('textbox', { name: 'New name for New folder' }).fill(name)
    await this.page.keyboard.press('Enter')
    await expect(this.shelves().getByRole('list', { name: 'Folders' }).getByText(name)).toBeVisible()
  }

  async folderCommand(folder: string, command: string): Promise<void> {
    await this.shelves().getByRole('listitem').filter({ hasText: folder }).hover()
    await this.shelves()
      .getByRole('button', { name: `Commands for folder ${folder}`, exact: true })
      .click()
    await this.page.getByRole('menuitem', { name: command, exact: true }).click()
  }

  async moveTo(folder: string): Promise<void> {
    await this.commands().getByRole('button', { name: 'Move to a folder' }).click()
    await this.page.getByRole('menuitem', { name: folder, exact: true }).click()
  }

  async tag(tag: string): Promise<void> {
    await this.run('Tags…')
    const dialog = this.page.getByRole('dialog', { name: /^Tags of/ })
    await dialog.getByRole('textbox', { name: 'New tag' }).fill(tag)
    await dialog.getByRole('button', { name: 'Add tag' }).click()
    await expect(dialog.getByRole('list', { name: 'Tags of the library' }).getByText(tag)).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toBeHidden()
  }

  /** Takes back what the notice with these words is about. */
  async undo(words: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).getByRole('button', { name: 'Undo' }).click()
  }
}
