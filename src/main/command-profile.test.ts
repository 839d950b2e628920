import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeCommandProfile, removeCommandProfile } from './command-profile.ts'

test('a command gets a folder of its own, and empty ones of earlier commands go', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'paretoscope-profile-'))
  try {
    mkdirSync(join(temporary, 'others'))
    const running = makeCommandProfile(temporary)
    writeFileSync(join(running, 'Preferences'), '{}')
    const ended = makeCommandProfile(temporary)
    const mine = makeCommandProfile(temporary)
    expect([running, ended, mine].map((folder) => existsSync(folder))).toEqual([true, false, true])
    removeCommandProfile(running)
    removeCommandProfile(mine)
    expect(readdirSync(temporary)).toEqual(['others'])
  } finally {
    rmSync(temporary, { recursive: true })
  }
})
