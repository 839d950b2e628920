import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The dialog that fits constants, as a person sees it: by roles and names. */
export class Calibration {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly dialog = (): Locator => this.page.getByRole('dialog', { name: 'Fit constants' })

  readonly constants = (): Locator => this.dialog().getByRole('table', { name: 'Fitted constants' })

  readonly errors = (): Locator => this.dialog().getByRole('table', { name: 'Errors before and after' })

  readonly row = (constant: string): Locator =>
    this.constants()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: constant }) })

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fit constants…' }).press('Enter')
    await expect(this.dialog()).toBeVisible()
  }

  async fit(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Fit', exact: true }).press('Enter')
    await expect(this.constants()).toBeVisible({ timeout: 60_000 })
  }

  async keep(name: string): Promise<void> {
    await this.dialog().getByRole('textbox', { name: 'Name of the set' }).fill(name)
    await this.dialog().getByRole('button', { name: 'Keep as a named set' }).press('Enter')
    await expect(this.dialog().getByText('Kept. Series under the standard rules can choose it')).toBeVisible()
  }
}
