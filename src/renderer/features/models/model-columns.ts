import { isPaperModel, modelName, nativeBits, precisionOf } from '../../../shared/catalog/model-entry.ts'
import { modelFacts, type ModelFacts } from '../../../shared/catalog/model-facts.ts'
import { fineChange, threeSignificant } from '../../../shared/report/format.ts'
import type { ComparedFigure } from '../catalog/comparison.tsx'
import type { ModelRow } from '../catalog/create-catalog.ts'
import { numberColumn, ORIGIN_NAMES, textColumn } from '../catalog/entry-columns.ts'
import type { EntryColumn, EntryFilter } from '../catalog/entry-listing.ts'
import { keyOf } from '../workspace/catalog-names.ts'

type Column = EntryColumn<ModelRow>
export type FactsOfRow = (row: ModelRow) => ModelFacts

/** Under the rules that an entry is made for, its cache as the entry has it. */
export const factsAt = ({ entry }: Pick<ModelRow, 'entry'>, contextTokens: number): ModelFacts =>
  modelFacts(entry, {
    rules: isPaperModel(entry) ? 'paper' : 'standard',
    precision: precisionOf(entry, null, null),
    contextTokens,
  })

export const modelRowName = ({ id, origin, entry }: ModelRow): string =>
  origin === 'paper' ? keyOf(id) : modelName(entry)

const makerOf = ({ entry }: ModelRow): string => (isPaperModel(entry) ? 'paper’s notebook' : entry.org)

export const attentionOf = ({ entry }: ModelRow): string => {
  if (!isPaperModel(entry)) return entry.attention.kind
  if (entry.mla !== null) return 'mla'
  return entry.groupSize === 1 ? 'mha' : entry.groupSize === entry.queryHeads ? 'mqa' : 'gqa'
}

function expertsOf({ entry }: ModelRow): string {
  if (isPaperModel(entry)) return entry.experts === 1 ? '–' : `${entry.activeExperts} of ${entry.experts}`
  const { moe } = entry
  return moe === null ? '–' : `${moe.nActive} of ${moe.nExperts}${moe.nShared > 0 ? ` + ${moe.nShared}` : ''}`
}

const expertCount = ({ entry }: ModelRow): number => (isPaperModel(entry) ? entry.experts : (entry.moe?.nExperts ?? 1))

const billions = (value: number | null): number | null => (value === null ? null : value / 1e9)

const SIZES = [
  ['totalParams', 'Parameters'],
  ['activeParams', 'Active'],
] as const

/** @param facts derived figures of a row, at the context that the page asks for */
export const modelColumns = (facts: FactsOfRow): readonly Column[] => {
  const derivedTitle = (row: ModelRow): string => {
    const { unsupported } = facts(row)
    return unsupported === null ? '' : `not derived: the rules have no equation yet for ${unsupported}`
  }
  return [
    textColumn('maker', 'Maker', makerOf),
    textColumn('released', 'Released', ({ entry }) => (isPaperModel(entry) ? '–' : entry.released)),
    ...SIZES.flatMap(([field, label]): Column[] => [
      numberColumn(
        `${field}.published`,
        label,
        'B, published',
        (row) => billions(facts(row)[field].published),
        threeSignificant,
      ),
      {
        ...numberColumn(
          `${field}.derived`,
          `${label}, derived`,
          'B',
          (row) => billions(facts(row)[field].derived),
          threeSignificant,
        ),
        title: derivedTitle,
      },
      numberColumn(`${field}.difference`, 'Difference', '', (row) => facts(row)[field].difference, fineChange),
    ]),
    {
      ...numberColumn(
        'kvBytesPerToken',
        'KV cache',
        'KB/token',
        (row) => {
          const bytes = facts(row).kvBytesPerToken
          return bytes === null ? null : bytes / 1e3
        },
        threeSignificant,
      ),
      title: derivedTitle,
    },
    {
      ...numberColumn(
        'flopPerToken',
        'Arithmetic',
        'GFLOP/token',
        (row) => billions(facts(row).flopPerToken),
        threeSignificant,
      ),
      title: derivedTitle,
    },
    numberColumn('layers', 'Layers', '', ({ entry }) => entry.layers),
    numberColumn('dModel', 'Width', '', ({ entry }) => entry.dModel),
    { ...textColumn('experts', 'Experts', expertsOf), order: expertCount },
    textColumn('attention', 'Attention', attentionOf),
    numberColumn('contextLength', 'Context', 'tokens', ({ entry }) =>
      isPaperModel(entry) ? null : entry.contextLength,
    ),
    numberColumn('nativeBits', 'Weights', 'bits', ({ entry }) => nativeBits(entry).weight),
    numberColumn('vocab', 'Vocabulary', '', ({ entry }) => entry.vocab),
    textColumn('origin', 'Origin', ({ origin }) => ORIGIN_NAMES[origin]),
  ]
}

export const USUAL_COLUMNS = [
  'maker',
  'totalParams.published',
  'totalParams.derived',
  'totalParams.difference',
  'activeParams.published',
  'activeParams.derived',
  'activeParams.difference',
  'kvBytesPerToken',
  'flopPerToken',
  'layers',
  'dModel',
  'experts',
  'attention',
  'contextLength',
  'nativeBits',
  'origin',
]

const distinct = (values: readonly string[]) =>
  [...new Set(values)].toSorted((a, b) => a.localeCompare(b)).map((value) => ({ id: value, label: value }))

export const MODEL_FILTERS: readonly EntryFilter<ModelRow>[] = [
  {
    id: 'maker',
    label: 'Maker',
    choices: (rows) => distinct(rows.map(makerOf)),
    keeps: (row, maker) => makerOf(row) === maker,
  },
  {
    id: 'attention',
    label: 'Attention',
    choices: (rows) => distinct(rows.map(attentionOf)),
    keeps: (row, kind) => attentionOf(row) === kind,
  },
  {
    id: 'experts',
    label: 'Feed-forward',
    choices: () => [
      { id: 'dense', label: 'dense' },
      { id: 'experts', label: 'experts' },
    ],
    keeps: (row, kind) => expertCount(row) > 1 === (kind === 'experts'),
  },
  {
    id: 'bits',
    label: 'Weights',
    choices: (rows) => distinct(rows.map(({ entry }) => `${nativeBits(entry).weight} bits`)),
    keeps: ({ entry }, bits) => `${nativeBits(entry).weight} bits` === bits,
  },
  {
    id: 'origin',
    label: 'Origin',
    choices: () => Object.entries(ORIGIN_NAMES).map(([id, label]) => ({ id, label })),
    keeps: ({ origin }, id) => origin === id,
  },
]

/** What models are compared in. */
export const comparedModelFigures = (facts: FactsOfRow): readonly ComparedFigure<ModelRow>[] => [
  {
    label: 'Parameters',
    unit: 'B',
    value: (row) => billions(facts(row).totalParams.published ?? facts(row).totalParams.derived),
  },
  {
    label: 'Active parameters, derived',
    unit: 'B',
    value: (row) => billions(facts(row).activeParams.derived ?? facts(row).activeParams.published),
  },
  {
    label: 'KV cache',
    unit: 'KB per token',
    value: (row) => {
      const bytes = facts(row).kvBytesPerToken
      return bytes === null ? null : bytes / 1e3
    },
  },
  { label: 'Arithmetic', unit: 'GFLOP per token', value: (row) => billions(facts(row).flopPerToken) },
  { label: 'Layers', unit: '', value: ({ entry }) => entry.layers },
  { label: 'Model width', unit: '', value: ({ entry }) => entry.dModel },
  { label: 'Weights as released', unit: 'bits', value: ({ entry }) => nativeBits(entry).weight },
  { label: 'Vocabulary', unit: 'tokens', value: ({ entry }) => entry.vocab },
]

/** "6.74 B", "–". */
export const billionsText = (value: number | null): string =>
  value === null ? '–' : `${threeSignificant(value / 1e9)} B`
