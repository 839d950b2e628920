import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { USUAL_REPORT } from '../../shared/report/report-settings.ts'
import { openStorage, type Storage } from './storage.ts'

let folder: string
let storage: Storage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-templates-'))
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => 1, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const letter = { ...USUAL_REPORT, paper: 'letter' } as const

it('keeps settings under names, by name', () => {
  const { templates } = storage
  const house = templates.save(null, 'House', letter)
  templates.save(null, 'Board', USUAL_REPORT)
  expect(templates.list().map(({ name, settings }) => [name, settings.paper])).toEqual([
    ['Board', 'a4'],
    ['House', 'letter'],
  ])
  expect(templates.save(house.id, 'House', USUAL_REPORT)).toEqual({
    id: house.id,
    name: 'House',
    settings: USUAL_REPORT,
  })
  expect(templates.rename(house.id, 'Short').name).toBe('Short')
  templates.delete(house.id)
  expect(templates.list().map(({ name }) => name)).toEqual(['Board'])
})

it('refuses a name that another has, and templates that are gone', () => {
  const { templates } = storage
  const one = templates.save(null, 'One', letter)
  const two = templates.save(null, 'Two', letter)
  expect(() => templates.save(null, 'One', letter)).toThrow(
    'name: "One" is the name of another template; choose another',
  )
  expect(() => templates.rename(two.id, 'One')).toThrow('is the name of another template')
  expect(templates.rename(one.id, 'One').name).toBe('One')
  templates.delete(one.id)
  for (const gone of [
    () => templates.delete(one.id),
    () => templates.rename(one.id, 'x'),
    () => templates.save(one.id, 'x', letter),
  ])
    expect(gone).toThrow(`there is no report template ${one.id}`)
})
