import { toArchitecture } from '../catalog/model-architecture.ts'
import { kvCacheBytesPerToken } from '../model/architecture.ts'
import { precisionOf } from '../catalog/model-entry.ts'
import { inUnit } from '../report/quantities.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { cheapestIndex, fastestIndex } from '../search/readings.ts'
import { rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField, numberField } from './claim-fields.ts'
import { modelOf, shortModelName } from './claim-entries.ts'
import { lineThrough } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim, type Figure } from './claim.ts'
import { between } from './verdict.ts'

/** Contexts that are drawn, as shares of the longest. */
const SHARES = [0.01, 0.03, 0.1, 0.3, 1]

export const contextLength = claim({
  id: 'context-length',
  title: 'Latent attention can afford a long context',
  statement:
    'A long context makes cheap tokens dear and hardly touches the fastest. Latent attention (MLA), which caches less per token, loses less to it than grouped queries (GQA).',
  fields: {
    grouped: modelField('Model with grouped queries', 'paper/Mistral_Large_2'),
    latent: modelField('Model with latent attention', 'paper/DeepSeek_V3'),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
    longest: numberField('Longest context', 'tokens', [1000, 1_000_000], 100_000, true),
  },
  async find({ grouped, latent, accelerator, longest }, tools) {
    const { catalog } = tools
    const contexts = [0, ...SHARES.map((share) => Math.round(share * longest))]
    const models = [grouped, latent].map((id) => ({
      id,
      name: shortModelName(catalog, id),
      entry: modelOf(catalog, id),
    }))
    const comparison = newScenario(
      'Context length, GQA or MLA',
      models.flatMap(({ id, name }) =>
        contexts.map((contextTokens) =>
          seriesOf({
            name: `${name}, ${contextTokens === 0 ? 'empty' : inUnit(contextTokens, 'tokens')}`,
            model: id,
            accelerator,
            weightBits: 8,
            contextTokens,
          }),
        ),
      ),
    )
    const results = await tools.frontiers(comparison)
    const found = models.map((model, i) => {
      const [empty, ...filled] = contexts.map((_, j) => {
        const at = i * contexts.length + j
        return pointsOf(results[at]!, comparison.series[at]!.name)
      })
      const leastCost = (points: typeof empty) => points!.usdPerMillionTokens[cheapestIndex(points!)]!
      const fastest = (points: typeof empty) => points!.tokensPerSecond[fastestIndex()]!
      return {
        ...model,
        dearer: filled.map((points, j) => [contexts[j + 1]!, leastCost(points) / leastCost(empty)] as const),
        fastestKept: fastest(filled.at(-1)) / fastest(empty),
        bytesPerToken: kvCacheBytesPerToken(toArchitecture(model.entry, 'paper'), precisionOf(model.entry, 8, null)),
      }
    })
    const dearest = found.map(({ dearer }) => dearer.at(-1)![1])
    const at = inUnit(longest, 'tokens')
    return {
      chart: {
        title: 'Least cost by context',
        x: { unit: 'tokens', label: 'context', name: 'Tokens of context', scale: 'log' },
        y: { unit: 'times', label: 'least cost', name: 'Least cost, times that with an empty context', scale: 'log' },
        lines: found.map(({ name, dearer }, i) => lineThrough(name, i, 'line', dearer)),
      },
      figures: [
        ...found.map(({ name }, i): Figure => ({
          label: `Least cost at ${at}, ${name}`,
          value: dearest[i]!,
          unit: 'times',
          claimed: null,
        })),
        {
          label: 'The latter’s rise beside the former’s',
          value: dearest[1]! / dearest[0]!,
          unit: 'times',
          claimed: between(0, 1, 'less than 1×'),
        },
        ...found.map(({ name, fastestKept }): Figure => ({
          label: `Fastest speed at ${at}, ${name}`,
          value: fastestKept,
          unit: 'times',
          claimed: between(0.9, 1.01, 'hardly less than 1×'),
        })),
        ...found.map(({ name, bytesPerToken }): Figure => ({
          label: `KV cache of a token, ${name}`,
          value: bytesPerToken,
          unit: 'bytes',
          claimed: null,
        })),
      ],
      assumptions: [
        'Weights of 8 bits; the cache has the width of the activations.',
        'Least cost is that of the slowest point of a frontier, 100 times slower than the fastest.',
        rulesAssumed('paper'),
      ],
      comparison,
    }
  },
})
