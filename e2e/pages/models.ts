import type { Locator } from '@playwright/test'
import { CatalogPage } from './catalog.ts'

/** The page of models. */
export class Models extends CatalogPage {
  protected readonly what = 'Models'

  readonly imported = (): Locator => this.page.getByRole('table', { name: 'Fields of the model' })

  readonly addButton = (): Locator => this.form().getByRole('button', { name: 'Add to the catalog' })
}
