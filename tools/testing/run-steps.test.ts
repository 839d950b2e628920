import { expect, it } from 'vitest'
import { Stop } from '../stop.ts'
import { runSteps, type Step } from './run-steps.ts'

async function outputOf(steps: Step[]) {
  let text = ''
  const counts = await runSteps(steps, (part) => (text += part))
  return { counts, text: text.replaceAll(/\d+\.\d s/g, 'TIME') }
}

it('writes one line a step and adds up', async () => {
  const unit = { counts: { passed: 40, failed: 0, skipped: 1 }, output: 'not shown' }
  const { counts, text } = await outputOf([
    { name: 'types', title: 'Types', run: async () => {} },
    { name: 'unit', title: 'Unit tests', run: async () => unit },
  ])
  expect(text).toBe('Types … passed (TIME)\nUnit tests … 40 passed, 0 failed (TIME)\n')
  expect(counts).toEqual({ passed: 41, failed: 0, skipped: 1 })
})

it('shows what a failed step said, and goes on', async () => {
  const { counts, text } = await outputOf([
    { name: 'lint', title: 'Lint', run: () => Promise.reject(new Stop('\u001B[31msrc/a.ts\u001B[0m: no')) },
    {
      name: 'unit',
      title: 'Unit tests',
      run: async () => ({ counts: { passed: 1, failed: 2, skipped: 0 }, output: 'expected 1\n' }),
    },
    { name: 'build', title: 'Build', run: async () => {} },
  ])
  expect(text).toBe(
    'Lint … FAILED (TIME)\nsrc/a.ts: no\n\nUnit tests … 1 passed, 2 failed (TIME)\nexpected 1\n\nBuild … passed (TIME)\n',
  )
  expect(counts).toEqual({ passed: 2, failed: 3, skipped: 0 })
})

it('puts what a step tells on lines of their own', async () => {
  const { text } = await outputOf([
    { name: 'runtime', title: 'Electron', run: async (log) => (log('Downloading …'), log('  done')) },
  ])
  expect(text).toBe('Electron … \n    Downloading …\n      done\nElectron: passed (TIME)\n')
})
