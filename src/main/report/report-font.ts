import greek400 from '@fontsource/inter/files/inter-greek-400-normal.woff2?inline'
import greek500 from '@fontsource/inter/files/inter-greek-500-normal.woff2?inline'
import greek600 from '@fontsource/inter/files/inter-greek-600-normal.woff2?inline'
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline'
import latin500 from '@fontsource/inter/files/inter-latin-500-normal.woff2?inline'
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline'
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline'
import latinExt500 from '@fontsource/inter/files/inter-latin-ext-500-normal.woff2?inline'
import latinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline'
import { interFaces, type InterPart, type InterWeight } from './inter-faces.ts'

const FILES: Readonly<Record<InterPart, Readonly<Record<InterWeight, string>>>> = {
  latin: { 400: latin400, 500: latin500, 600: latin600 },
  'latin-ext': { 400: latinExt400, 500: latinExt500, 600: latinExt600 },
  greek: { 400: greek400, 500: greek500, 600: greek600 },
}

/** The report's typeface as a style sheet that embeds it. */
export const reportFontCss = (): string => interFaces((part, weight) => FILES[part][weight])
