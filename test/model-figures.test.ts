import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { isPaperModel, type ReleasedModel } from '../src/shared/catalog/model-entry.ts'
import { modelFacts, type Figure, type ModelFacts } from '../src/shared/catalog/model-facts.ts'
import { fineChange, grouped, threeSignificant } from '../src/shared/report/format.ts'

const SIXTEEN_BIT = { weightBytes: 2, activationBytes: 2 }
const CONTEXT_TOKENS = 8192

const rows = Object.values(BUILT_IN_CATALOG.models)
  .filter((entry): entry is ReleasedModel => !isPaperModel(entry))
  .map((entry) => {
    const contextTokens = Math.min(CONTEXT_TOKENS, entry.contextLength)
    return { entry, facts: modelFacts(entry, { rules: 'standard', precision: SIXTEEN_BIT, contextTokens }) }
  })

const billions = (params: number | null): string => (params === null ? '–' : threeSignificant(params / 1e9))
const figure = ({ derived, published, difference }: Figure): string[] => [
  billions(derived),
  billions(published),
  difference === null ? '–' : fineChange(difference),
]

const costs = ({ unsupported, kvBytesPerToken, flopPerToken, contextTokens }: ModelFacts): string[] =>
  unsupported !== null
    ? ['–', '–', `no equation for ${unsupported}`]
    : [grouped(kvBytesPerToken!), threeSignificant(flopPerToken! / 1e9), grouped(contextTokens)]

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const page = `# What each model comes to

Under the standard rules, with a cache of 16 bits, at a context of 8,192 tokens or the most a model has. What the columns mean
and why they differ is in [model-catalog.md](model-catalog.md). \`npx vitest run test/model-figures.test.ts -u\` writes this page.

${line(['Model', 'parameters, 10⁹', 'published', 'difference', 'active, 10⁹', 'published', 'difference', 'KV bytes per token', 'GFLOP per token', 'context'])}
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${rows.map(({ entry, facts }) => line([entry.name, ...figure(facts.totalParams), ...figure(facts.activeParams), ...costs(facts)])).join('\n')}
`

describe('the figures of the catalog’s models', () => {
  it('have a page in docs that is true', async () => {
    await expect(page).toMatchFileSnapshot('../docs/model-figures.md')
  })

  it('are within 2 % of the published totals, and active ones within 15 % but for two that leave out a vocabulary matrix', () => {
    const differences = rows.map(({ entry, facts }) => [entry.id, facts.activeParams.difference ?? 0] as const)
    const far = differences.filter(([, difference]) => Math.abs(difference) > 0.15)
    expect(far.map(([id]) => id)).toEqual(['qwen3-next-80b-a3b', 'gpt-oss-20b'])
    for (const { facts } of rows) expect(Math.abs(facts.totalParams.difference ?? 0)).toBeLessThan(0.02)
  })
})
