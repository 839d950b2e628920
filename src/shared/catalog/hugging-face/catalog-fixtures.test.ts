import { describe, expect, it } from 'vitest'
import { huggingFaceFixtures } from '../../../../test/fixtures/hugging-face-fixtures.ts'
import { totalParams } from '../../model/architecture.ts'
import { BUILT_IN_CATALOG } from '../builtin.ts'
import { toArchitecture, unsupportedPart } from '../model-architecture.ts'
import type { ReleasedModel } from '../model-entry.ts'
import { completeImport } from './complete-import.ts'
import { readConfig } from './read-config.ts'

const fixtures = huggingFaceFixtures().flatMap((fixture) => fixture.catalog.map((id) => ({ ...fixture, id })))
const entryOf = (id: string): ReleasedModel => BUILT_IN_CATALOG.models[id] as ReleasedModel

const imported = (config: unknown, entry: ReleasedModel): ReleasedModel => {
  const identity = { id: 'own', name: 'Own', org: 'Us', released: '2026-01-01', source: 'config.json' }
  const { totalParams: total, activeParams } = entry
  const completed = completeImport(readConfig(config), {}, { ...identity, totalParams: total, activeParams })
  if (!('entry' in completed)) throw new Error(JSON.stringify(completed))
  return completed.entry
}

const IDENTITY = ['id', 'name', 'org', 'released', 'confidence', 'notes', 'sources', 'derived', 'totalParamsKind']
const WORDS = new Set(['pattern', 'denseLayerPattern'])

/** All that describes the architecture: neither what the model is called nor orders of layers in words. */
const architectureOf = (entry: ReleasedModel): unknown =>
  JSON.parse(
    JSON.stringify(entry, (key, value: unknown) => (WORDS.has(key) ? value !== null : value)),
    (key, value: unknown) => (IDENTITY.includes(key) ? undefined : value),
  )

describe('a config.json of a catalog model', () => {
  it.each(fixtures)(
    '$id reads as its catalog entry, but for the differences that are noted',
    ({ id, config, differs }) => {
      const own = imported(config, entryOf(id))
      const entry = entryOf(id)
      for (const field of Object.keys(differs)) expect(own[field as 'layers']).not.toEqual(entry[field as 'layers'])
      const noted = Object.fromEntries(Object.keys(differs).map((field) => [field, entry[field as 'layers']]))
      expect(architectureOf({ ...own, ...noted })).toEqual(architectureOf(entry))
    },
  )

  it.each(fixtures)('$id is understood without a problem, and nothing in it is passed over', ({ config }) => {
    const preview = readConfig(config)
    expect(preview.family).not.toBeNull()
    expect([preview.problems, preview.notUnderstood]).toEqual([[], []])
  })

  it.each(fixtures.filter(({ id }) => unsupportedPart(entryOf(id), 'standard') === null))(
    '$id comes to the published parameters within 2 %',
    ({ id, config }) => {
      const own = imported(config, entryOf(id))
      const derived = totalParams(toArchitecture(own, 'standard'))
      expect(derived).toBe(totalParams(toArchitecture(entryOf(id), 'standard')))
      expect(Math.abs(derived / entryOf(id).totalParams - 1)).toBeLessThan(0.02)
    },
  )

  it('covers all but the entries that have no config.json, or one in a form that is not read by name', () => {
    const covered = new Set(fixtures.map(({ id }) => id))
    const left = Object.keys(BUILT_IN_CATALOG.models).filter((id) => !id.startsWith('paper/') && !covered.has(id))
    expect(left).toEqual([
      'gpt3-175b',
      'palm-540b',
      'deepseek-v4-flash',
      'deepseek-v4-pro',
      'kimi-k3',
      'minimax-m3',
      'mimo-v2-flash',
      'llama-3.3-nemotron-super-49b',
    ])
  })
})
