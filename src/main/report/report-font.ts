import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'

/** The report's typeface as a style sheet that embeds it. */
export const reportFontCss = (): string =>
  `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${inter}) format('woff2-variations')}`
