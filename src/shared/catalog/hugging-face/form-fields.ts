/** What a person is asked for where the file is silent. */
export type FieldKind = 'whole' | 'flag' | 'choice' | 'text' | 'shape'

export interface FormField {
  readonly label: string
  readonly kind: FieldKind
  readonly least?: number
  readonly choices?: readonly string[]
}

const whole = (label: string, least = 1): FormField => ({ label, kind: 'whole', least })
const flag = (label: string): FormField => ({ label, kind: 'flag' })
const text = (label: string): FormField => ({ label, kind: 'text' })
const shape = (label: string): FormField => ({ label, kind: 'shape' })
const choice = (label: string, ...choices: readonly string[]): FormField => ({ label, kind: 'choice', choices })

/** The fields of a model that an import can fill, by their path in the entry, in the order of the form. */
export const FORM_FIELDS = {
  layers: whole('Layers'),
  dModel: whole('Model width'),
  vocab: whole('Vocabulary'),
  tiedEmbeddings: flag('One matrix for embedding and output'),
  lmHeadBias: flag('Bias on the output matrix'),
  contextLength: whole('Context length'),
  learnedPositions: whole('Learned positions', 0),
  nativePrecisionBits: whole('Bits per released weight'),
  nativeFormat: choice('Format of the released weights', 'nvfp4', 'mxfp4', 'int8', 'int4'),
  'attention.kind': text('Kind of attention'),
  'attention.queryHeads': whole('Query heads'),
  'attention.kvHeads': whole('Key and value heads'),
  'attention.dHead': whole('Width of a head'),
  'attention.dHeadValue': whole('Width of a value head'),
  'attention.mla': shape('Latent attention'),
  'attention.mla.kvLoraRank': whole('Rank of keys and values'),
  'attention.mla.qLoraRank': whole('Rank of queries'),
  'attention.mla.ropeHeadDim': whole('Rotary width of a head', 0),
  'attention.mla.nopeHeadDim': whole('Width of a head without position'),
  'attention.mla.vHeadDim': whole('Width of a value head'),
  'attention.slidingWindow': shape('Sliding window'),
  'attention.slidingWindow.size': whole('Tokens in a window'),
  'attention.slidingWindow.pattern': text('Order of windowed layers'),
  'attention.slidingWindow.localLayers': whole('Layers with a window', 0),
  'attention.slidingWindow.globalLayers': whole('Layers over the whole context', 0),
  'attention.slidingWindow.style': text('Style of the window'),
  'attention.slidingWindow.localOverrides': shape('What differs in windowed layers'),
  'attention.linear': shape('Linear mixer'),
  'attention.sparse': shape('Sparse attention'),
  'attention.pattern': text('Order of mixers'),
  'attention.qkvBias': flag('Biases on queries, keys and values'),
  'attention.outBias': flag('Bias on the output projection'),
  'attention.qkNorm': choice('Norm of queries and keys', 'per-head', 'per-layer'),
  'attention.sinkPerHead': flag('Attention sink per head'),
  'attention.outputGate': choice('Gate on the result', 'per-head', 'elementwise'),
  'attention.valueIsKey': flag('The key serves as value'),
  gatedFfn: flag('Gated feed-forward (three matrices)'),
  dFf: whole('Feed-forward width'),
  ffBias: flag('Biases in the feed-forward'),
  moe: shape('Experts'),
  'moe.nExperts': whole('Experts'),
  'moe.nActive': whole('Active experts'),
  'moe.dFfExpert': whole('Width of an expert'),
  'moe.nShared': whole('Shared experts', 0),
  'moe.dFfShared': whole('Width of a shared expert'),
  'moe.firstDenseLayers': whole('Dense layers at the start', 0),
  'moe.denseLayerPattern': text('Order of dense layers'),
  'moe.latentDim': whole('Latent width of experts'),
  'moe.sharedExpertGate': flag('Gate on the shared expert'),
  'moe.routerBias': flag('Bias on the router'),
  'moe.expertBias': flag('Biases in the experts'),
  'blocks.softmaxAttention': whole('Layers of softmax attention', 0),
  'blocks.linearMixer': whole('Layers of a linear mixer', 0),
  'blocks.denseFf': whole('Dense feed-forward layers', 0),
  'blocks.moeFf': whole('Expert layers', 0),
  parallelAttention: flag('Attention beside the feed-forward'),
  parallelDenseFf: flag('Dense feed-forward beside the experts'),
  singleMixerBlocks: flag('One mixer or feed-forward per layer'),
  layerNormBias: flag('Biases on norms'),
  normsPerLayer: whole('Norms per layer'),
  otherParams: whole('Other parameters', 0),
} as const satisfies Readonly<Record<string, FormField>>

export type FieldPath = keyof typeof FORM_FIELDS

export const isFieldPath = (path: string): path is FieldPath => Object.hasOwn(FORM_FIELDS, path)

export const formField = (path: FieldPath): FormField => FORM_FIELDS[path]
