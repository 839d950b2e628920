import { CatalogPage } from './catalog.ts'

/** The page of accelerators. */
export class Accelerators extends CatalogPage {
  protected readonly what = 'Accelerators'

  /** Chooses the kind of the list price in the form. */
  async priceKind(kind: string): Promise<void> {
    await this.form().getByRole('button', { name: /^Kind/ }).first().click()
    await this.page.getByRole('option', { name: kind, exact: true }).click()
  }

  /** Makes a copy with a price of one's own. */
  async copyAtPrice(original: string, name: string, usdPerHour: string): Promise<void> {
    await this.copy(original)
    await this.field('Name').fill(name)
    await this.field('Price').first().fill(usdPerHour)
    await this.save(name)
  }
}
