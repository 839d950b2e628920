import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { cheapestIndex, fastestIndex } from '../search/readings.ts'
import { EMPTY_CONTEXT, rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName, shortModelName } from './claim-entries.ts'
import { COST_AXIS, costOverSpeed, SPEED_AXIS } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim, type Figure } from './claim.ts'
import { between } from './verdict.ts'

const BITS = [16, 8, 4] as const

export const precision = claim({
  id: 'precision',
  title: 'Fewer bits are both faster and cheaper',
  statement:
    'Weights of 8 bits are served faster and at less cost than those of 16, and those of 4 bits faster still and no dearer.',
  fields: {
    model: modelField('Model', 'paper/Llama_3_70B'),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
  },
  async find({ model, accelerator }, tools) {
    const { catalog } = tools
    const name = shortModelName(catalog, model)
    const comparison = newScenario(
      `${name} by precision`,
      BITS.map((weightBits) => seriesOf({ name: `${weightBits}-bit`, model, accelerator, weightBits })),
    )
    const all = (await tools.frontiers(comparison)).map((result, i) => pointsOf(result, `${BITS[i]!}-bit`))
    const ratio = (i: number, of: (points: (typeof all)[number]) => number) => of(all[i]!) / of(all[i - 1]!)
    const figures = [1, 2].flatMap((i): Figure[] => [
      {
        label: `Fastest speed, ${BITS[i]!}-bit beside ${BITS[i - 1]!}-bit`,
        value: ratio(i, (points) => points.tokensPerSecond[fastestIndex()]!),
        unit: 'times',
        claimed: between(1, Infinity, 'more than 1×'),
      },
      {
        label: `Least cost, ${BITS[i]!}-bit beside ${BITS[i - 1]!}-bit`,
        value: ratio(i, (points) => points.usdPerMillionTokens[cheapestIndex(points)]!),
        unit: 'times',
        claimed: between(0, 1.01, 'at most 1×'),
      },
    ])
    return {
      chart: {
        title: 'Frontiers by precision of the weights',
        x: SPEED_AXIS,
        y: COST_AXIS,
        lines: all.map((points, i) => costOverSpeed(`${BITS[i]!}-bit`, i, points)),
      },
      figures,
      assumptions: [
        `${name} on ${shortAcceleratorName(acceleratorOf(catalog, accelerator))}; activations and cache stay as they are, and nothing is said of the answers’ quality.`,
        rulesAssumed('paper'),
        EMPTY_CONTEXT,
        'A chip computes at the rate of the narrowest format it has that holds the weights. Costs within 1 % count as equal.',
      ],
      comparison,
    }
  },
})
