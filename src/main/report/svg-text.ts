import { escapeHtml } from './escape-html.ts'

/** Characters that XML 1.0 cannot hold, not even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as it may stand in an SVG. */
export const svgSafe = (text: string): string => escapeHtml(text.replaceAll(NOT_XML, ''))

/** Mean width of Inter's letters, in ems; wide enough that estimates are rather too long. */
const MEAN_LETTER = 0.56

/** Pixels that a text takes, about. */
export const textWidth = (text: string, size: number): number => Array.from(text).length * size * MEAN_LETTER

/** A text that fits, its end left out where it must be. */
export function shortened(text: string, size: number, width: number): string {
  const most = Math.max(1, Math.floor(width / (size * MEAN_LETTER)))
  const letters = Array.from(text)
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** Lines of a text, none longer than a width; a word longer than that has a line of its own. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export interface TextLook {
  readonly size: number
  readonly colour: string
  readonly weight?: number
}

/** A line of text that begins at a place of its base line. */
export const svgText = (x: number, y: number, text: string, { size, colour, weight = 400 }: TextLook): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${svgSafe(text)}</text>`
