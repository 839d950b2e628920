import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { acceleratorQuery } from './accelerator-query.ts'

const query = (id: string, tensor: number) => acceleratorQuery(id, BUILT_IN_CATALOG.accelerators[id]!, tensor)

it.each([
  ['h100-sxm', 'hopper'],
  ['a100-sxm-40gb', 'ampere'],
  ['gb200-nvl72', 'blackwell'],
  ['mi355x', 'cdna'],
  ['gaudi3', null],
  ['v100-sxm-16gb', null],
  ['tpu-v5p', null],
  ['groq-3-lpu', null],
  ['paper/H100', null],
])('the constants for %s are those of %s', (id, generation) => expect(query(id, 1).generation).toBe(generation))

it.each([
  ['h100-sxm', 8, false],
  ['h100-sxm', 16, true],
  ['gb200-nvl72', 64, false],
  ['l40s', 1, false],
  ['l40s', 2, true],
  ['h100-nvl', 2, false],
])('%s with tensor degree %d crosses domains: %s', (id, tensor, crosses) =>
  expect(query(id, tensor).tensorAcrossDomains).toBe(crosses),
)
