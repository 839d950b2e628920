import { newScenario, seriesOf } from '../scenario/scenario.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { preferredIndex } from '../search/readings.ts'
import { EMPTY_CONTEXT, NO_STAGES, rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField, numberField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName, shortModelName, withoutLatencies } from './claim-entries.ts'
import { COST_AXIS, lawLine, SPEED_AXIS, speedOverCost } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim } from './claim.ts'
import { fitPowerLaw, type PowerLaw } from './power-law.ts'
import { between } from './verdict.ts'

/** Speed over cost of the points at least as fast. */
function lawAbove({ tokensPerSecond, usdPerMillionTokens }: FrontierPoints, speed: number): PowerLaw | null {
  const fast = tokensPerSecond.filter((one) => one >= speed).length
  return fitPowerLaw(usdPerMillionTokens.subarray(0, fast), tokensPerSecond.subarray(0, fast))
}

export const withoutLatency = claim({
  id: 'without-latency',
  title: 'Without latency, speed grows as cost²',
  statement:
    'Were it not for latency, each doubling of the cost per token would buy four times the speed, by parallelising over more GPUs.',
  fields: {
    model: modelField('Model', 'paper/Llama_3_70B'),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
    span: numberField('Speeds fitted, down from the fastest', 'times', [2, 100], 100),
  },
  async find({ model, accelerator, span }, tools) {
    const { catalog } = tools
    const entry = acceleratorOf(catalog, accelerator)
    const name = shortAcceleratorName(entry)
    const without = `${name} without latencies`
    const id = `${accelerator} without latencies`
    const series = (of: string, called: string) => seriesOf({ name: called, model, accelerator: of, pipeline: false })
    const comparison = {
      ...newScenario(`${shortModelName(catalog, model)} without latencies`, [
        series(id, without),
        series(accelerator, `${name} as it is`),
      ]),
      accelerators: { [id]: withoutLatencies(entry) },
    }
    const [free, bound] = (await tools.frontiers(comparison)).map((result, i) =>
      pointsOf(result, comparison.series[i]!.name),
    ) as [FrontierPoints, FrontierPoints]
    const slowest = Math.max(free.tokensPerSecond.at(-1)!, free.tokensPerSecond[0]! / span)
    const law = lawAbove(free, slowest)
    const preferred = bound.tokensPerSecond[preferredIndex(bound)]!
    const costs = free.usdPerMillionTokens.filter((_, i) => free.tokensPerSecond[i]! >= slowest)
    return {
      chart: {
        title: 'Speed bought by cost, with and without latencies',
        x: COST_AXIS,
        y: SPEED_AXIS,
        lines: [
          speedOverCost(without, 0, free),
          ...(law === null ? [] : [lawLine('Fitted law', 3, law, costs.at(-1)!, costs[0]!)]),
          speedOverCost(`${name} as it is`, 1, bound),
        ],
      },
      figures: [
        {
          label: 'Exponent of cost in speed, without latencies',
          value: law?.exponent ?? null,
          unit: 'exponent',
          claimed: between(1.9, 2, '1.9 to 2.0'),
        },
        {
          label: 'Spread of speeds that the law explains (r²)',
          value: law?.rSquared ?? null,
          unit: 'share',
          claimed: null,
        },
        {
          label: 'Exponent as it is, beyond the preferred point',
          value: lawAbove(bound, preferred)?.exponent ?? null,
          unit: 'exponent',
          claimed: null,
        },
        {
          label: 'Fastest speed without latencies, beside as it is',
          value: free.tokensPerSecond[0]! / bound.tokensPerSecond[0]!,
          unit: 'times',
          claimed: null,
        },
      ],
      assumptions: [
        'Without latencies, kernels and collectives take no time by themselves; memory, arithmetic and network bandwidth stay.',
        rulesAssumed('paper'),
        EMPTY_CONTEXT,
        NO_STAGES,
      ],
      comparison,
    }
  },
})
