import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileLines, type FileLine } from './file-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'paretoscope-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function linesOf(data: string | Uint8Array): Promise<FileLine[]> {
  const path = join(folder, 'lines')
  writeFileSync(path, data)
  const lines: FileLine[] = []
  for await (const line of fileLines(path)) lines.push(line)
  return lines
}

describe('lines of a file', () => {
  it.each([
    ['', []],
    ['a', [{ text: 'a', end: 1, ended: false }]],
    [
      'a\r\nb\n',
      [
        { text: 'a', end: 3, ended: true },
        { text: 'b', end: 5, ended: true },
      ],
    ],
    [
      '\n\r',
      [
        { text: '', end: 1, ended: true },
        { text: '\r', end: 2, ended: false },
      ],
    ],
    ['é€\n', [{ text: 'é€', end: 6, ended: true }]],
  ])('%j', async (text, expected) => {
    expect(await linesOf(text)).toEqual(expected)
  })

  it('are whole where they are longer than what is read at once', async () => {
    const texts = [70_000, 65_535, 65_536, 0, 200_000].map((length) => '€'.repeat(length))
    const lines = await linesOf(`${texts.join('\n')}\n`)
    expect(lines.map(({ text }) => text)).toEqual(texts)
    expect(lines.at(-1)!.end).toBe(texts.reduce((sum, { length }) => sum + 3 * length + 1, 0))
  })

  it('are refused where one is longer than any row', async () => {
    await expect(linesOf(new Uint8Array(17 * 1024 * 1024))).rejects.toThrow('has a line of more than 16777216 bytes')
  })

  it('of no file are an error in words', async () => {
    await expect(fileLines(join(folder, 'none')).next()).rejects.toThrow('cannot be read: does not exist')
  })
})
