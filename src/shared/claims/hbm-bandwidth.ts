import { logSpace } from '../model/log-space.ts'
import { inUnit } from '../report/quantities.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { acceleratorField, modelField, rangeField, rulesField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName, shortModelName, withBandwidth } from './claim-entries.ts'
import { claim } from './claim.ts'
import { speedLaws } from './speed-law.ts'
import { readField } from './speed-read.ts'
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
    const laws = await speedLaws(
      {
        quantities: made.map((one) => one.entry.hbmBandwidthBytesPerSecond),
        title: 'Speed by HBM bandwidth',
        x: {
          unit: 'bytes/s',
          label: 'HBM bandwidth',
          name: 'HBM bandwidth of a GPU, bytes per second',
          scale: 'log',
        },
        comparison,
        rules,
        read,
      },
      tools,
      { full: about(1 / 3, '1/3'), toy: about(1 / 3, '1/3'), growing: about(1 / 3, '1/3') },
    )
    return {
      ...laws,
      assumptions: [
        `${shortModelName(catalog, model)} on ${shortAcceleratorName(entry)}; of the accelerator nothing but its HBM bandwidth changes.`,
        ...laws.assumptions,
      ],
    }
  },
})
