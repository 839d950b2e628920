import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/app.ts'
import { escape } from './escape.ts'

type ViewName = 'Overlay' | 'Side by side' | 'Difference' | 'Table' | 'Validate'

/** The comparison window as a person sees it: by roles and names, never by classes. */
export class Workspace {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly series = (name: string): Locator =>
    this.page.getByRole('list', { name: 'Series' }).getByRole('button', { name: new RegExp(`^${escape(name)}`) })

  readonly row = (name: string): Locator =>
    this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })

  readonly summary = (): Locator => this.page.getByTestId('summary')

  readonly title = (): Locator => this.page.getByRole('textbox', { name: 'Name of the comparison' })

  readonly panel = (name: string): Locator =>
    this.page.getByRole('application', { name: new RegExp(`^${escape(name)}\\.`) })

  readonly savedScenario = (name: string): Locator =>
    this.page
      .getByRole('list', { name: 'Saved scenarios' })
      .getByRole('button', { name: new RegExp(`^${escape(name)}`) })

  readonly field = (name: string): Locator => this.page.getByRole('textbox', { name, exact: true })

  /** Waits until all frontiers of the comparison are there. */
  async computed(frontiers: number): Promise<void> {
    await expect(this.summary()).toBeVisible({ timeout: 90_000 })
    await expect(this.page.getByRole('table').getByRole('rowheader')).not.toHaveCount(0)
    await expect(this.page.getByRole('button', { name: /^Show the preferred point|@ \$/ }).first()).toBeVisible()
    expect(frontiers).toBeGreaterThan(0)
    await expect(this.page.getByTitle('Show the preferred point')).toHaveCount(frontiers)
  }

  async openGallery(name: string): Promise<void> {
    await this.page
      .getByRole('list', { name: 'Gallery' })
      .getByRole('button', { name: new RegExp(`^${escape(name)}`) })
      .click()
    await expect(this.title()).toHaveValue(name)
  }

  async show(view: ViewName): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'View' }).getByText(view, { exact: true }).click()
  }

  /** Opens the inputs of a series in the inspector. */
  async edit(name: string): Promise<void> {
    await this.series(name).click()
    await expect(this.page.getByRole('form', { name: `Inputs of ${name}` })).toBeVisible()
  }

  async command(series: string, command: string): Promise<void> {
    await this.page.getByRole('button', { name: `Commands for ${series}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: command }).click()
  }

  /** Names of the series in the bar, in their order. */
  async order(): Promise<string[]> {
    const chips = this.page.getByRole('list', { name: 'Series' }).getByTitle(/^Edit /)
    return (await chips.allInnerTexts()).map((text) => text.split('\n')[0]!)
  }

  async vary(series: string, input: string): Promise<Locator> {
    await this.command(series, 'Vary one input')
    const dialog = this.page.getByRole('dialog', { name: `Vary one input of ${series}` })
    await dialog.getByRole('button', { name: /^Input/ }).click()
    await this.page.getByRole('option', { name: input, exact: true }).click()
    return dialog
  }

  /** Goes to a step of the work by its words. */
  async goTo(step: string): Promise<void> {
    await this.page.getByRole('button', { name: 'History' }).click()
    await this.page.getByRole('menuitem', { name: step, exact: true }).click()
  }

  /** "82.5 @ $0.700" of a series in the table. */
  async chosenPoint(series: string, which: 'fastest' | 'preferred' | 'cheapest'): Promise<string> {
    const text = await this.row(series).getByTitle(`Show the ${which} point`).innerText()
    return text.replaceAll(/\s+/g, ' ').trim()
  }
}
