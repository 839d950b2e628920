import { PAPER_DEPTH_EXPONENT, scaleModel, unscalable } from '../catalog/scaled-model.ts'
import { modelName } from '../catalog/model-entry.ts'
import { logSpace } from '../model/log-space.ts'
import { inUnit } from '../report/quantities.ts'
import { InputError } from '../scenario/input-error.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { acceleratorField, modelField, rangeField, rulesField } from './claim-fields.ts'
import { acceleratorOf, factorInWords, modelOf, shortAcceleratorName, shortModelName } from './claim-entries.ts'
import { claim } from './claim.ts'
import { speedLaws } from './speed-law.ts'
import { readField } from './speed-read.ts'
import { about } from './verdict.ts'

const SIZES = 9

export const parameterCount = claim({
  id: 'parameter-count',
  title: 'Speed falls as the square root of model size',
  statement: 'A dense model is served at a speed that goes roughly with its parameter count to the power −1/2.',
  fields: {
    rules: rulesField,
    model: modelField('Model that is scaled', 'paper/Llama_3_70B'),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
    sizes: rangeField('Sizes', 'times', [0.01, 100], { from: 0.125, to: 8 }),
    read: readField,
  },
  under: {
    paper: { model: 'paper/Llama_3_70B', accelerator: 'paper/H100' },
    standard: { model: 'llama-3.3-70b', accelerator: 'h100-sxm' },
  },
  async find({ rules, model, accelerator, sizes, read }, tools) {
    const { catalog } = tools
    const entry = modelOf(catalog, model)
    const problem = unscalable(entry)
    if (problem !== null) throw new InputError('model', `is ${modelName(entry)}, which cannot be scaled: ${problem}`)
    const scaled = [...logSpace(sizes.from, sizes.to, SIZES)].map((factor, i) => {
      const id = `${model}, size ${i + 1}`
      const name = `${shortModelName(catalog, model)} ${factorInWords(factor)}`
      const made = scaleModel(entry, { factor, depthExponent: PAPER_DEPTH_EXPONENT }, { id, name })
      return { id, ...made }
    })
    const series = scaled.map(({ id, totalParams }) =>
      seriesOf({ name: inUnit(totalParams, 'parameters'), model: id, accelerator, rules, pipeline: false }),
    )
    const comparison = {
      ...newScenario(`${shortModelName(catalog, model)} in ${SIZES} sizes`, series),
      models: Object.fromEntries(scaled.map(({ id, entry: made }) => [id, made])),
    }
    const laws = await speedLaws(
      {
        quantities: scaled.map(({ totalParams }) => totalParams),
        title: 'Speed by parameter count',
        x: { unit: 'parameters', label: 'parameters', name: 'Parameters', scale: 'log' },
        comparison,
        rules,
        read,
      },
      tools,
      { full: about(-1 / 2, '−1/2'), toy: about(-1 / 2, '−1/2'), growing: null },
    )
    return {
      ...laws,
      assumptions: [
        `${shortModelName(catalog, model)} on ${shortAcceleratorName(acceleratorOf(catalog, accelerator))}, scaled as the paper’s notebook scales: layers grow by the cube root of the factor, widths take the rest; the vocabulary does not grow.`,
        ...laws.assumptions,
      ],
    }
  },
})
