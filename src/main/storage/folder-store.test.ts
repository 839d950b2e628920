import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InputError } from '../../shared/scenario/input-error.ts'
import { newScenario, NEW_SERIES } from '../../shared/scenario/scenario.ts'
import { openStorage, type Storage } from './storage.ts'

let folder: string
let storage: Storage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-folders-'))
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => 1, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

test('a folder goes away, its contents to where it was, and all comes back', () => {
  const { folders } = storage.library
  const outer = folders.create('Outer', null)
  const inner = folders.create('Inner', outer.id)
  const leaf = folders.create('Leaf', inner.id)
  const { id } = storage.scenarios.save(null, newScenario('s', [NEW_SERIES]))
  storage.library.move([{ folder: inner.id, ids: [id] }])
  const before = folders.list()
  const removed = folders.remove(inner.id)
  expect(removed).toEqual({ folder: inner, folders: [leaf.id], scenarios: [id] })
  expect(folders.list()).toEqual([{ ...leaf, parent: outer.id }, outer])
  expect(storage.library.rows([id])[0]!.folder).toBe(outer.id)
  folders.restore(removed)
  expect([folders.list(), storage.library.rows([id])[0]!.folder]).toEqual([before, inner.id])
  expect(() => folders.restore(removed)).toThrow('is there already')
})

test.each([
  ['itself', (id: number) => id],
  ['a folder in it', (_: number, child: number) => child],
])('a folder cannot be moved into %s', (_, into) => {
  const { folders } = storage.library
  const outer = folders.create('Outer', null)
  const child = folders.create('Child', outer.id)
  expect(() => folders.move(outer.id, into(outer.id, child.id))).toThrow('cannot be inside itself')
  expect(() => folders.move(99, null)).toThrow(InputError)
  expect(() => folders.create('x', 99)).toThrow(InputError)
  expect(() => folders.rename(99, 'x')).toThrow(InputError)
})

const step = fc.record({
  what: fc.constantFrom('create', 'move', 'remove', 'undo', 'place', 'save'),
  a: fc.nat(12),
  b: fc.nat(12),
})

test('whatever is done to the tree, no folder is inside itself and no scenario is lost', () => {
  const { folders } = storage.library
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const scenarios = [storage.scenarios.save(null, newScenario('s', [NEW_SERIES])).id]
      const removed: ReturnType<typeof folders.remove>[] = []
      const pick = (n: number): number | null => folders.list()[n]?.id ?? null
      for (const { what, a, b } of steps) {
        const [one, other] = [pick(a), pick(b)]
        try {
          if (what === 'create') folders.create(`${a}`, other)
          else if (what === 'move' && one !== null) folders.move(one, other)
          else if (what === 'remove' && one !== null) removed.push(folders.remove(one))
          else if (what === 'undo' && removed.length > 0) folders.restore(removed.pop()!)
          else if (what === 'place') storage.library.move([{ folder: other, ids: scenarios }])
          else if (what === 'save') scenarios.push(storage.scenarios.save(null, newScenario('t', [NEW_SERIES])).id)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }
      const parents = new Map(folders.list().map(({ id, parent }) => [id, parent]))
      for (const id of parents.keys()) {
        const above: (number | null)[] = [id]
        while (above.at(-1) !== null) {
          expect(above.length).toBeLessThanOrEqual(parents.size)
          expect(parents.has(above.at(-1)!)).toBe(true)
          above.push(parents.get(above.at(-1)!)!)
        }
      }
      const rows = storage.library.rows(scenarios)
      expect(rows).toHaveLength(scenarios.length)
      for (const row of rows) expect(row.folder === null || parents.has(row.folder)).toBe(true)
      for (const id of parents.keys()) folders.remove(id)
      expect(folders.list()).toEqual([])
    }),
    { numRuns: 40 },
  )
})
