import type { AnyTermId } from '../search/binding.ts'
import { lookAt, type SeriesLook } from '../scenario/look.ts'
import { LINE_STYLES, SERIES_COLOURS } from '../scenario/presentation-fields.ts'

/** Colours of the window, the charts and the report. Contrast: 4.5:1 for text, 3:1 for lines that carry meaning. */
export interface Palette {
  readonly canvas: string
  readonly surface: string
  readonly sunken: string
  readonly line: string
  readonly lineStrong: string
  readonly text: string
  readonly textSecondary: string
  readonly textTertiary: string
  readonly accent: string
  readonly accentSoft: string
  readonly onAccent: string
  readonly better: string
  readonly worse: string
  /** In the order of SERIES_COLOURS. */
  readonly series: readonly string[]
  /** By part of a pass's time; like parts of the two rule sets share a colour. */
  readonly terms: Readonly<Record<AnyTermId, string>>
}

/** Colours of launches and kernels, latencies, transfers, memory, arithmetic, pipeline hops, host and prompts. */
const termColours = (
  kernels: string,
  latency: string,
  transfer: string,
  memory: string,
  arithmetic: string,
  pipeline: string,
  host: string,
  prefill: string,
): Palette['terms'] => ({
  kernelLaunch: kernels,
  kernels,
  networkLatency: latency,
  allReduce: latency,
  networkBandwidth: transfer,
  allToAll: transfer,
  memory,
  arithmetic,
  pipeline,
  host,
  prefill,
})

export const LIGHT: Palette = {
  canvas: '#f4f5f7',
  surface: '#ffffff',
  sunken: '#f9fafb',
  line: '#e2e5ea',
  lineStrong: '#cfd4dc',
  text: '#14181f',
  textSecondary: '#566072',
  textTertiary: '#697384',
  accent: '#2457d6',
  accentSoft: '#e8eefc',
  onAccent: '#ffffff',
  better: '#0b7a55',
  worse: '#b3400f',
  series: ['#0072b2', '#d55e00', '#009e73', '#b8508f', '#4a5568', '#b07d00'],
  terms: termColours('#8b94a4', '#7a5bc0', '#c0548c', '#1f8a84', '#d0801a', '#4a78c8', '#5f6b7c', '#a34a3f'),
}

export const DARK: Palette = {
  canvas: '#0e1116',
  surface: '#161a21',
  sunken: '#12161c',
  line: '#262c36',
  lineStrong: '#38404d',
  text: '#e9edf3',
  textSecondary: '#9aa5b6',
  textTertiary: '#8793a5',
  accent: '#7aa2ff',
  accentSoft: '#1b2742',
  onAccent: '#0b1020',
  better: '#4cc38a',
  worse: '#f0905a',
  series: ['#56a9e8', '#f08a4b', '#3cc79b', '#e58cc0', '#aab4c4', '#e2b93b'],
  terms: termColours('#76808f', '#a58be8', '#e07fb0', '#4fbdb5', '#f0ab4b', '#7fb0ff', '#9aa8bb', '#e58576'),
}

/** Dashes in the order of LINE_STYLES, so that no line is told by colour alone; lengths in pixels, none = solid. */
const DASHES: readonly (readonly number[])[] = [[], [14, 4], [6, 3], [2, 3], [8, 3, 2, 3], [14, 3, 2, 3, 2, 3]]

export interface SeriesStyle {
  readonly colour: string
  readonly dash: readonly number[]
}

/** Look of the n-th series in a palette. */
export function seriesStyle(palette: Palette, index: number, look: SeriesLook = {}): SeriesStyle {
  const { colour, dash } = lookAt(index, look)
  return { colour: palette.series[SERIES_COLOURS.indexOf(colour)]!, dash: DASHES[LINE_STYLES.indexOf(dash)]! }
}
