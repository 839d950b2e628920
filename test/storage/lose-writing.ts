// Runs on a small disk of its own: makes it read-only between two starts of the app's storage, and prints what happens.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStorage } from '../../src/main/storage/storage.ts'
import { someScenario } from './some-scenario.ts'

const folder = process.argv[2]!
const path = join(folder, 'data.sqlite')
const open = () => openStorage({ path, now: Date.now, log: (line) => console.error(line) })
const remount = (as: 'ro' | 'rw') => {
  if (spawnSync('mount', ['-o', `remount,${as}`, folder]).status !== 0) throw new Error(`cannot be remounted ${as}`)
}

const first = open()
const { id } = first.scenarios.save(null, someScenario(1))
first.close()
const before = readFileSync(path)

remount('ro')
let atStart = 'nothing'
try {
  open()
} catch (error) {
  atStart = String(error)
}
remount('rw')
const untouched = readFileSync(path).equals(before)
const again = open()
const { name } = again.scenarios.open(id)
again.close()
process.stdout.write(JSON.stringify({ atStart, untouched, name }))
