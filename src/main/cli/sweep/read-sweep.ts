import { BUILT_IN_CATALOG, type Catalog } from '../../../shared/catalog/builtin.ts'
import { mergeCatalogs } from '../../../shared/catalog/merge-catalogs.ts'
import { parseJson } from '../../../shared/scenario/parse-json.ts'
import { planSweep, type SweepPlan } from '../../../shared/sweep/sweep-plan.ts'
import { parseSweep, SWEEP_FORMAT, type Sweep } from '../../../shared/sweep/sweep.ts'
import type { CommandHost } from '../command-host.ts'
import { aboutInput } from '../exit-codes.ts'

/** A sweep whose every combination is well formed. */
export interface CheckedSweep {
  readonly sweep: Sweep
  readonly catalog: Catalog
  readonly plan: SweepPlan
}

/** Reads a sweep file and checks its fields and values. @throws CommandFailure that names the file */
export const readSweep = (host: CommandHost, file: string): Promise<CheckedSweep> =>
  aboutInput(file, async () => {
    const sweep = parseSweep(await host.readTextFile(file))
    const catalog = mergeCatalogs(BUILT_IN_CATALOG, sweep)
    return { sweep, catalog, plan: planSweep(sweep, catalog) }
  })

/** Whether a file says that it is a sweep. @throws CommandFailure that names the file */
export const isSweepFile = (host: CommandHost, file: string): Promise<boolean> =>
  aboutInput(file, async () => {
    const json = parseJson(await host.readTextFile(file))
    return typeof json === 'object' && json !== null && 'format' in json && json.format === SWEEP_FORMAT
  })
