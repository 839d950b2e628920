import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import { logSpace } from '../model/log-space.ts'
import { inUnit } from '../report/quantities.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { decodeSetup } from '../scenario/search-setup.ts'
import { EMPTY_CONTEXT, NO_STAGES, rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField, rangeField, rulesField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName, shortModelName, withBandwidth } from './claim-entries.ts'
import { SPEED_AXIS } from './claim-lines.ts'
import { claim } from './claim.ts'
import { leftOutInWords } from './parameter-count.ts'
import { speedLaws, TOY_ASSUMED } from './speed-law.ts'
import { readField, readInWords } from './speed-read.ts'
import { about } from './verdict.ts'

const STEPS = 9

export const hbmBandwidth = claim({
  id: 'hbm-bandwidth',
  title: 'Speed grows as the cube root of HBM bandwidth',
  statement: 'A model is served at a speed that goes roughly with the HBM bandwidth of its GPUs to the power 1/3.',
  fields: {
    rules: rulesField,
    model: modelField('Model', 'paper/Llama_3_70B'),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
    bandwidths: rangeField('Bandwidths', 'times', [0.01, 100], { from: 0.25, to: 4 }),
    read: readField,
  },
  under: {
    paper: { model: 'paper/Llama_3_70B', accelerator: 'paper/H100' },
    standard: { model: 'llama-3.3-70b', accelerator: 'h100-sxm' },
  },
  async find({ rules, model, accelerator, bandwidths, read }, tools) {
    const { catalog } = tools
    const entry = acceleratorOf(catalog, accelerator)
    const made = [...logSpace(bandwidths.from, bandwidths.to, STEPS)].map((factor, i) => ({
      id: `${accelerator}, bandwidth ${i + 1}`,
      entry: withBandwidth(entry, factor),
    }))
    const series = made.map(({ id, entry: { hbmBandwidthBytesPerSecond } }) =>
      seriesOf({
        name: inUnit(hbmBandwidthBytesPerSecond, 'bytes/s'),
        model,
        accelerator: id,
        rules,
        pipeline: false,
      }),
    )
    const comparison = {
      ...newScenario(`${shortModelName(catalog, model)} by HBM bandwidth`, series),
      accelerators: Object.fromEntries(made.map((one) => [one.id, one.entry])),
    }
    const entries = mergeCatalogs(catalog, comparison)
    const { lines, figures, leftOut } = await speedLaws(
      {
        quantities: made.map((one) => one.entry.hbmBandwidthBytesPerSecond),
        comparison,
        toys: series.map((one) => decodeSetup(one, entries, one.name)),
        read,
      },
      tools,
      { full: about(1 / 3, '1/3'), toy: about(1 / 3, '1/3'), growing: about(1 / 3, '1/3') },
    )
    return {
      chart: {
        title: 'Speed by HBM bandwidth',
        x: {
          unit: 'bytes/s',
          label: 'HBM bandwidth',
          name: 'HBM bandwidth of a GPU, bytes per second',
          scale: 'log',
        },
        y: SPEED_AXIS,
        lines: [...lines],
      },
      figures,
      assumptions: [
        `${shortModelName(catalog, model)} on ${shortAcceleratorName(entry)}; of the accelerator nothing but its HBM bandwidth changes.`,
        readInWords(read),
        TOY_ASSUMED,
        rulesAssumed(rules),
        EMPTY_CONTEXT,
        NO_STAGES,
        ...leftOutInWords(leftOut.map((rate) => inUnit(rate, 'bytes/s'))),
      ],
      comparison,
    }
  },
})
