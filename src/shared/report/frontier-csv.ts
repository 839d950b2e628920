import { termColumn, termsOf } from '../search/binding.ts'
import type { FrontierPoints, PrefillColumn } from '../search/frontier-points.ts'
import { csv, type Cell } from './csv.ts'

interface Column {
  readonly title: string
  /** The rule set that has such a figure, where not every one has. */
  readonly only?: FrontierPoints['rules']
  /** null where a point has no such figure. */
  readonly cell: (points: FrontierPoints, index: number) => Cell
}

const paper = (
  read: (points: Extract<FrontierPoints, { rules: 'paper' }>, index: number) => Cell,
): Pick<Column, 'only' | 'cell'> => ({
  only: 'paper',
  cell: (points, i) => (points.rules === 'paper' ? read(points, i) : null),
})

const standard = (
  read: (points: Extract<FrontierPoints, { rules: 'standard' }>, index: number) => Cell,
): Pick<Column, 'only' | 'cell'> => ({
  only: 'standard',
  cell: (points, i) => (points.rules === 'standard' ? read(points, i) : null),
})

const prompts = (title: string, name: PrefillColumn): Column => ({
  title,
  ...standard((points, i) => points.prefill?.[name][i] ?? null),
})

const COLUMNS: readonly Column[] = [
  { title: 'speed (tokens/s per user)', cell: (points, i) => points.tokensPerSecond[i]! },
  { title: 'cost (USD per million tokens)', cell: (points, i) => points.usdPerMillionTokens[i]! },
  { title: 'GPUs', cell: (points, i) => points.gpus[i]! },
  { title: 'batch (sequences)', cell: (points, i) => points.batch[i]! },
  { title: 'MFU (share of 1)', cell: (points, i) => points.mfu[i]! },
  { title: 'latency (s per token)', cell: (points, i) => points.latencySeconds[i]! },
  { title: 'tensor split', ...paper((points, i) => (points.tensorDimensions[i] === 2 ? '2D' : '1D')) },
  { title: 'tensor parallel (GPUs)', cell: (points, i) => points.tensorParallel[i]! },
  { title: 'attention tensor parallel (GPUs)', ...paper((points, i) => points.attentionTensorParallel[i]!) },
  { title: 'feed-forward tensor parallel (GPUs)', ...paper((points, i) => points.feedForwardTensorParallel[i]!) },
  { title: 'data parallel (attention ranks)', ...standard((points, i) => points.dataParallel[i]!) },
  { title: 'expert parallel', cell: (points, i) => points.expertParallel[i]! },
  { title: 'pipeline stages', cell: (points, i) => points.pipelineStages[i]! },
  { title: 'attention scale-down', ...paper((points, i) => points.attentionScaleDown[i]!) },
  { title: 'weights (bytes per GPU)', cell: (points, i) => points.weightBytesPerGpu[i]! },
  { title: 'KV cache (bytes per GPU)', cell: (points, i) => points.cacheBytesPerGpu[i]! },
  { title: 'draft model (bytes per GPU)', ...standard((points, i) => points.draftBytesPerGpu[i]!) },
  { title: 'sequences that memory holds', ...standard((points, i) => points.mostSequences[i]!) },
  prompts('time to first token (s)', 'ttftSeconds'),
  prompts('GPUs for prompts', 'prefillGpus'),
  prompts('input (USD per million tokens)', 'usdPerMillionInput'),
  prompts('output (USD per million tokens)', 'usdPerMillionOutput'),
  prompts('blended (USD per million tokens)', 'usdPerMillionBlended'),
  { title: 'drafts (tokens per pass)', cell: (points, i) => points.drafts[i]! },
  { title: 'expected tokens per pass', cell: (points, i) => points.expectedTokens[i]! },
  { title: 'rule set', cell: (points) => points.rules },
]

/** A term's seconds in every rule set that has it. */
function termColumnsOf(rules: FrontierPoints['rules']): Column[] {
  const own = (points: FrontierPoints) => points.rules === rules
  return [
    ...termsOf(rules).map(({ id, label }): Column => ({
      title: `${label.toLowerCase()} (s per pass)`,
      cell: (points, i) => (own(points) ? termColumn(points, id)[i]! : null),
    })),
    ...termsOf(rules).map(({ id, label }): Column => ({
      title: `draft ${label.toLowerCase()} (s per draft)`,
      cell: (points, i) => (own(points) && points.drafts[i] !== 0 ? termColumn(points, id, 'draftTerms')[i]! : null),
    })),
  ]
}

/** Every column that points of these rule sets can fill, whether or not they do. */
export const pointColumns = (rules: readonly FrontierPoints['rules'][]): readonly Column[] => [
  ...COLUMNS.filter(({ only }) => only === undefined || rules.includes(only)),
  ...rules.flatMap(termColumnsOf),
]

/** Columns that at least one of the series fills; a rule set that none has leaves no trace. */
function columnsFor(series: readonly { readonly points: FrontierPoints }[]): Column[] {
  const rules = [...new Set(series.map(({ points }) => points.rules))]
  const filled = ({ cell }: Column) =>
    series.length === 0 || series.some(({ points }) => points.gpus.length > 0 && cell(points, 0) !== null)
  return [...COLUMNS.filter(filled), ...rules.flatMap(termColumnsOf)]
}

/** All frontier points of all series as CSV, fastest first, in full precision; units are in the header. */
export function frontiersCsv(series: readonly { readonly name: string; readonly points: FrontierPoints }[]): string {
  const columns = columnsFor(series)
  const rows = series.flatMap(({ name, points }) =>
    Array.from({ length: points.latencySeconds.length }, (_, i) => [
      name,
      ...columns.map((column) => column.cell(points, i)),
    ]),
  )
  return csv(['series', ...columns.map((column) => column.title)], rows)
}
