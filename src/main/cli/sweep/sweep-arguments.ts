import { InvalidArgumentError, type Command } from 'commander'
import type { CommandHost } from '../command-host.ts'
import type { Example } from '../command-line.ts'
import { CommandFailure, WRONG_USAGE } from '../exit-codes.ts'
import { workerCount } from '../worker-count.ts'
import { mergeCommand } from './merge-command.ts'
import type { Shard } from './shard.ts'
import { sweepCommand, type SweepOptions } from './sweep-command.ts'

type Arguments = Partial<SweepOptions> & { readonly merge?: string }

/** Adds what `sweep` takes to its command. @param examples help text with command lines and what they give */
export function addSweepCommand(
  command: Command,
  host: CommandHost,
  examples: (...lines: readonly Example[]) => string,
): void {
  command
    .description('compute a frontier for every combination of values, into a file that a later run goes on with')
    .argument('<file...>', 'a sweep file (*.sweep.json); with --merge, the results of all shards')
    .option('--out <results>', 'the rows, as .csv or .ndjson by its name')
    .option('--points', 'a row for every frontier point, not one for each frontier')
    .option('--shard <i/n>', 'only combinations i, i + n, i + 2n, ...; n runs share a sweep', shardOf)
    .option('--workers <n>', 'workers to spread the searches over (default: one for each core)', workerCount)
    .option('--merge <out>', 'join the results of all shards into one file')
    .option('--force', 'replace results that are there, instead of going on with them')
    .addHelpText(
      'after',
      examples(
        ['sweep examples/context-sweep.sweep.json --out context.csv', 'a row for each of 48 frontiers'],
        [
          'sweep examples/context-sweep.sweep.json --out part-1.csv --shard 1/2',
          'half of them; another machine does 2/2',
        ],
        ['sweep --merge context.csv part-1.csv part-2.csv', 'what one run would have written'],
      ),
    )
    .action((files: string[], options: Arguments) => runSweep(host, files, options))
}

function runSweep(host: CommandHost, files: readonly string[], { merge, out, ...options }: Arguments): Promise<void> {
  if (merge !== undefined) {
    const odd = out !== undefined || options.points || options.shard !== undefined || options.workers !== undefined
    if (odd) throw new CommandFailure(WRONG_USAGE, 'error: --merge takes the results of the shards and --force only')
    return mergeCommand(host, merge, files, options)
  }
  if (out === undefined)
    throw new CommandFailure(WRONG_USAGE, 'error: say what to write: --out RESULTS, or --merge OUT to join shards')
  if (files.length > 1)
    throw new CommandFailure(WRONG_USAGE, `error: expected one sweep file, and there are ${files.length}`)
  return sweepCommand(host, files[0]!, { out, ...options })
}

const MOST_SHARDS = 100_000

function shardOf(text: string): Shard {
  const [index, of] = text.split('/').map(Number)
  if (!/^\d+\/\d+$/.test(text) || index! < 1 || index! > of! || of! > MOST_SHARDS)
    throw new InvalidArgumentError(`Expected i/n, as 3/8, with i from 1 to n and n at most ${MOST_SHARDS}.`)
  return { index: index!, of: of! }
}
