// A process for tests to kill: saves 200 times, half as new scenarios and half over those, and prints each that is done.
import { writeSync } from 'node:fs'
import { openStorage } from '../../src/main/storage/storage.ts'
import { someScenario } from './some-scenario.ts'

const storage = openStorage({ path: process.argv[2]!, now: Date.now, log: (line) => console.error(line) })
const ids: number[] = []
for (let number = 1; number <= 200; number++) {
  const over = number % 2 === 0 ? ids[Math.floor(ids.length / 2)]! : null
  const { id } = storage.scenarios.save(over, someScenario(number, 90_000))
  if (over === null) ids.push(id)
  // Long lines fill the pipe, so that this process is never far ahead of the one that reads and kills.
  writeSync(1, `${JSON.stringify({ id, number }).padEnd(16_000)}\n`)
}
writeSync(1, 'done\n')
process.stdin.resume()
