import { DARK, LIGHT, type Palette } from '../../shared/report/palette.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .flatMap(([name, value]: [string, string | readonly string[] | Palette['terms']]) => {
      if (typeof value === 'string') return [`--${kebab(name)}: ${value};`]
      const named: [string, string][] = Array.isArray(value)
        ? value.map((colour: string, i) => [String(i + 1), colour])
        : Object.entries(value)
      return named.map(([key, colour]) => `--${name}-${kebab(key)}: ${colour};`)
    })
    .join('')
}

/** Gives the style sheets the palette's colours as custom properties, one set for each colour scheme. */
export function applyPalette(document: Document): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:root{${declarations(LIGHT)}} @media (prefers-color-scheme: dark){:root{${declarations(DARK)}}}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
