import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

const short = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en-US')
const gigabytes = (bytes: number): string => `${short(bytes / 1e9)} GB`

const gpusInWords = (count: number): string => `${count} ${count === 1 ? 'GPU' : 'GPUs'}`

/** Why no setup is left under the standard rules. */
export function whyNoLayout(setup: StandardSearchSetup): string {
  const { limits, model } = setup
  const servings = replicaRows(setup).map((row) => new Serving(setup, row))
  const holding = servings.filter(({ mostSequences }) => mostSequences > 0)
  if (holding.length === 0) return whyNoMemory(setup, servings)
  const gpusLimit = `at most ${short(limits.maxGpus)} x ${model.chip.name}`
  const single = holding.map((serving) => {
    const seconds = serving.tokenSeconds(1)
    return {
      seconds,
      ttft: serving.ttftSeconds(seconds),
      throughput: serving.throughput(1, seconds),
      gpus: serving.replica.plan.gpus + serving.prefillGpus(1, seconds),
    }
  })
  const least = (value: (one: (typeof single)[number]) => number) => Math.min(...single.map(value))
  const fastest = 1 / least(({ seconds }) => seconds)
  if (fastest < (limits.minTokensPerSecond ?? 0))
    return `The fastest setup on ${gpusLimit} makes ${short(fastest)} tokens/s for one user, less than the least speed of ${short(limits.minTokensPerSecond!)}.`
  const quickest = least(({ ttft }) => ttft)
  if (quickest > (limits.maxTtftSeconds ?? Infinity))
    return `The first token takes ${short(quickest)} s at least on ${gpusLimit}, more than the limit of ${short(limits.maxTtftSeconds!)} s.`
  const slowest = least(({ throughput }) => throughput)
  if (slowest > (setup.demandCapTokensPerSecond ?? Infinity))
    return `Every setup that fits makes more than the demand cap of ${setup.demandCapTokensPerSecond} tokens per second.`
  const fewest = least(({ gpus }) => gpus)
  if (fewest > limits.maxGpus)
    return `With the GPUs that work on its prompts the smallest setup takes ${short(fewest)} GPUs; the limit is ${short(limits.maxGpus)} x ${model.chip.name}.`
  return `No setup on ${gpusLimit} keeps all limits at once (${limitsInWords(setup)}), though each by itself can be kept.`
}

function whyNoMemory(setup: StandardSearchSetup, servings: readonly Serving[]): string {
  const { model, limits, reserveBytesPerGpu } = setup
  const { chip } = model
  if (servings.length === 0) return `${model.architecture.name} cannot be divided over up to ${limits.maxGpus} GPUs.`
  const fills = servings.map(({ replica }) => replica.memoryFill(1))
  const least = fills.reduce((a, b) => (b.weights + b.cache + b.draft < a.weights + a.cache + a.draft ? b : a))
  return (
    `Each GPU would hold ${gigabytes(least.weights + least.draft)} of weights and ${gigabytes(least.cache)} of KV cache for one sequence, ` +
    `beside ${gigabytes(reserveBytesPerGpu)} kept for the engine; ${chip.name} has ${gigabytes(chip.usableHbmBytes)}. ` +
    `That is the ${servings.length === 1 ? 'only layout' : `best of ${servings.length} layouts`} on at most ${gpusInWords(limits.maxGpus)}.`
  )
}

function limitsInWords({ limits, demandCapTokensPerSecond }: StandardSearchSetup): string {
  return [
    ...(limits.minTokensPerSecond === null ? [] : [`at least ${short(limits.minTokensPerSecond)} tokens/s`]),
    ...(limits.maxTtftSeconds === null ? [] : [`first token within ${short(limits.maxTtftSeconds)} s`]),
    ...(demandCapTokensPerSecond === null ? [] : [`at most ${short(demandCapTokensPerSecond)} tokens/s in all`]),
    `at most ${short(limits.maxGpus)} GPUs`,
  ].join(', ')
}
