import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The page on which a chip is thought up, as a person sees it: by roles and names. */
export class ChipDesign {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly figure = (name: string): Locator => this.page.getByRole('textbox', { name, exact: true })

  readonly slider = (name: string): Locator => this.page.getByRole('slider', { name: `${name}, slider`, exact: true })

  readonly headline = (): Locator => this.page.getByTestId('chip-headline')

  readonly sentences = (): Locator => this.page.getByTestId('chip-sentences')

  readonly button = (name: string): Locator => this.page.getByRole('button', { name, exact: true })

  readonly notLikely = (): Locator => this.page.getByRole('region', { name: 'Not likely' })

  async open(): Promise<void> {
    await this.page
      .getByRole('list', { name: 'Explore' })
      .getByRole('button', { name: 'Chip design', exact: true })
      .press('Enter')
    await expect(this.headline()).toBeVisible({ timeout: 60_000 })
  }
}
