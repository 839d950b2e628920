import type { Locator, Page } from '@playwright/test'

/** The readings table as a person sees it. */
export class Readings {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly table = (): Locator => this.page.getByRole('table').filter({ hasText: 'Series' })

  readonly head = (name: string): Locator => this.table().getByRole('columnheader', { name })

  /** Names of the series, in the order of the rows. */
  async order(): Promise<string[]> {
    const names = await this.table().getByRole('rowheader').allInnerTexts()
    return names.map((name) => name.trim())
  }

  /** The cell of a series under a column. */
  async cell(series: string, column: string): Promise<string> {
    const heads = await this.table().getByRole('columnheader').allInnerTexts()
    const at = heads.findIndex((text) => text.replaceAll(/\s+/g, ' ').startsWith(column))
    const row = this.table()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: series }) })
    const text = await row
      .getByRole('cell')
      .nth(at - 1)
      .innerText()
    return text.replaceAll(/\s+/g, ' ').trim()
  }

  /** Opens what the table reads, fills fields by their labels, closes it. */
  async read(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: 'Table columns' }).click()
    for (const [label, text] of Object.entries(fields)) await this.page.getByLabel(label).fill(text)
    await this.page.keyboard.press('Escape')
  }
}
