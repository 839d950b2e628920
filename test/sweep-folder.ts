import { Folder } from './folder-run.ts'
import type { CommandRun } from './fake-host.ts'

/** Of each kind: frontiers, one that nothing fits, and one that the rules refuse. */
export const SMALL_SWEEP = {
  format: 'paretoscope/sweep',
  version: 1,
  name: 'Small',
  series: { accelerator: 'h100-sxm', grid: { gpus: 8, batches: 8 }, limits: { maxGpus: 2 } },
  over: { rules: ['standard'], model: ['llama-3.1-8b', 'deepseek-v3', 'deepseek-v3.2'], contextTokens: [1000, 2000] },
  speeds: [50, 1e6],
}
/** Names of results with what makes them of each form. */
export const RESULT_FORMS = [
  ['r.csv', []],
  ['r.ndjson', []],
  ['r.csv', ['--points']],
  ['r.ndjson', ['--points']],
] as const

/** A folder with the small sweep in s.json. */
export class SweepFolder extends Folder {
  constructor() {
    super()
    this.write('s.json', JSON.stringify(SMALL_SWEEP))
  }

  sweep(out: string, ...argv: string[]): Promise<CommandRun> {
    return this.run(['sweep', this.at('s.json'), '--out', this.at(out), ...argv])
  }

  merge(out: string, shards: readonly string[], ...argv: string[]): Promise<CommandRun> {
    return this.run(['sweep', '--merge', this.at(out), ...shards.map((shard) => this.at(shard)), ...argv])
  }
}
