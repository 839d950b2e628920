/** Weights that reports and their pictures are set in. */
export const INTER_WEIGHTS = [400, 500, 600] as const

/** Parts of the typeface by what they hold, as its package (@fontsource/inter) parts them. */
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
} as const

export type InterWeight = (typeof INTER_WEIGHTS)[number]
export type InterPart = keyof typeof RANGES

export const INTER_PARTS = Object.keys(RANGES) as readonly InterPart[]

/**
 * A style sheet that embeds Inter in the weights of reports. The files are static: Skia writes those into a PDF as TrueType,
 * but glyph by glyph as Type 3 what it takes from a variable font.
 * @param urlOf a data: URL of a part in a weight
 */
export const interFaces = (urlOf: (part: InterPart, weight: InterWeight) => string): string =>
  INTER_PARTS.flatMap((part) =>
    INTER_WEIGHTS.map(
      (weight) =>
        `@font-face{font-family:Inter;font-weight:${weight};unicode-range:${RANGES[part]};src:url(${urlOf(part, weight)}) format('woff2')}`,
    ),
  ).join('')
