import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isWhole, someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { openDatabase } from './open-database.ts'
import { DamagedDatabaseError } from './storage-errors.ts'
import { openStorage } from './storage.ts'

const PAGE_BYTES = 4096
const SCENARIOS = 30

const open = (path: string) => openStorage({ path, now: () => 1, log: () => {} })

/** A closed database of some hundred pages, and its bytes. */
function realDatabase(): { path: string; bytes: Buffer } {
  const path = join(temporaryFolder(), 'data.sqlite')
  const storage = open(path)
  for (let number = 1; number <= SCENARIOS; number++) storage.scenarios.save(null, someScenario(number, 20_000))
  storage.close()
  return { path, bytes: readFileSync(path) }
}

/** What opening it shows: damage, found before the file is touched, or all that was saved. */
function outcome(path: string): 'damage' | 'all there' {
  const before = readFileSync(path)
  try {
    openDatabase({ path }).close()
  } catch (error) {
    expect(error).toBeInstanceOf(DamagedDatabaseError)
    expect(readFileSync(path).equals(before)).toBe(true)
    return 'damage'
  }
  const storage = open(path)
  try {
    const all = storage.scenarios.list().map(({ id }) => storage.scenarios.open(id))
    return all.length === SCENARIOS && all.every(isWhole) ? 'all there' : 'damage'
  } finally {
    storage.close()
  }
}

describe('a flipped page', () => {
  test('is found in every page where it breaks the structure, and the file left as it is', () => {
    const { path, bytes } = realDatabase()
    const pages = bytes.length / PAGE_BYTES
    expect(pages).toBeGreaterThan(200)
    let found = 0
    for (let page = 0; page < pages; page += 3) {
      const flipped = Buffer.from(bytes)
      // The page's head: its kind, its number of cells, or the number of the page that goes on.
      for (let at = 0; at < 16; at++) flipped[page * PAGE_BYTES + at]! ^= 0xff
      writeFileSync(path, flipped)
      if (outcome(path) === 'damage') found += 1
    }
    // Free pages hold nothing that could be lost.
    expect(found).toBeGreaterThan((pages / 3) * 0.95)
  })

  test('is found in the middle of a page of saved work', () => {
    const { path, bytes } = realDatabase()
    const flipped = Buffer.from(bytes)
    const name = '"name":"Save 7"'
    // SQLite leaves old copies of rows in pages: all of them.
    for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
      expect(at % PAGE_BYTES).toBeGreaterThan(100)
      for (let i = 0; i < 64; i++) flipped[at + i]! ^= 0xff
    }
    writeFileSync(path, flipped)
    expect(outcome(path)).toBe('damage')
  })
})

test('a truncated file is found wherever it was cut, and left as it is', () => {
  const { path, bytes } = realDatabase()
  for (const share of [0.1, 0.3, 0.5, 0.77, 0.9, 0.99]) {
    for (const length of [
      Math.floor((share * bytes.length) / PAGE_BYTES) * PAGE_BYTES,
      Math.floor(share * bytes.length),
    ]) {
      writeFileSync(path, bytes)
      truncateSync(path, length)
      expect([length, outcome(path)]).toEqual([length, 'damage'])
    }
  }
})

test('a damaged file whose last writes are still in the log stays as it is, and the log too', () => {
  const { path } = realDatabase()
  const storage = open(path)
  storage.scenarios.save(null, someScenario(SCENARIOS + 1))
  const crashed = join(temporaryFolder(), 'data.sqlite')
  for (const part of ['', '-wal', '-shm']) copyFileSync(path + part, crashed + part)
  storage.close()
  writeFileSync(crashed, readFileSync(crashed).fill(0xff, 50 * PAGE_BYTES, 60 * PAGE_BYTES))
  const files = () => [crashed, `${crashed}-wal`].map((file) => readFileSync(file))
  const before = files()
  expect(before[1]!.length).toBeGreaterThan(PAGE_BYTES)
  expect(() => openDatabase({ path: crashed })).toThrow(DamagedDatabaseError)
  expect(files()).toEqual(before)
})
