import { valueAt } from './entry-path.ts'
import { figuresIn, type Figure } from './figure.ts'
import { FORM_FIELDS } from './hugging-face/form-fields.ts'
import { isPaperModel, type ModelEntry } from './model-entry.ts'

const NULL_WITHOUT = new Set(['dFf', 'moe.dFfShared', 'moe.latentDim', 'attention.mla.qLoraRank'])
const ABSENT_WITHOUT = new Set(['learnedPositions', 'attention.dHeadValue', 'normsPerLayer', 'otherParams'])

const UNITS: Readonly<Record<string, string>> = {
  contextLength: 'tokens',
  'attention.slidingWindow.size': 'tokens',
  nativePrecisionBits: 'bits',
}

/** Beside the heads of the layer, those of its latent attention are told as such. */
const nameOf = (path: string, label: string): string =>
  path.startsWith('attention.mla.') ? `Latent: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label

const GROUPS: readonly (readonly [prefix: string, group: string])[] = [
  ['attention.', 'Attention'],
  ['moe.', 'Experts'],
  ['blocks.', 'Layers by kind'],
]

const architecture = Object.entries(FORM_FIELDS)
  .filter(([, { kind }]) => kind === 'whole')
  .map(([path, { label }]): Figure => {
    const empty = NULL_WITHOUT.has(path) ? 'null' : ABSENT_WITHOUT.has(path) ? 'absent' : 'needed'
    const group = GROUPS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'Shape'
    return figuresIn(group)(path, nameOf(path, label), UNITS[path] ?? '', 1, empty, 'architecture')
  })

const size = figuresIn('Published')

/** Numbers of a released model, its published sizes among them. */
export const RELEASED_FIGURES: readonly Figure[] = [
  ...architecture,
  size('totalParams', 'Parameters', 'B', 1e9, 'needed'),
  size('activeParams', 'Active parameters', 'B', 1e9, 'null', 'totalParams'),
]

const paper = figuresIn('Shape')

/** Numbers of a model in the form of the paper's notebook. */
export const PAPER_MODEL_FIGURES: readonly Figure[] = [
  paper('layers', 'Layers', '', 1, 'needed'),
  paper('dModel', 'Model width', '', 1, 'needed'),
  paper('dFf', 'Feed-forward width', '', 1, 'needed'),
  paper('ffMatricesIn', 'Matrices into the feed-forward', '', 1, 'needed'),
  paper('ffMatricesOut', 'Matrices out of the feed-forward', '', 1, 'needed'),
  paper('experts', 'Experts', '', 1, 'needed'),
  paper('activeExperts', 'Active experts', '', 1, 'needed'),
  paper('queryHeads', 'Query heads', '', 1, 'needed'),
  paper('groupSize', 'Query heads for each key head', '', 1, 'needed'),
  paper('dHead', 'Width of a head', '', 1, 'needed'),
  paper('mla.kvCompressionDim', 'Rank of keys and values', '', 1, 'needed'),
  paper('mla.queryCompressionDim', 'Rank of queries', '', 1, 'needed'),
  paper('vocab', 'Vocabulary', '', 1, 'needed'),
  paper('weightBytes', 'Bytes per weight', '', 1, 'needed'),
  paper('activationBytes', 'Bytes per activation and cached value', '', 1, 'needed'),
]

/** The numbers that an entry has a place for: those of parts it is without are left out. */
export function modelFiguresOf(entry: ModelEntry): readonly Figure[] {
  const figures = isPaperModel(entry) ? PAPER_MODEL_FIGURES : RELEASED_FIGURES
  return figures.filter(({ path }) => {
    const part = path.split('.').slice(0, -1).join('.')
    return part === '' || typeof (valueAt(entry, part) ?? undefined) === 'object'
  })
}
