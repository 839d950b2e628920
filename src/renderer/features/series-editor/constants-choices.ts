import { CONSTANT_SETS } from '../../../shared/model/standard/constants.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'

/** Sets of constants that a series can have: the app's, those the scenario brings along, and those that are kept. */
export const constantsChoices = ({ constantSets }: Pick<CatalogNames, 'constantSets'>) => [
  ...CONSTANT_SETS.map((id) => ({ id: id as string, label: id as string, note: '' })),
  ...Object.entries(constantSets).map(([id, { name }]) => ({ id, label: name, note: 'your own' })),
]
