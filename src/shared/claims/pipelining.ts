import { logSpace } from '../model/log-space.ts'
import { inUnit } from '../report/quantities.ts'
import { newScenario, seriesOf, type Scenario, type Series } from '../scenario/scenario.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { costAtSpeed } from '../search/read-between.ts'
import { preferredIndex } from '../search/readings.ts'
import { rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField, numberField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName, shortModelName } from './claim-entries.ts'
import { lineThrough, SPEED_AXIS } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim } from './claim.ts'
import { shareBetween } from './verdict.ts'

const SPEEDS = 120

/** Share of the cost at a speed that stages save; null beyond the fastest of either. */
function savedAt(withStages: FrontierPoints, without: FrontierPoints, speed: number): number | null {
  const [staged, plain] = [costAtSpeed(withStages, speed), costAtSpeed(without, speed)]
  return staged === null || plain === null ? null : 1 - staged.usdPerMillionTokens / plain.usdPerMillionTokens
}

/** The most that stages save between two speeds; null where there are none. */
function mostSaved(withStages: FrontierPoints, without: FrontierPoints, from: number, to: number): number | null {
  const speeds = [from, ...withStages.tokensPerSecond, ...without.tokensPerSecond]
  const saved = speeds
    .filter((one) => one >= from && one <= to)
    .flatMap((one) => savedAt(withStages, without, one) ?? [])
  return saved.length === 0 ? null : Math.max(...saved)
}

/** A model with and without pipeline stages. */
export function stagesComparison(name: string, of: Pick<Series, 'model' | 'accelerator' | 'contextTokens'>): Scenario {
  const series = (pipeline: boolean) =>
    seriesOf({ ...of, name: pipeline ? 'With pipeline stages' : 'Without', pipeline })
  return newScenario(`Pipeline stages, ${name}`, [series(true), series(false)])
}

export const pipelining = claim({
  id: 'pipelining',
  title: 'Pipeline stages pay only where memory binds',
  statement:
    'The only reason for pipeline stages is to fit a model and its cache into memory. Faster than the whole HBM can be read, they save nothing.',
  fields: {
    model: modelField('Model', 'paper/Llama_3_70B'),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
    contextTokens: numberField('Context', 'tokens', [0, 1_000_000], 0, true),
    slow: numberField('Slow speed', 'tokens/s', [0.1, 1000], 10),
    fast: numberField('Fast speed', 'tokens/s', [0.1, 1000], 30),
  },
  async find({ model, accelerator, contextTokens, slow, fast }, tools) {
    const { catalog } = tools
    const entry = acceleratorOf(catalog, accelerator)
    const name = `${shortModelName(catalog, model)} on ${shortAcceleratorName(entry)}`
    const comparison = stagesComparison(name, { model, accelerator, contextTokens })
    const [withStages, without] = (await tools.frontiers(comparison)).map((result) => pointsOf(result, name)) as [
      FrontierPoints,
      FrontierPoints,
    ]
    const drained = entry.hbmBandwidthBytesPerSecond / entry.hbmBytes
    const preferred = without.tokensPerSecond[preferredIndex(without)]!
    const fastest = Math.min(withStages.tokensPerSecond[0]!, without.tokensPerSecond[0]!)
    const speeds = logSpace(fastest / 100, fastest, SPEEDS)
    const saved = [...speeds].flatMap((speed): (readonly [number, number])[] => {
      const share = savedAt(withStages, without, speed)
      return share === null ? [] : [[speed, share]]
    })
    // The paper's figures are of its own 70B model; that nothing is saved above the drain speed is claimed of all.
    const asInPaper = model === 'paper/Llama_3_70B' && accelerator === 'paper/H100' && contextTokens === 0
    return {
      chart: {
        title: 'What pipeline stages save',
        x: SPEED_AXIS,
        y: { unit: 'share', label: 'cost saved', name: 'Share of the cost that stages save', scale: 'linear' },
        lines: [lineThrough(name, 0, 'line', saved)],
      },
      figures: [
        {
          label: `Saved at ${inUnit(slow, 'tokens/s')}`,
          value: savedAt(withStages, without, slow),
          unit: 'share',
          claimed: asInPaper && slow === 10 ? shareBetween(0.06, 0.08, 'about 7 %') : null,
        },
        {
          label: `Most saved from ${inUnit(fast, 'tokens/s')} on`,
          value: mostSaved(withStages, without, fast, preferred),
          unit: 'share',
          claimed: asInPaper && fast === 30 ? shareBetween(-0.01, 0.01, 'nothing') : null,
        },
        {
          label: 'Speed at which the whole HBM is read once a token',
          value: drained,
          unit: 'tokens/s',
          claimed: null,
        },
        {
          label: 'Most saved from that speed on',
          value: mostSaved(withStages, without, drained, preferred),
          unit: 'share',
          claimed: shareBetween(-0.01, 0.01, 'nothing'),
        },
      ],
      assumptions: [
        'What is saved is read between the points of two frontiers, one with up to as many stages as layers, one without; below 1 % it is the grid’s. “From … on” goes up to the preferred point: beyond it cost rises so steeply that the grid’s steps in speed are several per cent of it.',
        rulesAssumed('paper'),
        contextTokens === 0
          ? 'The context is empty; a longer one fills memory, and stages save more.'
          : `The context is ${inUnit(contextTokens, 'tokens')}; the KV cache fills memory with it.`,
      ],
      comparison,
    }
  },
})
