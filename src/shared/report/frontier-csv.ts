import { TERMS } from '../model/terms.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { csv, type Cell } from './csv.ts'

interface Column {
  readonly title: string
  readonly cell: (points: FrontierPoints, index: number) => Cell
}

const ofDraft = (points: FrontierPoints, index: number, value: number): Cell =>
  points.drafts[index] === 0 ? null : value

const COLUMNS: readonly Column[] = [
  { title: 'speed (tokens/s per user)', cell: (points, i) => points.tokensPerSecond[i]! },
  { title: 'cost (USD per million tokens)', cell: (points, i) => points.usdPerMillionTokens[i]! },
  { title: 'GPUs', cell: (points, i) => points.gpus[i]! },
  { title: 'batch (sequences)', cell: (points, i) => points.batch[i]! },
  { title: 'MFU (share of 1)', cell: (points, i) => points.mfu[i]! },
  { title: 'latency (s per token)', cell: (points, i) => points.latencySeconds[i]! },
  { title: 'tensor split', cell: (points, i) => (points.tensorDimensions[i] === 2 ? '2D' : '1D') },
  { title: 'tensor parallel (GPUs)', cell: (points, i) => points.tensorParallel[i]! },
  { title: 'attention tensor parallel (GPUs)', cell: (points, i) => points.attentionTensorParallel[i]! },
  { title: 'feed-forward tensor parallel (GPUs)', cell: (points, i) => points.feedForwardTensorParallel[i]! },
  { title: 'expert parallel (GPUs)', cell: (points, i) => points.expertParallel[i]! },
  { title: 'pipeline stages', cell: (points, i) => points.pipelineStages[i]! },
  { title: 'attention scale-down', cell: (points, i) => points.attentionScaleDown[i]! },
  { title: 'weights (bytes per GPU)', cell: (points, i) => points.weightBytesPerGpu[i]! },
  { title: 'KV cache (bytes per GPU)', cell: (points, i) => points.cacheBytesPerGpu[i]! },
  ...TERMS.map(({ id, label }): Column => ({
    title: `${label.toLowerCase()} (s per pass)`,
    cell: (points, i) => points.terms[id][i]!,
  })),
  { title: 'drafts (tokens per pass)', cell: (points, i) => points.drafts[i]! },
  { title: 'expected tokens per pass', cell: (points, i) => points.expectedTokens[i]! },
  ...TERMS.map(({ id, label }): Column => ({
    title: `draft ${label.toLowerCase()} (s per draft)`,
    cell: (points, i) => ofDraft(points, i, points.draftTerms[id][i]!),
  })),
]

/** All frontier points of all series as CSV, fastest first, in full precision; units are in the header. */
export function frontiersCsv(series: readonly { readonly name: string; readonly points: FrontierPoints }[]): string {
  const rows = series.flatMap(({ name, points }) =>
    Array.from({ length: points.latencySeconds.length }, (_, i) => [
      name,
      ...COLUMNS.map((column) => column.cell(points, i)),
    ]),
  )
  return csv(['series', ...COLUMNS.map((column) => column.title)], rows)
}
