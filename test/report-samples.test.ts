import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatScenario, parseScenario } from '../src/shared/scenario/scenario-file.ts'

const repository = resolve(import.meta.dirname, '..')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const output = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' })

const SAMPLES = [
  { name: 'which-gpu', pages: [4, 6], size: /A4/, author: 'Inference platform team', says: 'Prepared for the board' },
  { name: 'precision', pages: [5, 8], size: /792 x 612 pts \(letter\)/, author: 'Paretoscope', says: 'Side by side' },
  {
    name: 'chat-with-limits',
    pages: [4, 8],
    size: /612 x 792 pts \(letter\)/,
    author: 'Paretoscope',
    says: 'tokens in',
  },
] as const

describe.skipIf(!hasPoppler)('docs/samples (skipped without pdftotext, of poppler-utils)', () => {
  it.each(SAMPLES)('$name is a whole report of its example', ({ name, pages, size, author, says }) => {
    const pdf = resolve(repository, 'docs/samples', `${name}.pdf`)
    const text = output('pdftotext', '-layout', pdf, '-')
    for (const heading of [
      'Cost against speed',
      'Cost at speeds',
      'Series and their inputs',
      'How to repeat this',
      says,
    ])
      expect(text).toContain(heading)
    expect(text).not.toMatch(/\b(NaN|undefined)\b/)
    // Made of the example as it is now; else: npm run samples.
    const scenario = parseScenario(readFileSync(resolve(repository, 'examples', `${name}.paretoscope.json`), 'utf8'))
    expect(text).toContain(createHash('sha256').update(formatScenario(scenario)).digest('hex'))

    const facts = output('pdfinfo', pdf)
    expect(facts).toMatch(/Tagged:\s+yes/)
    expect(facts).toMatch(size)
    expect(facts).toMatch(new RegExp(`Author:\\s+${author}`))
    const count = Number(/Pages:\s+(\d+)/.exec(facts)![1])
    expect(count).toBeGreaterThanOrEqual(pages[0])
    expect(count).toBeLessThanOrEqual(pages[1])
    expect(text.match(new RegExp(`\\d+ ?/ ?${count}\\s`, 'g'))).toHaveLength(count)

    const fonts = output('pdffonts', pdf).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font.slice(72)).toMatch(/^\s*yes /)
    // A variable font would come as Type 3: hundreds of small fonts that print and copy badly.
    for (const font of fonts) expect(font).toContain('TrueType')
    for (const weight of ['Regular', 'Medium', 'SemiBold'])
      expect(fonts.filter((font) => font.includes(`Inter-${weight}`))).not.toEqual([])
  })
})
