import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { mergeCatalogs } from '../src/shared/catalog/merge-catalogs.ts'
import { parseScenario } from '../src/shared/scenario/scenario-file.ts'
import { SCENARIO_VERSION } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'

const folder = resolve(import.meta.dirname, 'fixtures/scenario-versions')
const schema = resolve(import.meta.dirname, '../docs/scenario.schema.json')
const fixtureOf = (version: number): string => `v${version}.paretoscope.json`
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly additionalProperties?: SchemaNode | boolean
  readonly anyOf?: readonly SchemaNode[]
}

/** Every field that the schema of scenario files has, as "series[].prefill.mode". */
function fieldsOf(node: SchemaNode, at = ''): string[] {
  const { properties = {}, items, additionalProperties, anyOf = [] } = node
  return [
    ...anyOf.flatMap((one) => fieldsOf(one, at)),
    ...Object.entries(properties).flatMap(([name, inner]) => [`${at}.${name}`, ...fieldsOf(inner, `${at}.${name}`)]),
    ...(items === undefined ? [] : fieldsOf(items, `${at}[]`)),
    ...(typeof additionalProperties === 'object' ? fieldsOf(additionalProperties, `${at}.*`) : []),
  ]
}

/** Every field that a value has, in the same form; entries by their ids are all "*". */
function fieldsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsIn(one, `${at}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = ['.accelerators', '.models', '.constants'].includes(at) ? `${at}.*` : `${at}.${name}`
    return [path, ...fieldsIn(inner, path)]
  })
}

test('every version of scenario files that there was has one that is kept', () => {
  const versions = Array.from({ length: SCENARIO_VERSION }, (_, before) => fixtureOf(before + 1))
  expect(readdirSync(folder).toSorted()).toEqual(versions.toSorted())
})

test('that of the present version uses every field', () => {
  const used = new Set(fieldsIn(JSON.parse(textOf(fixtureOf(SCENARIO_VERSION)))))
  const fields = fieldsOf(JSON.parse(readFileSync(schema, 'utf8')) as SchemaNode)
  expect(fields.length).toBeGreaterThan(150)
  expect(fields.filter((field) => !used.has(field))).toEqual([])
})

test.each(readdirSync(folder))('%s is read, says its own version, and can be computed', (file) => {
  const json = JSON.parse(textOf(file)) as { version: number; name: string; series: { name: string }[] }
  expect(fixtureOf(json.version)).toBe(file)
  const scenario = parseScenario(textOf(file))
  expect(scenario.version).toBe(SCENARIO_VERSION)
  expect(scenario.name).toBe(json.name)
  expect(scenario.series.map(({ name }) => name)).toEqual(json.series.map(({ name }) => name))
  // Nothing of it is dropped or changed while its version is the present one.
  if (json.version === SCENARIO_VERSION) expect(scenario).toEqual(json)
  const catalog = mergeCatalogs(BUILT_IN_CATALOG, scenario)
  for (const [i, series] of scenario.series.entries())
    expect(() => searchSetup(series, catalog, `series[${i}]`)).not.toThrow()
})
