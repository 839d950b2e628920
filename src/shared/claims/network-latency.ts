import { toArchitecture } from '../catalog/model-architecture.ts'
import { precisionOf } from '../catalog/model-entry.ts'
import type { RulesId } from '../model/rules.ts'
import { newScenario, seriesOf, type Scenario } from '../scenario/scenario.ts'
import { preferredIndex } from '../search/readings.ts'
import { allReduceOf, crossings, MESSAGES } from './all-reduce-parts.ts'
import { acceleratorField, modelField, numberField, rulesField } from './claim-fields.ts'
import { acceleratorOf, modelOf, shortAcceleratorName, shortModelName } from './claim-entries.ts'
import { lineThrough } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim, type ClaimTools, type Figure } from './claim.ts'
import { about, shareBetween } from './verdict.ts'

const PAPER_GPU = 'paper/H100'
const PAPER_MODEL = 'paper/Llama_3_70B'
const PAPER_RANKS = 8

const fields = {
  rules: rulesField,
  model: modelField('Model', PAPER_MODEL),
  accelerator: acceleratorField('Accelerator', PAPER_GPU),
  gpus: numberField('GPUs of an all-reduce', 'GPUs', [2, 4096], PAPER_RANKS, true),
}

/** Share of latency in the network's time at the preferred point; the standard rules keep the two in one term. */
async function latencyShare(comparison: Scenario, tools: ClaimTools): Promise<number | null> {
  const [result] = await tools.frontiers(comparison)
  const points = pointsOf(result!, comparison.series[0]!.name)
  if (points.rules !== 'paper') return null
  const at = preferredIndex(points)
  const { networkLatency, networkBandwidth } = points.terms
  const network = networkLatency[at]! + networkBandwidth[at]!
  return network === 0 ? null : networkLatency[at]! / network
}

const NETWORK: Readonly<Record<RulesId, string>> = {
  paper:
    'NCCL as it ships takes the fastest of its protocols for each size (constants of its tuning tables), so that the lines have steps where another takes over.',
  standard:
    'The engine’s own all-reduce (vLLM), with constants fitted to measurements; what grows is all beyond the time of an empty message.',
}

export const networkLatency = claim({
  id: 'network-latency',
  title: 'Network latency, not bandwidth',
  statement:
    'Fast inference waits for the latency of the network, not for its bandwidth: the two are equal only near 8 MB per all-reduce on 8 H100, while a fast batch sends far less.',
  fields,
  under: {
    paper: { model: PAPER_MODEL, accelerator: PAPER_GPU },
    standard: { model: 'llama-3.3-70b', accelerator: 'h100-sxm' },
  },
  async find({ rules, model, accelerator, gpus }, tools) {
    const { catalog } = tools
    const allReduce = allReduceOf(rules, catalog, accelerator, gpus)
    const entry = modelOf(catalog, model)
    const bytesPerSequence =
      toArchitecture(entry, rules).dModel * (rules === 'paper' ? precisionOf(entry, null, null).activationBytes : 2)
    const equal = crossings(allReduce)
    const last = equal.at(-1) ?? null
    // The paper's microseconds are of one setup; its other figures are of any.
    const asInPaper = accelerator === PAPER_GPU && gpus === PAPER_RANKS
    const comparison = newScenario('Network latency, not bandwidth', [
      seriesOf({
        name: `${shortModelName(catalog, model)} on ${shortAcceleratorName(acceleratorOf(catalog, accelerator))}`,
        model,
        accelerator,
        rules,
        pipeline: false,
      }),
    ])
    const share = await latencyShare(comparison, tools)
    const figures: Figure[] = [
      { label: 'Message at which the two are equal', value: last, unit: 'bytes', claimed: about(8e6, 'near 8 MB') },
      {
        label: 'Latency of that message',
        value: last === null ? null : allReduce(last).latencySeconds,
        unit: 'seconds',
        claimed: asInPaper ? about(31.5e-6, '31.5 µs') : null,
      },
      {
        label: 'Least latency, of an empty message',
        value: allReduce(1).latencySeconds,
        unit: 'seconds',
        claimed: asInPaper ? about(15.2e-6, '15.2 µs') : null,
      },
      {
        label: 'Sequences per pass that send such a message',
        value: last === null ? null : last / bytesPerSequence,
        unit: 'sequences',
        claimed: null,
      },
      ...(rules === 'paper'
        ? [
            {
              label: 'Latency’s share of the network’s time, preferred point',
              value: share,
              unit: 'share',
              claimed: shareBetween(0.5, 1, 'most of it'),
            } as const,
          ]
        : []),
      ...(equal.length < 2
        ? []
        : [
            {
              label: 'Where bandwidth outweighs latency first, within a low-latency protocol',
              value: equal[0]!,
              unit: 'bytes',
              claimed: null,
            } as const,
          ]),
    ]
    return {
      chart: {
        title: 'Time of an all-reduce by message size',
        x: { unit: 'bytes', label: 'message', name: 'Bytes of the message', scale: 'log' },
        y: { unit: 'seconds', label: 'time', name: 'Time of one all-reduce', scale: 'log' },
        lines: [
          lineThrough(
            'Latency',
            0,
            'line',
            MESSAGES.map((size) => [size, allReduce(size).latencySeconds]),
          ),
          lineThrough(
            'Bandwidth',
            1,
            'line',
            MESSAGES.map((size) => [size, allReduce(size).bandwidthSeconds]),
          ),
        ],
      },
      figures,
      assumptions: [
        NETWORK[rules],
        'A sequence sends its activations once: model width times bytes per activation, an all-reduce over one dimension.',
      ],
      comparison,
    }
  },
})
