import { toChip } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { toArchitecture, unsupportedPart } from '../catalog/model-architecture.ts'
import { nativeFormat } from '../catalog/model-entry.ts'
import type { StandardConstants } from '../model/standard/constants.ts'
import { formatPlan } from '../model/standard/formats.ts'
import { standardLatencySeconds, standardPass, type StandardSeconds } from '../model/standard/standard-pass.ts'
import { STANDARD_RULES, type ReplicaLayout, type StandardSetup } from '../model/standard/standard-setup.ts'
import { isLeftOut } from './left-out.ts'
import type { MeasuredDecode } from './measured-decode.ts'
import { acceleratorIdOf, engineOf, modelIdOf, weightFormatOf } from './measured-names.ts'

export interface DecodePrediction {
  readonly seconds: number
  readonly breakdown: StandardSeconds
}

/** Why a row has no prediction. */
export interface NotPredicted {
  readonly why: string
}

/** Context of a row that names none, tokens. */
const CONTEXT_WHERE_UNKNOWN = 100

/** Sequences a row decodes at once, per replica. */
export const decodeBatch = (row: MeasuredDecode): number => row.effectiveDecodeBatch ?? row.batchOrConcurrency

export interface DecodeInputs {
  readonly setup: StandardSetup
  readonly layout: ReplicaLayout
  readonly batch: number
}

/** What the standard rules need to know of a measured row, or why it cannot be had. */
export function decodeInputs(
  row: MeasuredDecode,
  catalog: Catalog,
  constants: StandardConstants,
): DecodeInputs | NotPredicted {
  if (isLeftOut(modelIdOf(row.model), acceleratorIdOf(row.hardware)))
    return { why: 'left out: DeepSeek on MI300X and MI325X in 2025 software' }
  const model = catalog.models[modelIdOf(row.model)]
  if (model === undefined) return { why: `model not in the catalog: ${row.model}` }
  const unsupported = unsupportedPart(model, 'standard')
  if (unsupported !== null) return { why: `no equation for ${unsupported}: ${row.model}` }
  const accelerator = catalog.accelerators[acceleratorIdOf(row.hardware)]
  const chip = accelerator === undefined ? null : toChip(accelerator)
  if (chip === null) return { why: `accelerator not in the catalog: ${row.hardware}` }
  if (row.pp > 1) return { why: 'pipeline parallel' }
  const format = weightFormatOf(row.precision, chip.isNvidia, nativeFormat(model))
  if (format === null) return { why: `precision not known: ${row.precision}` }

  const architecture = toArchitecture(model, 'standard')
  const { effInputLen: inputTokens, effOutputLen: outputTokens } = row
  return {
    setup: {
      architecture,
      chip,
      formats: formatPlan(architecture, chip, format, nativeFormat(model)),
      engine: engineOf(row.engine),
      constants,
      rules: STANDARD_RULES,
      contextTokens: row.meanContext ?? CONTEXT_WHERE_UNKNOWN,
      prefill:
        row.mode === 'agg' && inputTokens && outputTokens ? { mode: 'colocated', inputTokens, outputTokens } : null,
    },
    layout: { tensor: row.tp, data: row.dp, expert: row.ep, pipeline: row.pp },
    batch: decodeBatch(row),
  }
}

/** Decode time of a measured row by the standard rules. */
export function predictDecode(
  row: MeasuredDecode,
  catalog: Catalog,
  constants: StandardConstants,
): DecodePrediction | NotPredicted {
  const input = decodeInputs(row, catalog, constants)
  if ('why' in input) return input
  const breakdown = standardPass(input.setup, input.layout, input.batch)
  return { seconds: standardLatencySeconds(breakdown), breakdown }
}
