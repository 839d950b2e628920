import { listed, percent } from '../report/format.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { preferredIndex } from '../search/readings.ts'
import { speedAtCost } from '../search/read-between.ts'
import { EMPTY_CONTEXT, NO_STAGES, rulesAssumed } from './assumed.ts'
import { acceleratorField, modelField, numberField } from './claim-fields.ts'
import { shortModelName } from './claim-entries.ts'
import { lineThrough } from './claim-lines.ts'
import { pointsOf } from './claim-tools.ts'
import { claim, type Figure } from './claim.ts'
import { about, between } from './verdict.ts'

/** Acceptances that are drawn; the one asked for is drawn too. */
const ACCEPTANCES = [0.2, 0.4, 0.6, 0.7, 0.8, 0.9]

const LARGE = 'paper/Llama_3_405B'
const MIDDLE = 'paper/Llama_3_70B'
const DRAFT = 'paper/Llama_3_8B'
const ACCEPTANCE = 0.8

export const speculativeDecoding = claim({
  id: 'speculative-decoding',
  title: 'Speculative decoding doubles the speed of large models',
  statement:
    'A draft model can double the speed of a large model at the same cost and with the same answers; a smaller model gains less.',
  fields: {
    large: modelField('Large model', LARGE),
    middle: modelField('Smaller model', MIDDLE),
    draft: modelField('Draft model', DRAFT),
    accelerator: acceleratorField('Accelerator', 'paper/H100'),
    acceptance: numberField('Acceptance', 'share', [0, 1], ACCEPTANCE),
    drafts: numberField('Drafted tokens at most', 'tokens', [2, 16], 5, true),
  },
  async find({ large, middle, draft, accelerator, acceptance, drafts }, tools) {
    const { catalog } = tools
    const acceptances = [...new Set([...ACCEPTANCES, acceptance])].toSorted((a, b) => a - b)
    const seriesFor = (model: string) => [
      seriesOf({ name: `${shortModelName(catalog, model)}, plain`, model, accelerator, pipeline: false }),
      ...acceptances.map((share) =>
        seriesOf({
          name: `${shortModelName(catalog, model)}, ${percent(share)} accepted`,
          model,
          accelerator,
          pipeline: false,
          speculative: { draft, acceptance: share, maxDraftTokens: drafts },
        }),
      ),
    ]
    const models = [large, middle]
    const comparison = newScenario('Speculative decoding', models.flatMap(seriesFor))
    const results = await tools.frontiers(comparison)
    const each = 1 + acceptances.length
    const found = models.map((model, i) => {
      const [plain, ...drafting] = results
        .slice(i * each, (i + 1) * each)
        .map((result, at) => pointsOf(result, comparison.series[i * each + at]!.name))
      const at = preferredIndex(plain!)
      const gains = drafting.map((points, j) => {
        const reading = speedAtCost(points, plain!.usdPerMillionTokens[at]!)
        return [acceptances[j]!, reading === null ? Number.NaN : reading.tokensPerSecond / plain!.tokensPerSecond[at]!]
      }) as [number, number][]
      return { model, name: shortModelName(catalog, model), gains }
    })
    // The paper's figures are of its own models and draft.
    const asInPaper = draft === DRAFT && accelerator === 'paper/H100' && acceptance === ACCEPTANCE && drafts === 5
    const gainOf = ({ model, name, gains }: (typeof found)[number]): Figure => {
      const gain = gains.find(([share]) => share === acceptance)![1]
      const claimed =
        !asInPaper || (model !== LARGE && model !== MIDDLE)
          ? null
          : model === LARGE
            ? about(2, 'about 2×')
            : between(1.36, 1.41, '1.36 to 1.41×')
      return {
        label: `Speed at equal cost, ${name}`,
        value: Number.isNaN(gain) ? null : gain,
        unit: 'times',
        claimed,
      }
    }
    return {
      chart: {
        title: 'Speed at equal cost with a draft model',
        x: { unit: 'share', label: 'acceptance', name: 'Share of drafted tokens that are accepted', scale: 'linear' },
        y: { unit: 'times', label: 'speed', name: 'Speed, times that of plain decoding', scale: 'linear' },
        lines: found.map(({ name, gains }, i) =>
          lineThrough(
            name,
            i,
            'line',
            gains.filter(([, gain]) => !Number.isNaN(gain)),
          ),
        ),
      },
      figures: found.map(gainOf),
      assumptions: [
        `Read at the cost of the preferred point of plain decoding, which is another for ${listed(found.map(({ name }) => name))}.`,
        `${shortModelName(catalog, draft)} drafts on the same GPUs, 2 to ${drafts} tokens a pass; the better of drafting and plain decoding counts at each setup.`,
        rulesAssumed('paper'),
        EMPTY_CONTEXT,
        NO_STAGES,
      ],
      comparison,
    }
  },
})
