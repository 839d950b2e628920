import { LIGHT, type Palette } from './palette.ts'

interface SeriesColours {
  readonly title: string
  /** In the order of SERIES_COLOURS; each 3:1 against white at least. */
  readonly series: readonly string[]
}

/** Colours that the lines of a report can have. Line styles tell series apart whatever the colours are. */
export const REPORT_PALETTES = {
  usual: { title: 'As in the window', series: LIGHT.series },
  deep: { title: 'Deep', series: ['#1b4f8f', '#a33b00', '#00674a', '#8a2f6b', '#333b4a', '#7a5700'] },
  grey: { title: 'Greys', series: ['#000000', '#4d4d4d', '#7d7d7d', '#262626', '#666666', '#8c8c8c'] },
} as const satisfies Record<string, SeriesColours>

export type ReportPaletteId = keyof typeof REPORT_PALETTES

export const REPORT_PALETTE_IDS = Object.keys(REPORT_PALETTES) as [ReportPaletteId, ...ReportPaletteId[]]

/** The light palette with a house's accent and the chosen colours of lines. */
export const reportPalette = (id: ReportPaletteId, accent: string | null): Palette => ({
  ...LIGHT,
  accent: accent ?? LIGHT.accent,
  series: REPORT_PALETTES[id].series,
})
