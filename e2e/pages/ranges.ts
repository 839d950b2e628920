import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** Ranges of a series' inputs, and the band they give, as a person sees them. */
export class RangesPart {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly trigger = (): Locator => this.page.getByRole('button', { name: /^Uncertainty/ })

  readonly button = (name: 'Usual ranges' | 'By constant' | 'None'): Locator =>
    this.page.getByRole('button', { name, exact: true })

  readonly end = (input: string, end: '5 %' | '95 %'): Locator =>
    this.page.getByRole('textbox', { name: `${input}, ${end}`, exact: true })

  readonly width = (): Locator => this.page.getByRole('region', { name: 'Where the width comes from' })

  async open(): Promise<void> {
    await this.trigger().click()
    await expect(this.button('Usual ranges')).toBeVisible()
  }

  /** Waits until so many bands are there. */
  async sampled(bands: number): Promise<void> {
    await expect(this.page.getByTestId('summary')).toContainText(
      `${bands} ${bands === 1 ? 'band' : 'bands'} of 1,024 samples`,
      { timeout: 120_000 },
    )
  }
}
