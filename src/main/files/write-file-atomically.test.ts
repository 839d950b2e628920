import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import * as promises from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InputError } from '../../shared/scenario/input-error.ts'
import { writeFileAtomically, type AtomicFileSystem } from './write-file-atomically.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-write-'))
  path = join(folder, 'out.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const failing = (what: 'open' | 'rename' | 'write' | 'sync', code: string): AtomicFileSystem => {
  const fail = () => Promise.reject(Object.assign(new Error(`${code}: made up`), { code }))
  if (what === 'open' || what === 'rename') return { ...promises, [what]: fail }
  return {
    ...promises,
    open: async (...parts: Parameters<typeof promises.open>) => {
      const file = await promises.open(...parts)
      file[what === 'write' ? 'writeFile' : 'sync'] = fail
      return file
    },
  }
}

test('writes a new file and leaves nothing else', async () => {
  await writeFileAtomically(path, 'text', { force: false })
  expect(readFileSync(path, 'utf8')).toBe('text')
  await writeFileAtomically(path, Uint8Array.from([1, 2]), { force: true })
  expect([...readFileSync(path)]).toEqual([1, 2])
  expect(readdirSync(folder)).toEqual(['out.json'])
})

test('replaces nothing unless forced', async () => {
  writeFileSync(path, 'old')
  const writing = writeFileAtomically(path, 'new', { force: false })
  await expect(writing).rejects.toBeInstanceOf(InputError)
  await expect(writing).rejects.toThrow('already exists; use --force to replace it')
  expect(readFileSync(path, 'utf8')).toBe('old')
})

describe('a failure leaves the old file as it was, and nothing beside it', () => {
  test.each([
    ['open', 'EACCES', 'cannot be written: no permission'],
    ['write', 'ENOSPC', 'cannot be written: no space is left'],
    ['sync', 'EIO', 'EIO: made up'],
    ['rename', 'EPERM', 'cannot be written: no permission'],
  ] as const)('at %s with %s', async (what, code, message) => {
    writeFileSync(path, 'old')
    await expect(writeFileAtomically(path, 'new', { force: true, fs: failing(what, code) })).rejects.toThrow(message)
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.json'])
  })
})

test('says what is wrong with the place', async () => {
  await expect(writeFileAtomically(join(folder, 'no', 'out.json'), 'x', { force: true })).rejects.toThrow(
    /does not exist/,
  )
  mkdirSync(path)
  await expect(writeFileAtomically(path, 'x', { force: true })).rejects.toThrow(/is a folder/)
  expect(readdirSync(folder)).toEqual(['out.json'])
})

test.skipIf(process.platform === 'win32')('keeps permissions, and writes through links', async () => {
  writeFileSync(path, 'old')
  chmodSync(path, 0o640)
  const link = join(folder, 'link.json')
  symlinkSync('out.json', link)
  await writeFileAtomically(link, 'new', { force: true })
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o640)
})
