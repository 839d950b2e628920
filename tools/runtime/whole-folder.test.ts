import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { makeWhole } from './whole-folder.ts'

describe('makeWhole', () => {
  it('shows the folder only when it is filled', async () => {
    const target = join(temporaryFolder(), 'electron')
    await makeWhole(target, async (unfinished) => {
      writeFileSync(join(unfinished, 'file'), 'text')
      expect(existsSync(target)).toBe(false)
    })
    expect(readdirSync(target)).toEqual(['file'])
  })

  it('leaves nothing behind when filling fails', async () => {
    const parent = temporaryFolder()
    const failing = makeWhole(join(parent, 'electron'), async (unfinished) => {
      writeFileSync(join(unfinished, 'file'), 'half')
      throw new Error('disk full')
    })
    await expect(failing).rejects.toThrow('disk full')
    expect(readdirSync(parent)).toEqual([])
  })

  it('removes what a killed run left, and nothing else', async () => {
    const parent = temporaryFolder()
    mkdirSync(join(parent, 'unfinished-electron-4242', 'zip'), { recursive: true })
    mkdirSync(join(parent, 'unfinished-other-4242'))
    await makeWhole(join(parent, 'electron'), async () => {})
    expect(readdirSync(parent).sort()).toEqual(['electron', 'unfinished-other-4242'])
  })
})
