import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { NEW_SERIES } from '../../../shared/scenario/scenario.ts'
import { formatSays, weightFormatOptions } from './weight-format-options.ts'

it('begins with the format the model was released in', () => {
  const [first, ...others] = weightFormatOptions({ ...NEW_SERIES, model: 'deepseek-v3' }, BUILT_IN_CATALOG)
  expect(first).toEqual({ id: 'released', label: 'as released (fp8)', note: 'native' })
  expect(others).toContainEqual({ id: 'nvfp4', label: 'nvfp4', note: 'emulated' })
})

it('says nothing of what the rules do not cover', () => {
  const paper = { ...NEW_SERIES, accelerator: 'paper/H100' }
  expect(weightFormatOptions(paper, BUILT_IN_CATALOG).every(({ note }) => note === '')).toBe(true)
  expect(formatSays(paper, BUILT_IN_CATALOG)).toBe('')
  expect(formatSays(NEW_SERIES, BUILT_IN_CATALOG)).toBe('Native on this chip.')
})
