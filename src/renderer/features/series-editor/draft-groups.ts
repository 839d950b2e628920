import { draftModels } from '../../../shared/catalog/draft-models.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import type { PickerGroup } from '../../ui/picker.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'

/**
 * The choice of a draft model: those of the model's vocabulary first, the best before the others. The rest can be chosen
 * too, with what speaks against them, but for those that the rules do not cover.
 */
export function draftGroups(
  names: Pick<CatalogNames, 'catalog' | 'modelGroups'>,
  { model, rules }: Pick<Series, 'model' | 'rules'>,
): PickerGroup[] {
  const drafts = draftModels(model, names.catalog.models, rules)
  const groups = names.modelGroups[rules].map(({ label, options }) => {
    const own = new Map(options.map((option) => [option.id, option]))
    const ranked = drafts.flatMap(({ id, fits, reason }) => {
      const option = own.get(id)
      return option === undefined ? [] : [{ fits, option: option.disabled ? option : { ...option, note: reason } }]
    })
    const part = (fitting: boolean) => ranked.filter(({ fits }) => fits === fitting).map(({ option }) => option)
    return { label, fitting: part(true), others: part(false) }
  })
  return [
    ...groups.map(({ label, fitting }) => ({ label: `${label}, same vocabulary size`, options: fitting })),
    ...groups.map(({ label, others }) => ({ label, options: others })),
  ].filter(({ options }) => options.length > 0)
}
