// Runs on a small disk of its own: fills it while the app's storage is open, and prints what became of the work.
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder } from '../../src/main/storage/backup-files.ts'
import { openStorage, type Storage } from '../../src/main/storage/storage.ts'
import { isWhole, someScenario } from './some-scenario.ts'

const folder = process.argv[2]!
const path = join(folder, 'data.sqlite')
const ballast = join(folder, 'ballast')
const logged: string[] = []
const open = () => openStorage({ path, now: Date.now, log: (line) => logged.push(line) })

function fill(): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize))
}

/** How it fails: the kind of the error and its words. */
function failureOf(work: () => unknown): string {
  try {
    work()
    return 'nothing'
  } catch (error) {
    return String(error)
  }
}

const saved = new Map<number, number>()
let number = 0
function save(storage: Storage): void {
  number += 1
  saved.set(storage.scenarios.save(null, someScenario(number, 50_000)).id, number)
}
const allThere = (storage: Storage): boolean =>
  storage.scenarios.list().length === saved.size &&
  [...saved].every(
    ([id, of]) => storage.scenarios.open(id).name === `Save ${of}` && isWhole(storage.scenarios.open(id)),
  )

let storage = open()
save(storage)
fill()
const whileFull = failureOf(() => {
  for (let i = 0; i < 500; i++) save(storage)
})
const readableWhileFull = allThere(storage)
await storage.dailyBackups.run()
const unfinished = readdirSync(backupFolder(path))
rmSync(ballast)
save(storage)
await storage.dailyBackups.run()
storage.close()

fill()
const atStart = failureOf(open)
rmSync(ballast)
storage = open()
const allThereAfterwards = allThere(storage)
storage.close()

process.stdout.write(
  JSON.stringify({
    whileFull,
    readableWhileFull,
    logged,
    unfinished,
    atStart,
    allThereAfterwards,
    backups: readdirSync(backupFolder(path)).length,
  }),
)
