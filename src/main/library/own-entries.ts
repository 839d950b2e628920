import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'

/** The person's own entries of the catalog: what a scenario takes along when it leaves the app. */
export function ownEntries(catalog: Pick<CatalogStore, 'list'>): Catalog {
  const { accelerators, models } = catalog.list()
  const own = <T>(rows: readonly { readonly id: string; readonly origin: string; readonly entry: T }[]) =>
    Object.fromEntries(rows.flatMap(({ id, origin, entry }) => (origin === 'user' ? [[id, entry] as const] : [])))
  return { accelerators: own(accelerators), models: own(models) }
}
