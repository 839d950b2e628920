import { readFileSync } from 'node:fs'
import type { ElectronApplication, Page } from '@playwright/test'
import { withApp } from '../e2e/fixtures/with-app.ts'
import { Workspace } from '../e2e/pages/workspace.ts'
import { spreadOf, type Measurement } from './measure.ts'

/** What a person at the window waits for, from the keystroke to the picture. */
export interface AppPath {
  /** From a number typed to the new curve drawn, coarsely, and to the full searches' end. */
  readonly drawn: Measurement
  readonly complete: Measurement
  /** Longest stretch in which the window could not answer. */
  readonly longestTaskMs: number
  /** Memory of each compute process, shared pages divided among those that share them. */
  readonly workerMegabytes: readonly number[]
}

const EDITS = 15

/** Types numbers into a comparison of four dense frontiers with pipelining, in the real app. */
export const measureAppPath = (log: (text: string) => void): Promise<AppPath> =>
  withApp(log, ({ electronApp, window }) => measureIn(electronApp, window))

async function measureIn(electronApp: ElectronApplication, window: Page): Promise<AppPath> {
  const workspace = new Workspace(window)
  await workspace.computed(3)
  await window.getByRole('button', { name: 'Add series' }).click()
  await workspace.computed(4)
  await workspace.edit('70B 8-bit')
  const times = await window.evaluate(editAndWatch, EDITS)
  const workers = await electronApp.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'paretoscope-compute')
      .map(({ pid, memory }) => ({ pid, kilobytes: memory.privateBytes ?? memory.workingSetSize })),
  )
  const workerMegabytes = workers.map(({ pid, kilobytes }) => (proportionalKilobytes(pid) ?? kilobytes) / 1024)
  return {
    drawn: spreadOf(times.drawn),
    complete: spreadOf(times.complete),
    longestTaskMs: times.longestTaskMs,
    workerMegabytes,
  }
}

/** Memory of a process with its share of what it has in common with others, where the system tells (Linux). */
function proportionalKilobytes(pid: number): number | null {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes)
  } catch {
    return null
  }
}

/** Runs in the window: new contexts, one after the other, each watched until its curve is drawn and until all is computed. */
async function editAndWatch(edits: number) {
  let longestTaskMs = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration)
  }).observe({ entryTypes: ['longtask'] })
  const chart = document.querySelector('[role="application"]')!
  const input = [...document.querySelectorAll('input')].find((one) => one.labels?.[0]?.textContent === 'Context')!
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (holds() ? resolve() : void requestAnimationFrame(look))
      look()
    })
  const drawn: number[] = []
  const complete: number[] = []
  for (let i = 0; i < edits; i++) {
    const before = chart.getAttribute('aria-label')
    const begun = performance.now()
    input.value = String(1000 + 7000 * (i % 2) + 10 * i)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await until(() => chart.getAttribute('aria-label') !== before)
    drawn.push(performance.now() - begun)
    await until(() => document.querySelector('[data-testid="summary"]') !== null)
    complete.push(performance.now() - begun)
  }
  return { drawn, complete, longestTaskMs }
}
