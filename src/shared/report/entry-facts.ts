import {
  acceleratorName,
  isPaperAccelerator,
  type AcceleratorEntry,
  type PaperAccelerator,
  type VendorAccelerator,
} from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { isPaperModel, modelName, type ModelEntry } from '../catalog/model-entry.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { noteOfPrice, priceNote } from '../catalog/known-prices.ts'
import { amount, grouped, listed, threeSignificant, usd } from './format.ts'
import type { Fact } from './point-facts.ts'

/** A catalog entry that a comparison uses: what it says, and who says so. */
export interface EntrySection {
  readonly kind: 'accelerator' | 'model'
  readonly id: string
  readonly name: string
  /** Travels inside the scenario file instead of coming from the catalog. */
  readonly broughtAlong: boolean
  readonly facts: readonly Fact[]
  /** Each source once, with the figures it is for. */
  readonly sources: readonly Fact[]
  readonly notes: string
}

const PAPER_SOURCE: Fact = ['All figures', '“Inference economics of language models”, arXiv 2506.04645, its notebook']

/** The notebook's own entries; a person's copy of one has no source of its own. */
const sourcesOfPaper = (id: string): Fact[] => (id.startsWith('paper/') ? [PAPER_SOURCE] : [])

const IN_WORDS: Readonly<Record<string, string>> = {
  flopPerSecond: 'arithmetic',
  formats: 'formats',
  hbmBytes: 'memory',
  hbmBandwidthBytesPerSecond: 'memory bandwidth',
  l2CacheBytes: 'cache',
  scaleUp: 'scale-up link',
  scaleOut: 'scale-out link',
  tdpWatts: 'power',
  priceUsdPerHour: 'price',
  totalParams: 'parameters',
  activeParams: 'active parameters',
}

const figureInWords = (field: string): string =>
  IN_WORDS[field] ?? field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Figures by their source: a source that several figures share is named once. */
function sourcesInWords(sources: Readonly<Record<string, string | readonly string[]>>): Fact[] {
  const figures = new Map<string, string[]>()
  for (const [field, cited] of Object.entries(sources))
    for (const source of [cited].flat()) figures.set(source, [...(figures.get(source) ?? []), figureInWords(field)])
  return [...figures].map(([source, fields]) => [capital(listed(fields)), source])
}

/** Where the figures of an entry are from: each source once, after what it gave. */
export function sourcesOf(id: string, entry: AcceleratorEntry | ModelEntry): Fact[] {
  return 'sources' in entry ? sourcesInWords(entry.sources) : sourcesOfPaper(id)
}

const perSecond = (bytes: number | 'Infinity' | null): string =>
  bytes === null ? 'not known' : bytes === 'Infinity' ? 'unlimited' : `${threeSignificant(bytes / 1e9)} GB/s`

const peaksInWords = (peaks: AcceleratorEntry['flopPerSecond']): string =>
  Object.entries(peaks)
    .flatMap(([bits, rate]) => (rate == null ? [] : [`${threeSignificant(rate / 1e12)} at ${bits} bits`]))
    .join(', ')

const memoryInWords = (entry: AcceleratorEntry): string =>
  `${threeSignificant(entry.hbmBytes / 1e9)} GB at ${threeSignificant(entry.hbmBandwidthBytesPerSecond / 1e12)} TB/s`

const paperAcceleratorFacts = (entry: PaperAccelerator): Fact[] => [
  [
    'List price',
    entry.usdPerHour === null ? 'none known' : `${usd(entry.usdPerHour)} per GPU-hour, ${priceNote(entry)}`,
  ],
  ['Peak TFLOP/s', peaksInWords(entry.flopPerSecond)],
  ['Memory', memoryInWords(entry)],
  [
    'All-reduce',
    `${perSecond(entry.intranodeAllreduceBytesPerSecond)} in a node of ${entry.nodeSize}, ${perSecond(entry.internodeAllreduceBytesPerSecond)} between nodes`,
  ],
]

const vendorAcceleratorFacts = (entry: VendorAccelerator): Fact[] => {
  const { scaleUp, scaleOut, tdpWatts, priceUsdPerHour: price } = entry
  return [
    ['List price', price.value === null ? 'none known' : `${usd(price.value)} per GPU-hour, ${priceNote(entry)}`],
    ['Peak TFLOP/s', peaksInWords(entry.flopPerSecond)],
    ['Memory', `${memoryInWords(entry)}, ${entry.memoryType}`],
    [
      'Scale-up',
      `${scaleUp.tech}, ${perSecond(scaleUp.perGpuBandwidthBytesPerSecond)} each way, ${scaleUp.domainSize} in a domain`,
    ],
    ['Scale-out', `${scaleOut.tech}, ${perSecond(scaleOut.perGpuBandwidthBytesPerSecond)}`],
    ['Rated power', tdpWatts === null ? 'not known' : `${grouped(tdpWatts)} W`],
  ]
}

/** Prices that the series pay for an accelerator, each once, with its kind and date. */
function pricesPaid(
  id: string,
  entry: AcceleratorEntry,
  { series }: Scenario,
  results: readonly FrontierResult[],
): Fact[] {
  const paid = series.flatMap((one, at) =>
    one.accelerator === id
      ? [`${usd(results[at]!.usdPerGpuHour)} per GPU-hour, ${noteOfPrice(entry, one.usdPerGpuHour)}`]
      : [],
  )
  return [...new Set(paid)].map((price) => ['Price here', price])
}

/** A list price that is the one paid is said once. */
const withoutRepeats = (facts: readonly Fact[]): Fact[] =>
  facts.filter(([, value], at) => facts.findIndex(([, other]) => other === value) === at)

const billions = (parameters: number): string => `${threeSignificant(parameters / 1e9)} billion`

function modelFactsOf(entry: ModelEntry): Fact[] {
  if (isPaperModel(entry))
    return [
      ['Layers', `${amount(entry.layers)}, width ${amount(entry.dModel)}`],
      ['Experts', entry.experts === 1 ? 'none' : `${entry.activeExperts} of ${entry.experts} active`],
      ['Attention', `${amount(entry.queryHeads)} query heads, ${amount(entry.groupSize)} to a key-value head`],
      ['Vocabulary', grouped(entry.vocab)],
    ]
  const { moe, attention } = entry
  return [
    ['Released', `${entry.released}, ${entry.org}`],
    [
      'Parameters',
      `${billions(entry.totalParams)}${entry.activeParams === null ? '' : `, ${billions(entry.activeParams)} active`}`,
    ],
    ['Layers', `${grouped(entry.layers)}, width ${grouped(entry.dModel)}`],
    [
      'Experts',
      moe === null
        ? 'none'
        : `${moe.nActive} of ${moe.nExperts} active${moe.nShared === 0 ? '' : `, ${moe.nShared} shared`}`,
    ],
    [
      'Attention',
      `${attention.kind.toUpperCase()}, ${attention.queryHeads} query heads, ${attention.kvHeads} key-value heads`,
    ],
    ['Longest context', `${grouped(entry.contextLength)} tokens`],
  ]
}

/** Ids of the catalog entries that a comparison uses, each once, in the order of the series; drafts among the models. */
export function entriesInUse({ series }: Pick<Scenario, 'series'>): {
  readonly accelerators: string[]
  readonly models: string[]
} {
  return {
    accelerators: [...new Set(series.map(({ accelerator }) => accelerator))],
    models: [
      ...new Set(
        series.flatMap(({ model, speculative }) => (speculative === null ? [model] : [model, speculative.draft])),
      ),
    ],
  }
}

/** Every accelerator and model that a comparison uses, with sources and the dates of prices. */
export function entrySections(
  scenario: Scenario,
  results: readonly FrontierResult[],
  catalog: Catalog,
): EntrySection[] {
  const used = entriesInUse(scenario)
  return [
    ...used.accelerators.map((id): EntrySection => {
      const entry = catalog.accelerators[id]!
      const isPaper = isPaperAccelerator(entry)
      return {
        kind: 'accelerator',
        id,
        name: acceleratorName(entry),
        broughtAlong: Object.hasOwn(scenario.accelerators, id),
        facts: withoutRepeats([
          ...pricesPaid(id, entry, scenario, results),
          ...(isPaper ? paperAcceleratorFacts(entry) : vendorAcceleratorFacts(entry)),
        ]),
        sources: sourcesOf(id, entry),
        notes: isPaper ? '' : (entry.notes ?? ''),
      }
    }),
    ...used.models.map((id): EntrySection => {
      const entry = catalog.models[id]!
      const isPaper = isPaperModel(entry)
      return {
        kind: 'model',
        id,
        name: modelName(entry),
        broughtAlong: Object.hasOwn(scenario.models, id),
        facts: modelFactsOf(entry),
        sources: sourcesOf(id, entry),
        notes: isPaper ? '' : (entry.notes ?? ''),
      }
    }),
  ]
}
