import type { StandardSetup } from '../../model/standard/standard-setup.ts'
import type { StandardSearchSetup } from './space.ts'

/** A change of the model or its chip is one of the draft model's too, which runs on the same GPUs. */
export function withModel(
  setup: StandardSearchSetup,
  patch: (model: StandardSetup) => Partial<StandardSetup>,
): StandardSearchSetup {
  const changed = (model: StandardSetup): StandardSetup => ({ ...model, ...patch(model) })
  const { speculative } = setup
  return {
    ...setup,
    model: changed(setup.model),
    speculative: speculative === null ? null : { ...speculative, draft: changed(speculative.draft) },
  }
}
