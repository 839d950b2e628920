import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { fontFromPackages } from '../cli/font-from-packages.ts'
import { INTER_PARTS, INTER_WEIGHTS } from './inter-faces.ts'
import { reportStyle } from './report-style.ts'
import { LIGHT } from '../../shared/report/palette.ts'

const css = fontFromPackages()

test('every part is there in every weight, for the letters that its package says', () => {
  const faces = css.match(/@font-face\{[^}]*\}/g)!
  expect(faces).toHaveLength(INTER_PARTS.length * INTER_WEIGHTS.length)
  const { resolve } = createRequire(import.meta.url)
  for (const weight of INTER_WEIGHTS) {
    const said = readFileSync(resolve(`@fontsource/inter/${weight}.css`), 'utf8')
    for (const part of INTER_PARTS) {
      const [, range] = new RegExp(`inter-${part}-${weight}-normal \\*/[^}]*unicode-range: ([^;]+);`).exec(said)!
      expect(faces.filter((face) => face.includes(`font-weight:${weight};unicode-range:${range};`))).toHaveLength(1)
    }
  }
})

test('a report asks for no weight that is not there', () => {
  const style = reportStyle({ widthMm: 210, heightMm: 297 }, LIGHT)
  const asked = [...style.matchAll(/font-weight: (\d+)/g)].map(([, weight]) => Number(weight))
  expect(asked.length).toBeGreaterThan(5)
  for (const weight of asked) expect(INTER_WEIGHTS).toContain(weight)
})
