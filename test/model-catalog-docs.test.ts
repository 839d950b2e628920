import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../src/shared/catalog/hugging-face/families.ts'
import { huggingFaceFixtures } from './fixtures/hugging-face-fixtures.ts'

const page = readFileSync(new URL('../docs/model-catalog.md', import.meta.url), 'utf8')

describe('docs/model-catalog.md', () => {
  it.each(FAMILIES.map(({ name, modelTypes }) => [name, modelTypes[0]!]))('tells how %s is read', (_, modelType) => {
    expect(page).toContain(`\`${modelType}\``)
  })

  it('counts the files that stand for models', () => {
    const fixtures = huggingFaceFixtures()
    const copies = fixtures.filter(({ source }) => !source.startsWith('Written from'))
    const models = fixtures.flatMap(({ catalog }) => catalog)
    expect(page).toContain(`${fixtures.length} files in`)
    expect(page).toContain(`stand for ${models.length} of the 68 models. ${copies.length} of them are copies`)
  })
})
