import type { Catalog } from '../catalog/create-catalog.ts'

/** State of the page of models. */
export const createModels = (catalog: Catalog) => ({ catalog })
export type Models = ReturnType<typeof createModels>
