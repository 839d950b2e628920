import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The Validate view as a person sees it: by roles and names. */
export class Validation {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly grid = (): Locator => this.page.getByRole('grid', { name: 'Measurements' })

  /** Rows of the grid without its header; only those in view are in the page. */
  readonly rows = (): Locator => this.grid().getByRole('rowgroup').getByRole('row')

  readonly selectedRow = (): Locator => this.grid().locator('[aria-selected="true"]')

  readonly figures = (): Locator => this.page.getByTestId('error-figures')

  readonly measurement = (): Locator => this.page.getByTestId('measurement')

  async open(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'View' }).getByText('Validate', { exact: true }).click()
    await expect(this.grid()).toBeVisible()
  }

  async filter(name: string, group: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
    await this.page.getByRole('option', { name: new RegExp(`^${group}`) }).click()
  }

  /** Mean error of the rows shown, per cent. */
  async meanError(): Promise<number> {
    return Number.parseFloat(await this.figures().getByRole('definition').first().innerText())
  }

  /** Size of a row's error, per cent. */
  async errorOf(row: Locator): Promise<number> {
    return Number.parseFloat((await row.getByRole('gridcell').last().innerText()).replace(/^[+−]/, ''))
  }

  /** How many rows are left, by the grid's own account. */
  async count(): Promise<number> {
    return Number(await this.grid().getAttribute('aria-rowcount')) - 1
  }
}
