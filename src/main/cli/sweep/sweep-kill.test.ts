import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Folder } from '../../../../test/folder-run.ts'

let folder: Folder
beforeEach(() => {
  folder = new Folder()
  folder.write('s.json', JSON.stringify(sweep))
})
afterEach(() => folder.remove())

const sweep = {
  format: 'paretoscope/sweep',
  version: 1,
  name: 'To be killed',
  series: { model: 'llama-3.3-70b', rules: 'standard', limits: { maxGpus: 16 } },
  over: { accelerator: ['h100-sxm', 'b200-sxm'], contextTokens: { from: 0, to: 20_000, steps: 21 } },
}

const sizeOf = (name: string): number => statSync(folder.at(name), { throwIfNoEntry: false })?.size ?? 0

/** Runs the sweep as a process of its own. @param killAt kills it, as nothing can refuse, once the file has so many bytes */
function run(out: string, more: readonly string[], killAt = Infinity): Promise<number | NodeJS.Signals> {
  const argv = ['tools/cli.ts', 'sweep', folder.at('s.json'), '--out', folder.at(out), '--workers', '2', ...more]
  const child = spawn(process.execPath, argv, { stdio: 'ignore' })
  const watch = setInterval(() => sizeOf(out) >= killAt && child.kill('SIGKILL'), 1)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      resolve(signal ?? code!)
    })
  })
}

it.each([
  ['r.csv', []],
  ['r.ndjson', ['--points']],
])('%s %j: killed again and again, the file is in the end that of one run', { timeout: 120_000 }, async (out, more) => {
  expect(await run(`whole-${out}`, more)).toBe(0)
  const whole = folder.read(`whole-${out}`)
  for (const share of [0.01, 0.3, 0.6]) {
    expect(await run(out, more, share * whole.length)).toBe('SIGKILL')
    expect(whole.startsWith(folder.read(out))).toBe(true)
    expect(sizeOf(out)).toBeLessThan(whole.length)
  }
  expect(await run(out, more)).toBe(0)
  expect(folder.read(out) === whole).toBe(true)
  expect(folder.read(`${out}.sweep`)).toBe(folder.read(`whole-${out}.sweep`))
})
