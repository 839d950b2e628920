import { ratedWatts, standardGap, toChip } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { constantsById } from '../catalog/constants-set.ts'
import { nativeFormat } from '../catalog/model-entry.ts'
import type { Chip } from '../model/standard/chip.ts'
import type { StandardConstants } from '../model/standard/constants.ts'
import { formatPlan } from '../model/standard/formats.ts'
import { runtimeReserveBytes } from '../model/standard/replica-memory.ts'
import type { StandardSpeculative } from '../model/standard/replica.ts'
import type { StandardTermId } from '../model/standard/standard-pass.ts'
import type { StandardSetup } from '../model/standard/standard-setup.ts'
import type { StandardSearchSetup } from '../search/standard/space.ts'
import { InputError } from './input-error.ts'
import { architectureOf, findEntry } from './entries.ts'
import type { Series } from './scenario.ts'

/** The fields of a series that decide the time of a pass under the standard rules. */
export type StandardInputs = Pick<
  Series,
  | 'model'
  | 'accelerator'
  | 'contextTokens'
  | 'weightFormat'
  | 'kvFormat'
  | 'prefill'
  | 'engine'
  | 'constants'
  | 'allReduceFit'
  | 'routingSkew'
  | 'without'
>

/** Terms of every pass; without all four a token on one GPU would take no time at all. */
const ALWAYS_THERE: readonly StandardTermId[] = ['memory', 'arithmetic', 'kernels', 'host']

function chipOf(id: string, catalog: Catalog, path: string): Chip {
  const entry = findEntry(catalog.accelerators, id, path, 'accelerator')
  const gap = standardGap(entry)
  if (gap !== null) throw new InputError(path, `is "${id}", ${gap}`)
  return toChip(entry)!
}

function constantsOf(id: string, { constants = {} }: Catalog, path: string): StandardConstants {
  const found = constantsById(id, constants)
  if (found !== null) return found
  const there = ['"calibrated"', '"physics"', ...Object.keys(constants).map((own) => `"${own}"`)]
  throw new InputError(path, `is "${id}", a set of constants that is not brought along; there are ${there.join(', ')}`)
}

/** Looks up what a point or series names, in the standard rules' terms. @throws InputError with the path of the field */
export function standardModel(inputs: StandardInputs, catalog: Catalog, path: string): StandardSetup {
  const entry = findEntry(catalog.models, inputs.model, `${path}.model`, 'model')
  const architecture = architectureOf(entry, 'standard', `${path}.model`)
  const chip = chipOf(inputs.accelerator, catalog, `${path}.accelerator`)
  const released = nativeFormat(entry)
  const { prefill, without } = inputs
  if (ALWAYS_THERE.every((term) => without.includes(term)))
    throw new InputError(
      `${path}.without`,
      `leaves out all that a pass on one GPU takes; leave in one of ${ALWAYS_THERE.join(', ')}`,
    )
  return {
    architecture,
    chip,
    formats: formatPlan(architecture, chip, inputs.weightFormat ?? released, released, inputs.kvFormat),
    engine: inputs.engine ?? 'vllm',
    constants: constantsOf(inputs.constants, catalog, `${path}.constants`),
    rules: { without, routingSkew: inputs.routingSkew, allReduceFit: inputs.allReduceFit },
    contextTokens: inputs.contextTokens,
    prefill: prefill === null || prefill.mode === 'none' ? null : prefill,
  }
}

/** The draft model in its released format, on the same chip. @throws InputError with the path of the field */
export function standardSpeculative(
  inputs: StandardInputs & Pick<Series, 'speculative'>,
  catalog: Catalog,
  path: string,
): StandardSpeculative | null {
  if (inputs.speculative === null) return null
  const { draft, acceptance, maxDraftTokens } = inputs.speculative
  architectureOf(findEntry(catalog.models, draft, `${path}.draft`, 'model'), 'standard', `${path}.draft`)
  return {
    draft: standardModel({ ...inputs, model: draft, weightFormat: null, prefill: null }, catalog, path),
    acceptance,
    maxDraftTokens,
  }
}

/** Scale-up domains that are searched where the user sets no limit. */
const DOMAINS = 4

/** All that the search under the standard rules needs. @throws InputError with the path of the field */
export function standardSearchSetup(
  series: Series,
  catalog: Catalog,
  usdPerGpuHour: number,
  path: string,
): StandardSearchSetup {
  const only = (field: 'weightBits' | 'activationBits', instead: string) => {
    if (series[field] !== null)
      throw new InputError(`${path}.${field}`, `is ${series[field]}; under the standard rules give ${instead}`)
  }
  only('weightBits', 'weightFormat')
  only('activationBits', 'kvFormat')
  const model = standardModel(series, catalog, path)
  const { prefill, limits } = series
  if (limits.maxTtftSeconds !== null && model.prefill === null)
    throw new InputError(
      `${path}.limits.maxTtftSeconds`,
      `is ${limits.maxTtftSeconds}, but no prompts are accounted for; set prefill to "colocated" or "disaggregated"`,
    )
  return {
    kind: 'standard',
    model,
    speculative: standardSpeculative(series, catalog, `${path}.speculative`),
    usdPerGpuHour,
    wattsPerGpu: ratedWatts(findEntry(catalog.accelerators, series.accelerator, `${path}.accelerator`, 'accelerator')),
    demandCapTokensPerSecond: series.demandCapTokensPerSecond,
    reserveBytesPerGpu: series.reserveBytesPerGpu ?? runtimeReserveBytes(model),
    pipeline: series.pipeline,
    tensorAcrossDomains: series.tensorAcrossDomains,
    limits: { ...limits, maxGpus: limits.maxGpus ?? DOMAINS * model.chip.domainSize },
    inputPerOutput:
      prefill?.inputPerOutput ?? (model.prefill === null ? 0 : model.prefill.inputTokens / model.prefill.outputTokens),
  }
}
