import { activeParams, totalParams } from '../model/architecture.ts'
import { amount, percent } from '../report/format.ts'
import type { Finding } from './finding.ts'
import { toArchitecture, unsupportedPart } from './model-architecture.ts'
import { isPaperModel, type ModelEntry, type PaperModel, type ReleasedModel } from './model-entry.ts'

/** The built-in models agree with their makers to within this. */
const USUAL_DIFFERENCE = 0.02

const error = (path: string, message: string): Finding => ({ severity: 'error', path, message })

function paperFindings({ experts, activeExperts, queryHeads, groupSize }: PaperModel): Finding[] {
  return [
    ...(activeExperts > experts
      ? [error('activeExperts', `${activeExperts} of ${experts} experts cannot be active.`)]
      : []),
    ...(groupSize > queryHeads
      ? [error('groupSize', `A group has ${amount(groupSize)} query heads, the layer ${amount(queryHeads)}.`)]
      : []),
  ]
}

/** Layers by kind add up to the layers there are. */
function layerFindings(entry: ReleasedModel): Finding[] {
  const { blocks, layers, attention } = entry
  const mixers = blocks.softmaxAttention + blocks.linearMixer
  const feedForward = blocks.denseFf + blocks.moeFf
  const findings: Finding[] = []
  const counted = (path: string, count: number, what: string) => {
    if (count === layers) return
    const message = `${what} add up to ${count}; the model has ${layers} layers.`
    // Some models are pruned of whole mixers or feed-forwards.
    findings.push({ severity: count > layers ? 'error' : 'warning', path, message })
  }
  if (entry.singleMixerBlocks === true) counted('blocks.softmaxAttention', mixers + feedForward, 'Layers of all kinds')
  else {
    counted('blocks.softmaxAttention', mixers, 'Layers with attention or another mixer')
    if (entry.parallelDenseFf !== true) counted('blocks.denseFf', feedForward, 'Dense and expert feed-forward layers')
  }
  const window = attention.slidingWindow
  if (window !== null && window.localLayers + window.globalLayers !== blocks.softmaxAttention)
    findings.push(
      error(
        'attention.slidingWindow.localLayers',
        `Layers with and without a window add up to ${window.localLayers + window.globalLayers}; ${blocks.softmaxAttention} have attention.`,
      ),
    )
  return findings
}

function shapeFindings({
  moe,
  blocks,
  attention,
  dFf,
  activeParams: active,
  totalParams: total,
}: ReleasedModel): Finding[] {
  const findings: Finding[] = []
  if (moe !== null && moe.nActive > moe.nExperts)
    findings.push(error('moe.nActive', `${moe.nActive} of ${moe.nExperts} experts cannot be active.`))
  if (moe === null && blocks.moeFf > 0)
    findings.push(error('blocks.moeFf', `${blocks.moeFf} layers have experts, of which the model has none.`))
  if (dFf === null && blocks.denseFf > 0 && moe === null) findings.push(error('dFf', 'is needed for the dense layers'))
  if (attention.kvHeads > attention.queryHeads)
    findings.push(
      error('attention.kvHeads', `${attention.kvHeads} key heads are more than ${attention.queryHeads} query heads.`),
    )
  if (active !== null && active > total)
    findings.push(error('activeParams', `${amount(active / 1e9)} B are active of ${amount(total / 1e9)} B.`))
  return findings
}

/** Sizes that its configuration comes to, beside the published ones. */
function sizeFindings(entry: ReleasedModel): Finding[] {
  if (unsupportedPart(entry, 'standard') !== null) return []
  const architecture = toArchitecture(entry, 'standard')
  const derived = totalParams(architecture)
  const change = Math.abs(derived / entry.totalParams - 1)
  const findings: Finding[] = []
  if (change > USUAL_DIFFERENCE)
    findings.push({
      severity: 'warning',
      path: 'totalParams',
      message: `The shape comes to ${amount(derived / 1e9)} B parameters, ${percent(change)} from the ${amount(entry.totalParams / 1e9)} B given; built-in models agree within ${percent(USUAL_DIFFERENCE)}.`,
    })
  const least = Math.min(activeParams(architecture), derived)
  if (entry.activeParams !== null && entry.activeParams < least / 2)
    findings.push({
      severity: 'warning',
      path: 'activeParams',
      message: `The shape works with ${amount(least / 1e9)} B parameters on a token, more than twice the ${amount(entry.activeParams / 1e9)} B given.`,
    })
  return findings
}

/** What of a model cannot be (errors) or is not likely (warnings), with the figures. */
export function modelFindings(entry: ModelEntry): Finding[] {
  if (isPaperModel(entry)) return paperFindings(entry)
  const found = [...layerFindings(entry), ...shapeFindings(entry)]
  return found.some(({ severity }) => severity === 'error') ? found : [...found, ...sizeFindings(entry)]
}
