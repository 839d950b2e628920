import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'

/** What the standard rules add to the comparison window: the answer at a speed, and the inputs of a deployment. */
export class Deployment {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** "B200 $0.206 /M tokens on 4 GPUs at $2.90/h, ±10 % ...". */
  readonly answer = (): Locator => this.page.getByTestId('answer')

  readonly point = (): Locator => this.page.getByTestId('point')

  readonly spaceSize = (): Locator => this.page.getByTestId('space-size')

  async ask(tokensPerSecond: number): Promise<void> {
    await this.page.getByLabel('Speed asked for').fill(String(tokensPerSecond))
  }

  /** Chooses one of a few that are all in view. */
  async choose(name: string, option: string): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name, exact: true })
    await choice.getByText(option, { exact: true }).click()
    await expect(choice.getByRole('radio', { name: option, exact: true })).toBeChecked()
  }

  /** Figure of a fact in the inspector. */
  readonly fact = (name: string): Locator =>
    this.point()
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${name}`) })
      .locator('xpath=following-sibling::dd[1]')
}
