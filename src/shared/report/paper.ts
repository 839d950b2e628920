import type { ReportSettings } from './report-settings.ts'

/** A sheet in millimetres, as it is held. */
export interface Sheet {
  readonly widthMm: number
  readonly heightMm: number
}

/** Around the text, in millimetres; the running header and footer lie in them. */
export const PAGE_MARGINS_MM = { top: 20, side: 18, bottom: 18 } as const

const PAPERS = {
  a4: { widthMm: 210, heightMm: 297 },
  letter: { widthMm: 215.9, heightMm: 279.4 },
} as const satisfies Record<ReportSettings['paper'], Sheet>

export function sheetOf({ paper, orientation }: Pick<ReportSettings, 'paper' | 'orientation'>): Sheet {
  const { widthMm, heightMm } = PAPERS[paper]
  return orientation === 'portrait' ? { widthMm, heightMm } : { widthMm: heightMm, heightMm: widthMm }
}

const PIXELS_PER_MM = 96 / 25.4

/** Space for the text of a page in CSS pixels: what charts are drawn for. */
export const textBox = ({ widthMm, heightMm }: Sheet): { readonly width: number; readonly height: number } => ({
  width: Math.round((widthMm - 2 * PAGE_MARGINS_MM.side) * PIXELS_PER_MM),
  height: Math.round((heightMm - PAGE_MARGINS_MM.top - PAGE_MARGINS_MM.bottom) * PIXELS_PER_MM),
})
