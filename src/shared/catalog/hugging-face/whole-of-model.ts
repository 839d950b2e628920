import type { ConfigReading } from './config-reading.ts'

const PARTS = ['attention.mla', 'attention.linear', 'attention.sparse', 'attention.slidingWindow'] as const

const hasPart = (reading: ConfigReading, part: string): boolean =>
  [...reading.fields.values()].some(
    ({ path, value }) => (path === part && value !== null) || path.startsWith(`${part}.`),
  )

/** What follows from all that was read: parts the model lacks, the layers of each kind, the kind of attention in a word. */
export function wholeOfModel(reading: ConfigReading): void {
  for (const part of PARTS)
    if (!hasPart(reading, part)) reading.put(part, null, { from: 'derived', how: 'no key names one' })
  if (!reading.fields.has('blocks.softmaxAttention')) {
    reading.derive('blocks.softmaxAttention', reading.number('layers'), 'every layer')
    reading.put('blocks.linearMixer', 0, { from: 'derived', how: 'no key names a linear mixer' })
  }
  oneGroupPerKeyHead(reading)
  reading.derive('attention.kind', kindOfAttention(reading), 'heads, windows and mixers')
}

function oneGroupPerKeyHead(reading: ConfigReading): void {
  const heads = reading.number('attention.queryHeads')
  const kv = reading.fields.get('attention.kvHeads')
  if (heads === undefined || typeof kv?.value !== 'number' || heads % kv.value === 0) return
  const key = kv.origin.from === 'config' ? kv.origin.key : 'attention.kvHeads'
  reading.problem('attention.kvHeads', key, `is ${kv.value}; expected a number that divides the ${heads} query heads`)
}

type Kind = { readonly kind: string } | null | undefined

function kindOfAttention(reading: ConfigReading): string | undefined {
  const linear = reading.value('attention.linear') as Kind
  const sparse = reading.value('attention.sparse') as Kind
  if (linear !== null && linear !== undefined) return linear.kind === 'mamba2' ? 'hybrid-mamba' : 'hybrid-linear'
  if (hasPart(reading, 'attention.mla')) return sparse === null || sparse === undefined ? 'mla' : `mla-${sparse.kind}`
  if ((reading.number('attention.slidingWindow.globalLayers') ?? 0) > 0) return 'hybrid-swa'
  const heads = reading.number('attention.queryHeads')
  const kv = reading.number('attention.kvHeads')
  if (heads === undefined || kv === undefined) return undefined
  return kv === heads ? 'mha' : kv === 1 ? 'mqa' : 'gqa'
}
