import type { Locator } from '@playwright/test'
import { expect, type App } from '../fixtures/app.ts'
import { chooseCommand } from './app-menu.ts'

/** The list of all commands, found by typing. */
export class CommandPalette {
  readonly app: App

  constructor(app: App) {
    this.app = app
  }

  readonly dialog = (): Locator => this.app.window.getByRole('dialog', { name: 'All commands' })

  readonly input = (): Locator => this.dialog().getByRole('combobox', { name: 'Find a command' })

  readonly options = (): Locator => this.dialog().getByRole('option')

  async open(): Promise<void> {
    await chooseCommand(this.app, 'command-palette')
    await expect(this.input()).toBeFocused()
  }

  /** Opens it, types words, checks what is found first, and takes it. */
  async run(words: string, first: string): Promise<void> {
    await this.open()
    await this.app.window.keyboard.type(words)
    await expect(this.options().first()).toHaveText(new RegExp(`^${first}`))
    await this.app.window.keyboard.press('Enter')
    await expect(this.dialog()).toBeHidden()
  }
}
