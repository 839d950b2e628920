import { stripVTControlCharacters } from 'node:util'
import { seconds, type Log } from '../runtime/progress.ts'
import { Stop } from '../stop.ts'
import { oneFailed, onePassed, sumCounts, type Counts } from './counts.ts'

export interface Step {
  name: string
  title: string
  /** Counts if there are any to tell; a step without counts is one check, passed unless it throws. */
  run: (log: Log) => Promise<StepResult | void>
}

export interface StepResult {
  counts: Counts
  /** What to show under the line of a step that failed. */
  output: string
}

/**
 * Runs every step in order, one line each; a failed one shows its output and does not keep the next from running.
 * `write` gets raw text: the line of a step begins before its work, so that a long one can be seen waiting.
 */
export async function runSteps(steps: readonly Step[], write: (text: string) => void): Promise<Counts> {
  const all: Counts[] = []
  for (const step of steps) all.push(await runStep(step, write))
  return sumCounts(all)
}

async function runStep(step: Step, write: (text: string) => void): Promise<Counts> {
  const begun = Date.now()
  let lineIsOpen = true
  const log = (text: string) => {
    write(`${lineIsOpen ? '\n' : ''}    ${text}\n`)
    lineIsOpen = false
  }
  write(`${step.title} … `)
  const { result, error } = await attempt(step, log)
  const counts = result?.counts ?? (error === undefined ? onePassed : oneFailed)
  const time = seconds(Date.now() - begun)
  const outcome = result
    ? `${result.counts.passed} passed, ${result.counts.failed} failed`
    : error === undefined
      ? 'passed'
      : 'FAILED'
  write(`${lineIsOpen ? '' : `${step.title}: `}${outcome} (${time})\n`)
  const output = error === undefined ? result?.output : describe(error)
  if (counts.failed > 0 && output) write(`${stripVTControlCharacters(output).trimEnd()}\n\n`)
  return counts
}

async function attempt(step: Step, log: Log): Promise<{ result?: StepResult; error?: unknown }> {
  try {
    const result = await step.run(log)
    return result ? { result } : {}
  } catch (error) {
    return { error: error ?? new Error('no reason given') }
  }
}

const describe = (error: unknown) =>
  error instanceof Stop ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
