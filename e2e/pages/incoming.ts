import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** What files from outside hold, before they are added. */
export class IncomingFiles {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly dialog = (): Locator => this.page.getByRole('dialog', { name: 'Scenario files' })

  readonly files = (): Locator => this.dialog().getByRole('list', { name: 'Files' }).getByRole('listitem')

  /** What a file's scenario has otherwise than mine. */
  readonly compared = (): Locator => this.page.getByRole('dialog', { name: /: yours and theirs$/ })

  readonly differences = (): Locator => this.compared().getByRole('table', { name: 'Differences' })

  async add(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Add to the library' }).click()
    await expect(this.dialog()).toBeHidden()
  }
}
