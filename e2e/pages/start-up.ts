import { expect, type Locator, type Page } from '@playwright/test'

/** The screen that is shown while the saved data cannot be opened. */
export class StartUpScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly headline = (): Locator => this.page.getByRole('heading', { level: 1 })

  readonly says = (text: string | RegExp): Locator => this.page.getByText(text)

  readonly action = (name: string): Locator => this.page.getByRole('button', { name, exact: true })

  readonly backups = (): Locator => this.page.getByRole('radiogroup', { name: 'Good backups' }).getByRole('radio')

  /** Presses the button after which this window is gone, maybe before the press is answered. */
  async leaveBy(name: string): Promise<void> {
    await expect(this.action(name)).toBeEnabled()
    await Promise.allSettled([this.action(name).press('Enter')])
  }
}
