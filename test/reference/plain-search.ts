/**
 * The paper rule set once more, written straight from model-spec A1-A6 without a thought for speed and without a line of
 * the product: the yardstick of the benchmark, and a second opinion in tests.
 */
import accelerators from '../../src/shared/catalog/data/paper-accelerators.json' with { type: 'json' }
import models from '../../src/shared/catalog/data/paper-models.json' with { type: 'json' }

export type PlainModel = Omit<(typeof models)['Llama_3_70B'], 'mla'> & {
  readonly mla: { kvCompressionDim: number; queryCompressionDim: number } | null
}
export type PlainAccelerator = Omit<(typeof accelerators)['H100'], 'intranodeAllreduceBytesPerSecond'> & {
  readonly intranodeAllreduceBytesPerSecond: number | 'Infinity'
}

export interface PlainSetup {
  readonly model: keyof typeof models
  readonly accelerator: keyof typeof accelerators
  readonly context?: number
  readonly pipeline?: boolean
  readonly scaleDown?: boolean
  readonly speculative?: { readonly draft: keyof typeof models; readonly acceptance: number; readonly most: number }
  readonly demandCap?: number
  readonly gpus: number
  readonly batches: number
}

export interface PlainPoint {
  readonly tokensPerSecond: number
  readonly usdPerMillion: number
}

const modelOf = (name: keyof typeof models) => models[name] as PlainModel
const acceleratorOf = (name: keyof typeof accelerators) => accelerators[name] as unknown as PlainAccelerator

const logSpaced = (from: number, to: number, count: number): number[] =>
  Array.from(
    { length: count },
    (_, i) => 2 ** (Math.log2(from) + (i * (Math.log2(to) - Math.log2(from))) / (count - 1)),
  )

// A1
const sparsity = (m: PlainModel) => Math.floor(m.experts / m.activeExperts)
const keyValueHeads = (m: PlainModel) => (2 * m.queryHeads) / m.groupSize
const projections = (m: PlainModel) => (m.queryHeads + keyValueHeads(m)) * m.dHead

function attentionParams(m: PlainModel): number {
  const output = m.dHead * m.queryHeads * m.dModel
  if (m.mla === null) return projections(m) * m.dModel + output
  const { kvCompressionDim: kv, queryCompressionDim: q } = m.mla
  return 2 * kv * m.dModel + q * m.dModel + keyValueHeads(m) * m.dHead * kv + m.queryHeads * m.dHead * q + output
}

const feedForwardParams = (m: PlainModel) =>
  m.layers * m.experts * (m.ffMatricesIn + m.ffMatricesOut) * m.dModel * m.dFf

const totalParams = (m: PlainModel) => m.layers * attentionParams(m) + feedForwardParams(m) + 2 * m.vocab * m.dModel

const activeParams = (m: PlainModel) =>
  m.layers * attentionParams(m) + Math.floor(feedForwardParams(m) / sparsity(m)) + 2 * m.vocab * m.dModel

const cachePerToken = (m: PlainModel) =>
  (m.mla === null ? keyValueHeads(m) * m.dHead : m.mla.kvCompressionDim) * m.layers * m.activationBytes

const cacheFlop = (m: PlainModel, context: number) =>
  4 * (m.mla === null ? m.dHead : m.mla.kvCompressionDim) * m.queryHeads * m.layers * context

// A3
function collective(
  a: PlainAccelerator,
  op: 'reduce' | 'all-to-all' | 'send',
  r: number,
  n: number,
  bytes: number,
): number {
  if (r <= 1) return 0
  const m = op === 'reduce' ? 2 : 1
  const half = op === 'reduce' ? 1 : 0.5
  const out = a.internodeAllreduceBytesPerSecond
  if (a.collectives === 'torus') return m * (r - 1) * 1e-6 + (half * (r - 1) * bytes) / (r * out)
  const inside = a.intranodeAllreduceBytesPerSecond === 'Infinity' ? Infinity : a.intranodeAllreduceBytesPerSecond
  const base = a.collectives === 'nccl' ? 1 : 0
  const protocols = [
    { latency: m * ((r / n - 1) * 0.6e-6 + 5e-6 * Math.log2(n)) + base * 6.8e-6, share: 0.5 },
    { latency: m * ((r / n - 1) * 1.25e-6 + 8.5e-6 * Math.log2(n)) + base * 14e-6, share: 0.95 },
    { latency: m * ((r / n - 1) * 28e-6 + 28e-6 * Math.log2(n)), share: 1 },
  ]
  return Math.min(
    ...protocols.map(({ latency, share }) => {
      const near = (n * Math.max(0, r / n - 1) * bytes) / (r * inside * share)
      const far = ((n - 1) * bytes) / (r * out * share)
      return latency + half * Math.max(near, far)
    }),
  )
}

// A4
function traffic(m: PlainModel, rows: number, columns: number, n: number, t: number): number {
  const t1 = Math.min(Math.max(Math.sqrt((rows * t) / columns), 1), t)
  return rows * columns * m.weightBytes + t1 * columns * n * m.activationBytes + (t / t1) * rows * n * m.activationBytes
}

interface Pass {
  readonly model: PlainModel
  readonly accelerator: PlainAccelerator
  readonly context: number
  readonly q: number
  readonly pipeline: boolean
  readonly scaleDown: boolean
}

function layoutLatency(pass: Pass, N: number, b: number, S: number, a: number, twoDimensions: boolean): number {
  const { model: m, accelerator: acc, context, q } = pass
  const mu = b / S
  if (N * acc.hbmBytes < cachePerToken(m) * context * mu + m.weightBytes * totalParams(m)) return Infinity
  const T = N / S
  const s = sparsity(m)
  const EP = mu < 2 * s ? 1 : Math.min(T, m.experts)
  const Tff = Math.max(1, T / Math.max(1, EP))
  const Tat = T / a
  const B = mu * q
  const word = B * m.activationBytes
  const layout = (t: number) => {
    const nodes = Math.ceil(t / acc.nodeSize)
    return twoDimensions
      ? { ranks: Math.sqrt(t), parallel: t / Math.sqrt(t), nodes: Math.sqrt(nodes) }
      : { ranks: t, parallel: 1, nodes }
  }
  const at = layout(Tat)
  const ff = layout(Tff)
  const reduce = ({ ranks, nodes }: typeof at, words: number) => collective(acc, 'reduce', ranks, nodes, words * word)
  let network = twoDimensions
    ? reduce(at, m.dModel / at.parallel) +
      reduce(at, (m.dHead * (keyValueHeads(m) + m.queryHeads)) / at.parallel) +
      reduce(ff, (m.activeExperts * m.ffMatricesIn * m.dFf) / (T / ff.ranks)) +
      reduce(ff, (m.activeExperts * m.ffMatricesOut * m.dModel) / (T / ff.ranks))
    : reduce(at, m.dModel) + reduce(ff, (m.activeExperts * m.ffMatricesOut * m.dModel) / (T / ff.ranks))
  network *= m.layers
  if (m.experts > 1) {
    const r = Math.min(m.activeExperts, EP)
    const bytes = (m.dModel * mu * r * q * m.activationBytes) / T
    network += 2 * m.layers * collective(acc, 'all-to-all', r, Math.ceil(r / acc.nodeSize), bytes)
  }
  network += (S - 1) * collective(acc, 'send', 2, 2, (m.dModel * mu * q * m.activationBytes) / T)

  const reached = 1 - (1 - 1 / s) ** B
  const ffBytes = reached * m.experts * (m.ffMatricesIn + m.ffMatricesOut) * traffic(m, m.dModel, m.dFf, B / s, Tff)
  const D = projections(m)
  const output = traffic(m, m.dModel, m.dHead * m.queryHeads, B, Tat)
  const ranks = m.mla === null ? 0 : m.mla.kvCompressionDim + m.mla.queryCompressionDim
  const atBytes =
    m.mla === null
      ? traffic(m, D, m.dModel, B, Tat) + output
      : traffic(m, ranks, m.dModel, B, Tat) + traffic(m, D, ranks, B, Tat) + output
  const bandwidth = acc.hbmBandwidthBytesPerSecond * acc.memoryBandwidthCap
  const moved =
    cachePerToken(m) * context * mu + m.layers * (ffBytes + atBytes * a) + m.weightBytes * m.vocab * m.dModel
  const memory = (S * moved) / (N * bandwidth)

  const peaks = Object.entries(acc.flopPerSecond as Record<string, number | null>)
  const rate = peaks.find(([bits, flop]) => flop !== null && Number(bits) >= 8 * m.weightBytes)![1]! * acc.arithmeticCap
  const ffFlop = (2 * feedForwardParams(m)) / s
  const overCache = cacheFlop(m, context)
  const rest = 2 * activeParams(m) + overCache - ffFlop - overCache
  const arithmetic = (b * q * (ffFlop + overCache + a * rest)) / (N * rate)
  return 4 * m.layers * acc.kernelLaunchSeconds + network + Math.max(memory, arithmetic)
}

function passLatency(pass: Pass, N: number, b: number): number {
  const most = Math.min(b, pass.model.layers) * (1 - 1e-12)
  const stages = pass.pipeline && most > 1 ? [1, ...logSpaced(1, most, 10)] : [1]
  let least = Infinity
  for (const S of stages) {
    if (S > Math.min(N, b)) continue
    for (const a of pass.scaleDown ? logSpaced(1, N / S, 6) : [1])
      for (const twoDimensions of [true, false]) least = Math.min(least, layoutLatency(pass, N, b, S, a, twoDimensions))
  }
  return least
}

/** Seconds per token (A4, A5). */
export function plainLatency(setup: PlainSetup, N: number, b: number): number {
  const { context = 0, pipeline = true, scaleDown = true, speculative } = setup
  const pass = { accelerator: acceleratorOf(setup.accelerator), context, pipeline, scaleDown, q: 1 }
  const target = { ...pass, model: modelOf(setup.model) }
  let least = passLatency(target, N, b)
  if (speculative === undefined) return least
  const draft = passLatency({ ...pass, model: modelOf(speculative.draft) }, N, b)
  const alpha = speculative.acceptance
  for (let drafts = 2; drafts <= speculative.most; drafts++) {
    const verifying = passLatency({ ...target, q: drafts }, N, b)
    least = Math.min(least, ((verifying + drafts * draft) * (1 - alpha)) / (1 - alpha ** drafts))
  }
  return least
}

/** The frontier of A6: for each of 1000 latency limits the cheapest point within it. Fastest first. */
export function plainFrontier(setup: PlainSetup): PlainPoint[] {
  const m = modelOf(setup.model)
  const accelerator = acceleratorOf(setup.accelerator)
  const points: { latency: number; cost: number }[] = []
  for (const b of logSpaced(1, 2 ** 18 * sparsity(m), setup.batches))
    for (const N of logSpaced((m.weightBytes * totalParams(m)) / accelerator.hbmBytes, 2 ** 18, setup.gpus)) {
      const latency = plainLatency(setup, N, b)
      if (latency < Infinity && b / latency <= (setup.demandCap ?? Infinity))
        points.push({ latency, cost: (N * latency) / b })
    }
  const fastest = Math.min(...points.map(({ latency }) => latency))
  const frontier: typeof points = []
  for (const limit of [fastest, ...logSpaced(fastest, 100 * fastest, 1000).slice(1)]) {
    const within = points.filter(({ latency }) => latency <= limit)
    const best = within.reduce((a, b) => (b.cost < a.cost || (b.cost === a.cost && b.latency < a.latency) ? b : a))
    if (frontier.at(-1) !== best) frontier.push(best)
  }
  return frontier.map(({ latency, cost }) => ({
    tokensPerSecond: 1 / latency,
    usdPerMillion: (1e6 * cost * (accelerator.usdPerHour ?? 0)) / 3600,
  }))
}
