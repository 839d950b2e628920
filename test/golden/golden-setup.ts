import { BUILT_IN_CATALOG } from '../../src/shared/catalog/builtin.ts'
import { listPrice } from '../../src/shared/catalog/accelerator-entry.ts'
import type { DecodeSetup } from '../../src/shared/model/decode.ts'
import { seriesOf, type Series } from '../../src/shared/scenario/scenario.ts'
import { decodeSetup, paperSearchSetup } from '../../src/shared/scenario/search-setup.ts'
import type { PaperSearchSetup } from '../../src/shared/search/paper/space.ts'
import type { GoldenComparison, GoldenFrontier, GoldenPoint } from './golden-files.ts'

type SeriesFields = Parameters<typeof seriesOf>[0]

/** A series of the paper's entries; small pieces of text keep the tests about what they vary. */
export const paperSeries = (model: string, accelerator: string, fields: Partial<SeriesFields> = {}): Series =>
  seriesOf({
    name: `${model} on ${accelerator}`,
    model: `paper/${model}`,
    accelerator: `paper/${accelerator}`,
    ...fields,
  })

export const paperSetup = (model: string, accelerator: string, fields: Partial<SeriesFields> = {}): PaperSearchSetup =>
  paperSearchSetup(paperSeries(model, accelerator, fields), BUILT_IN_CATALOG, paperPrice(accelerator), 'series')

export const setupOfPoint = (point: GoldenPoint, speculative: Series['speculative'] = null): DecodeSetup =>
  decodeSetup(
    paperSeries(point.model, point.gpu, {
      contextTokens: point.input_len,
      pipeline: point.use_pp,
      attentionScaleDown: point.allow_attn_scaledown,
      speculative,
    }),
    BUILT_IN_CATALOG,
    'point',
  )

export const setupOfFrontier = (comparison: GoldenComparison, frontier: GoldenFrontier): PaperSearchSetup =>
  paperSetup(frontier.modelKey, frontier.acceleratorKey, {
    contextTokens: frontier.input_len,
    pipeline: comparison.use_pp,
    demandCapTokensPerSecond: frontier.max_tps,
    speculative:
      frontier.draftKey === null ? null : { draft: `paper/${frontier.draftKey}`, acceptance: frontier.acceptance ?? 0 },
  })

export const paperPrice = (accelerator: string): number =>
  listPrice(BUILT_IN_CATALOG.accelerators[`paper/${accelerator}`]!)!
