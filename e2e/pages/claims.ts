import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** The page of claims as a person sees it: by roles and names. */
export class ClaimsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly main = (): Locator => this.page.getByRole('main', { name: 'Claims' })

  readonly item = (title: string): Locator =>
    this.main().getByRole('list', { name: 'Claims' }).getByRole('button', { name: title })

  readonly verdict = (): Locator => this.page.getByTestId('verdict')

  readonly problem = (): Locator => this.main().getByRole('alert')

  readonly openButton = (): Locator => this.page.getByRole('button', { name: 'Open as comparison' })

  async open(): Promise<void> {
    await this.page.getByRole('list', { name: 'Explore' }).getByRole('button', { name: 'Claims' }).click()
    await expect(this.main()).toBeVisible()
  }

  async look(title: string): Promise<void> {
    await this.item(title).click()
    await expect(this.main().getByRole('article', { name: title })).toBeVisible()
  }

  readonly figure = (label: string): Locator =>
    this.main().getByRole('table', { name: 'Figures of the claim' }).getByRole('row', { name: label })

  /** A figure as it was measured, without its unit. */
  async measured(label: string): Promise<number> {
    const text = await this.figure(label).getByRole('cell').first().innerText()
    return Number.parseFloat(text.replace('−', '-'))
  }

  async fill(label: string, value: string): Promise<void> {
    await this.main().getByRole('textbox', { name: label }).fill(value)
  }

  async pick(label: string, option: string): Promise<void> {
    await this.main().getByRole('combobox', { name: label }).fill(option)
    await this.page.getByRole('option', { name: option, exact: true }).first().click()
  }
}
