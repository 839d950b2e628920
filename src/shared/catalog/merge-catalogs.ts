import type { Catalog } from './builtin.ts'

/** Later catalogs win: built-in, then the user's, then what a scenario file brings along. */
export const mergeCatalogs = (...catalogs: readonly Catalog[]): Catalog => ({
  accelerators: Object.assign({}, ...catalogs.map((catalog) => catalog.accelerators)),
  models: Object.assign({}, ...catalogs.map((catalog) => catalog.models)),
  constants: Object.assign({}, ...catalogs.map((catalog) => catalog.constants ?? {})),
})
