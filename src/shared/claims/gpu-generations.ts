import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { cheapestIndex, fastestIndex } from '../search/readings.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { EMPTY_CONTEXT, rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField, rulesField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName, shortModelName } from './claim-entries.ts'
import { COST_AXIS, costOverSpeed, SPEED_AXIS } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim, type Figure } from './claim.ts'
import { between } from './verdict.ts'

const fastestOf = (points: FrontierPoints): number => points.tokensPerSecond[fastestIndex()]!
const cheapestOf = (points: FrontierPoints): number => points.usdPerMillionTokens[cheapestIndex(points)]!

export const gpuGenerations = claim({
  id: 'gpu-generations',
  title: 'A newer GPU is faster and no dearer',
  statement:
    'From one GPU generation to the next the fastest speed rises, and tokens cost no more at the prices asked.',
  fields: {
    rules: rulesField,
    model: modelField('Model', 'paper/Llama_3_70B_8_bit'),
    newest: acceleratorField('Newest', 'paper/H100'),
    older: acceleratorField('Older', 'paper/A100'),
    oldest: acceleratorField('Oldest', 'paper/V100'),
  },
  under: {
    paper: { model: 'paper/Llama_3_70B_8_bit', newest: 'paper/H100', older: 'paper/A100', oldest: 'paper/V100' },
    standard: { model: 'llama-3.3-70b', newest: 'b200-sxm', older: 'h100-sxm', oldest: 'a100-sxm-80gb' },
  },
  async find({ rules, model, newest, older, oldest }, tools) {
    const { catalog } = tools
    const ids = [newest, older, oldest]
    const names = ids.map((id) => shortAcceleratorName(acceleratorOf(catalog, id)))
    const comparison = newScenario(
      `${shortModelName(catalog, model)} by GPU generation`,
      ids.map((accelerator, i) =>
        seriesOf({ name: names[i]!, model, accelerator, rules, pipeline: rules === 'paper' }),
      ),
    )
    const all = (await tools.frontiers(comparison)).map((result, i) => pointsOf(result, names[i]!))
    const steps = [1, 2].flatMap((i): Figure[] => [
      {
        label: `Fastest speed, ${names[i - 1]!} beside ${names[i]!}`,
        value: fastestOf(all[i - 1]!) / fastestOf(all[i]!),
        unit: 'times',
        claimed: between(1, Infinity, 'more than 1×'),
      },
      {
        label: `Least cost, ${names[i - 1]!} beside ${names[i]!}`,
        value: cheapestOf(all[i - 1]!) / cheapestOf(all[i]!),
        unit: 'times',
        claimed: between(0, 1.01, 'at most 1×'),
      },
    ])
    return {
      chart: {
        title: 'Frontiers by GPU generation',
        x: SPEED_AXIS,
        y: COST_AXIS,
        lines: all.map((points, i) => costOverSpeed(names[i]!, i, points)),
      },
      figures: steps,
      assumptions: [
        `${shortModelName(catalog, model)}; prices are the catalog’s, which differ in kind and date.`,
        rulesAssumed(rules),
        EMPTY_CONTEXT,
        'A chip without a format as narrow as the weights computes at the next wider one. Costs within 1 % count as equal.',
      ],
      comparison,
    }
  },
})
