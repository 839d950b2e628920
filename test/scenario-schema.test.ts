import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import {
  acceleratorEntrySchema,
  paperAcceleratorSchema,
  vendorAcceleratorSchema,
} from '../src/shared/catalog/accelerator-entry.ts'
import { modelEntrySchema, paperModelSchema, releasedModelSchema } from '../src/shared/catalog/model-entry.ts'
import { scenarioSchema } from '../src/shared/scenario/scenario.ts'

const options = { typeMode: 'input', errorMode: 'ignore', target: 'draft-2020-12' } as const

/** The scenario's parser as a JSON Schema; entries are of either of two forms, which the parser tells apart by a field. */
function scenarioJsonSchema(): object {
  const either = new Map<unknown, object>([
    [
      acceleratorEntrySchema,
      { anyOf: [toJsonSchema(paperAcceleratorSchema, options), toJsonSchema(vendorAcceleratorSchema, options)] },
    ],
    [
      modelEntrySchema,
      { anyOf: [toJsonSchema(paperModelSchema, options), toJsonSchema(releasedModelSchema, options)] },
    ],
  ])
  return {
    ...toJsonSchema(scenarioSchema, {
      ...options,
      overrideSchema: ({ valibotSchema }) => either.get(valibotSchema),
    }),
    title: 'Paretoscope scenario, version 1',
  }
}

test('docs/scenario.schema.json is the parser of scenario files; after a change: vitest run test/scenario-schema.test.ts -u', async () => {
  await expect(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../docs/scenario.schema.json')
})
