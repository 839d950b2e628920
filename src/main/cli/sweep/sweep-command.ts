import { InputError } from '../../../shared/scenario/input-error.ts'
import { searchSetup } from '../../../shared/scenario/search-setup.ts'
import { grouped } from '../../../shared/report/format.ts'
import type { Compute } from '../../compute/compute.ts'
import type { GrowingFile } from '../../files/growing-file.ts'
import type { CommandHost } from '../command-host.ts'
import { aboutOutput, CommandFailure, FAILED, oneLine } from '../exit-codes.ts'
import { fileKind } from './file-kind.ts'
import { progressBar } from '../progress-bar.ts'
import { inOrder } from './in-order.ts'
import { openResults } from './open-results.ts'
import { pointsForm } from './points-form.ts'
import { readSweep, type CheckedSweep } from './read-sweep.ts'
import { readingsForm } from './readings-form.ts'
import { newNote, sweepHash } from './results-note.ts'
import type { FileKind, RowForm, SweepResult } from './row-form.ts'
import { combinationAt, shardSize, WHOLE, type Shard } from './shard.ts'

export interface SweepOptions {
  readonly out: string
  readonly points?: boolean
  readonly shard?: Shard
  readonly workers?: number
  readonly force?: boolean
}

/** Frontiers under way for each worker: while one waits for its last part, others are searched. */
const AT_ONCE_PER_WORKER = 4

/** The one that a series has where it names none comes first. */
const RULES = ['paper', 'standard'] as const

/** `sweep FILE --out RESULTS`: a frontier for each combination of values; goes on where an earlier run was ended. */
export async function sweepCommand(host: CommandHost, file: string, options: SweepOptions): Promise<void> {
  const { out, shard = WHOLE, force = false } = options
  const kind = fileKind(out)
  const checked = await readSweep(host, file)
  const { sweep, plan } = checked
  const form = formOf(checked, kind, options.points ?? false)
  const note = newNote({
    app: host.version,
    sweep: sweepHash(sweep, plan),
    rows: options.points === true ? 'points' : 'readings',
    combinations: plan.combinations,
    shard,
  })
  const { results, done } = await openResults(host, { path: out, note, form, force })
  try {
    await computeRest(host, checked, { out, results, form, shard, done, workers: options.workers })
  } finally {
    await results.close()
  }
  const all = shardSize(shard, plan.combinations)
  const before = done === 0 ? '' : `, ${grouped(done)} of them from before`
  host.writeOut(`${oneLine(`${out}: ${grouped(all)} frontiers${before}`)}\n`)
}

function formOf({ sweep, plan }: CheckedSweep, kind: FileKind, points: boolean): RowForm {
  const axes = plan.axes.map(({ path }) => path)
  if (!points) return readingsForm(kind, axes, sweep.speeds)
  const swept = plan.axes.find(({ path }) => path === 'rules')?.values ?? [sweep.series['rules'] ?? RULES[0]]
  return pointsForm(
    kind,
    axes,
    RULES.filter((rules) => swept.includes(rules)),
  )
}

interface Run {
  readonly out: string
  readonly results: GrowingFile
  readonly form: RowForm
  readonly shard: Shard
  readonly done: number
  readonly workers: number | undefined
}

async function computeRest(host: CommandHost, checked: CheckedSweep, run: Run): Promise<void> {
  const { out, results, form, shard, workers } = run
  const total = shardSize(shard, checked.plan.combinations)
  if (run.done === total) return
  const compute = host.createCompute(workers)
  const progress = progressBar(host, { name: checked.sweep.name, before: run.done, total })
  let { done } = run
  try {
    const found = inOrder(combinations(shard, run.done, total), AT_ONCE_PER_WORKER * compute.workers, (combination) =>
      computeOne(compute, checked, combination),
    )
    progress.show(done)
    for await (const result of found) {
      await aboutOutput(out, () => results.append(form.write(result)))
      progress.show(++done)
    }
  } finally {
    progress.clear()
    await compute.close()
  }
}

function* combinations(shard: Shard, done: number, total: number): Generator<number> {
  for (let i = done; i < total; i++) yield combinationAt(shard, i)
}

async function computeOne(
  compute: Compute,
  { plan, catalog }: CheckedSweep,
  combination: number,
): Promise<SweepResult> {
  const values = plan.valuesOf(combination)
  let setup
  try {
    setup = searchSetup(plan.seriesOf(combination), catalog)
  } catch (error) {
    if (error instanceof InputError) return { combination, values, outcome: { refused: error.message } }
    throw error
  }
  try {
    return { combination, values, outcome: await compute.frontier(setup) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandFailure(FAILED, `combination ${combination}: ${why}`)
  }
}
