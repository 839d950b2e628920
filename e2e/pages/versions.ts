import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The versions of the open scenario as a person sees them; the newest is at 0. */
export class VersionsDialog {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly dialog = (): Locator => this.page.getByRole('dialog', { name: /^Versions of/ })

  readonly all = (): Locator => this.dialog().getByRole('list', { name: 'Versions' }).locator('> li')

  readonly at = (place: number): Locator => this.all().nth(place)

  async open(scenario: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Versions', exact: true }).click()
    await expect(this.page.getByRole('dialog', { name: `Versions of ${scenario}` })).toBeVisible()
  }

  async close(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Close' }).click()
    await expect(this.dialog()).toBeHidden()
  }

  async name(place: number, name: string): Promise<void> {
    await this.at(place).getByRole('button', { name: /^Name/ }).click()
    await this.at(place).getByRole('textbox').fill(name)
    await this.page.keyboard.press('Enter')
    await expect(this.at(place)).toContainText(name)
  }

  async mark(place: number): Promise<void> {
    await this.at(place).getByRole('checkbox').press('Space')
    await expect(this.at(place).getByRole('checkbox')).toBeChecked()
  }
}
