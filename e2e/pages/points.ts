import type { Locator, Page } from '@playwright/test'

/** The inspected point and the pinned ones. */
export class Points {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly point = (): Locator => this.page.getByTestId('point')

  /** The pinned points side by side. */
  readonly table = (): Locator => this.page.getByRole('region', { name: 'Pinned points side by side' })

  /** Cells of a row of that table, one for each pin. */
  readonly cells = (row: string): Locator =>
    this.table()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: row, exact: true }) })
      .getByRole('cell')

  readonly choice = (name: string): Locator =>
    this.page.getByRole('list', { name: 'Pins' }).getByRole('button', { name: new RegExp(`^Show pin ${name}:`) })

  /** Where a series would be drawn that has no point: the reason, and changes that would give it one. */
  readonly without = (series: string): Locator =>
    this.page.getByRole('figure', { name: series }).filter({ has: this.page.getByRole('button') })

  /** What would move the point. */
  readonly moves = (): Locator => this.page.getByRole('region', { name: 'What would move this point' })

  readonly move = (input: string): Locator =>
    this.moves()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${input} `) }) })

  /** Pins a point by keys: those that move the cursor and choose the series, then Enter. */
  async pinByKeys(panel: Locator, ...keys: readonly string[]): Promise<void> {
    await panel.focus()
    for (const key of [...keys, 'Enter']) await this.page.keyboard.press(key)
  }
}
