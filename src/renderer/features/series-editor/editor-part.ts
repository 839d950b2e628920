import type { Series } from '../../../shared/scenario/scenario.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'

/** What every part of the editor gets; a change is one step of undo. */
export interface EditorPart {
  readonly series: Series
  readonly names: CatalogNames
  readonly onChange: (patch: Partial<Series>) => void
}
