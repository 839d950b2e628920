import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const INTER = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

/** What report-font.ts embeds, read from the package: plain Node has no bundler that would have done so. */
export async function fontFromPackages(): Promise<string> {
  const font = await readFile(createRequire(import.meta.url).resolve(INTER))
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,${font.toString('base64')}) format('woff2-variations')}`
}
