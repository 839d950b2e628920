import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The page of questions as a person sees it: by roles and names. */
export class Questions {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly list = (): Locator => this.page.getByRole('navigation', { name: 'Questions' }).getByRole('button')

  readonly inputs = (): Locator => this.page.getByRole('form', { name: 'Inputs of the question' })

  readonly answer = (): Locator => this.page.getByRole('region', { name: 'Answer', exact: true })

  readonly sentence = (): Locator => this.answer().getByRole('status')

  readonly number = (name: string): Locator => this.inputs().getByRole('textbox', { name, exact: true })

  async open(): Promise<void> {
    await this.page.getByRole('list', { name: 'Explore' }).getByRole('button', { name: 'Questions' }).click()
    await expect(this.sentence()).toBeVisible({ timeout: 60_000 })
  }

  /** Chooses a question and waits for its answer. */
  async ask(title: string): Promise<void> {
    await this.list().filter({ hasText: title }).click()
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
    await expect(this.sentence()).toBeVisible({ timeout: 60_000 })
  }

  /** Picks an entry of a list that is found by typing. */
  async pick(name: string, entry: string): Promise<void> {
    const box = this.inputs().getByRole('combobox', { name, exact: true })
    await box.fill(entry)
    await this.page
      .getByRole('option', { name: new RegExp(`^${entry}`) })
      .first()
      .click()
  }
}
