import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The dialog of observed points, their marks on the chart and their table. */
export class Observed {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly dialog = (): Locator => this.page.getByRole('dialog')

  readonly setsHere = (): Locator =>
    this.dialog().getByRole('list', { name: 'Sets in this comparison' }).getByRole('checkbox')

  readonly legend = (): Locator => this.page.getByRole('list', { name: 'Observed points' }).getByRole('listitem')

  readonly rows = (): Locator =>
    this.page
      .getByRole('region', { name: 'Observed points' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') })

  readonly readout = (): Locator => this.page.getByTestId('observed-readout')

  readonly rejected = (): Locator => this.dialog().getByRole('list', { name: 'Rows left out' }).getByRole('listitem')

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Observed/ }).click()
    await expect(this.dialog()).toBeVisible()
  }

  async add(set: string): Promise<void> {
    await this.dialog()
      .getByRole('button', { name: `Add ${set}`, exact: true })
      .click()
    await expect(this.dialog().getByRole('checkbox', { name: set, exact: true })).toBeChecked()
  }

  async done(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Done' }).click()
    await expect(this.dialog()).toBeHidden()
  }

  /** Says which column holds something. */
  async mapColumn(what: string, column: string): Promise<void> {
    await this.dialog()
      .getByRole('button', { name: new RegExp(what) })
      .click()
    await this.page.getByRole('option', { name: column, exact: true }).click()
  }
}
