import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { interFaces } from '../report/inter-faces.ts'

/** What report-font.ts embeds, read from the package: plain Node has no bundler that would have done so. */
export function fontFromPackages(): string {
  const { resolve } = createRequire(import.meta.url)
  return interFaces((part, weight) => {
    const file = readFileSync(resolve(`@fontsource/inter/files/inter-${part}-${weight}-normal.woff2`))
    return `data:font/woff2;base64,${file.toString('base64')}`
  })
}
