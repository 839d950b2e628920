import { draftModels } from '../../../shared/catalog/draft-models.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import type { PickerGroup, PickerOption } from '../../ui/picker.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'

/**
 * The choice of a draft model: those of the model's vocabulary first, the best before the others. The rest can be chosen
 * too, with what speaks against them, but for those that the rules do not cover.
 */
export function draftGroups(
  names: Pick<CatalogNames, 'catalog' | 'modelGroups' | 'model'>,
  { model, rules }: Pick<Series, 'model' | 'rules'>,
): PickerGroup[] {
  const groups = names.modelGroups[rules]
  const options = new Map(groups.flatMap((group) => group.options).map((option) => [option.id, option]))
  const drafts = draftModels(model, names.catalog.models, rules)
  const reasons = new Map(drafts.map(({ id, reason }) => [id, reason]))
  const fitting = drafts.filter(({ id, fits }) => fits && options.has(id))
  const noted = (option: PickerOption): PickerOption => ({
    ...option,
    note: option.disabled ? option.note : (reasons.get(option.id) ?? option.note),
  })
  const chosen = new Set(fitting.map(({ id }) => id))
  const rest = groups.map(({ label, options: all }) => ({
    label,
    options: all.filter(({ id }) => !chosen.has(id)).map(noted),
  }))
  const first = {
    label: `Vocabulary of ${names.model(model)}`,
    options: fitting.map(({ id }) => noted(options.get(id)!)),
  }
  return [first, ...rest].filter((group) => group.options.length > 0)
}
