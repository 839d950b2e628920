// A process for tests to kill: imports a library's file, and tells how far it is when it has begun to write.
import { writeSync } from 'node:fs'
import { openStorage } from '../../src/main/storage/storage.ts'

const [path, archive] = process.argv.slice(2) as [string, string]
const { archives } = openStorage({ path, now: Date.now, log: (line) => console.error(line) })
const { token } = await archives.read(archive, () => {})
await archives.import(token, {
  choices: new Map(),
  // The last moment before the first write, inside the transaction.
  mayReplace: () => void writeSync(1, 'importing\n'),
})
writeSync(1, 'done\n')
process.stdin.resume()
