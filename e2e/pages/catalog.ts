import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** What the pages of accelerators and of models have in common, as a person sees it: by roles and names. */
export abstract class CatalogPage {
  readonly page: Page
  protected abstract readonly what: 'Accelerators' | 'Models'

  constructor(page: Page) {
    this.page = page
  }

  readonly table = (): Locator => this.page.getByRole('table', { name: this.what })

  /** Rows of entries, without the header. */
  readonly rows = (): Locator =>
    this.table()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') })

  readonly row = (name: string): Locator =>
    this.rows().filter({ has: this.page.getByRole('button', { name, exact: true }) })

  readonly detail = (): Locator => this.page.getByTestId('entry-detail')

  readonly form = (): Locator => this.page.getByRole('complementary').getByRole('form')

  readonly field = (name: string): Locator => this.form().getByRole('textbox', { name, exact: true })

  readonly saveButton = (): Locator => this.form().getByRole('button', { name: 'Save', exact: true })

  readonly count = (): Locator => this.page.getByRole('group', { name: 'Filters' }).getByRole('status')

  readonly changes = (): Locator => this.page.getByRole('list', { name: 'Change log' }).locator('> li')

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Library' })
      .getByRole('button', { name: this.what, exact: true })
      .click()
    await expect(this.table()).toBeVisible()
  }

  async select(name: string): Promise<void> {
    await this.row(name).getByRole('button', { name, exact: true }).click()
    await expect(this.detail().getByRole('heading', { name, exact: true })).toBeVisible()
  }

  async copy(name: string): Promise<void> {
    await this.select(name)
    await this.detail().getByRole('button', { name: 'Make a copy' }).click()
    await expect(this.form()).toBeVisible()
  }

  async save(name: string): Promise<void> {
    await this.saveButton().click()
    await expect(this.detail().getByRole('heading', { name, exact: true })).toBeVisible()
  }

  async filter(name: string, choice: string): Promise<void> {
    await this.page
      .getByRole('group', { name: 'Filters' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
    await this.page.getByRole('option', { name: choice, exact: true }).click()
  }

  async find(words: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(words)
  }

  async compare(...names: readonly string[]): Promise<Locator> {
    for (const name of names) await this.page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }).check()
    await this.page.getByRole('button', { name: `Compare ${names.length}`, exact: true }).click()
    return this.page.getByRole('region', { name: 'Comparison' })
  }

  async sortBy(column: string): Promise<void> {
    await this.table().getByRole('columnheader').getByRole('button', { name: column, exact: true }).click()
  }

  /** Names of the rows in their order. */
  async names(): Promise<string[]> {
    return this.rows().getByRole('rowheader').getByRole('button').allInnerTexts()
  }
}
