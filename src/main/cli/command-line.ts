import { Command, CommanderError, Option } from 'commander'
import { CONSTANT_SETS } from '../../shared/model/standard/constants.ts'
import { checkCommand } from './check-command.ts'
import type { CommandHost } from './command-host.ts'
import { evaluateCommand } from './evaluate-command.ts'
import { CommandFailure, DONE, FAILED, oneLine, WRONG_USAGE } from './exit-codes.ts'
import { frontierCommand } from './frontier-command.ts'
import { addLibraryCommand } from './library/library-arguments.ts'
import { reportCommand, type ReportOptions } from './report-command.ts'
import { addSweepCommand } from './sweep/sweep-arguments.ts'
import { validateCommand, type ValidateOptions } from './validate-command.ts'
import { workerCount } from './worker-count.ts'

/** The first arguments by which the app knows that it is asked for a command and not for its window. */
export const COMMAND_NAMES: readonly string[] = [
  'frontier',
  'evaluate',
  'report',
  'check',
  'validate',
  'sweep',
  'library',
  'help',
  '--help',
  '-h',
]

/**
 * Runs a command, without a display.
 * @param argv the arguments after the program's own name
 * @returns the exit code (exit-codes.ts)
 */
export async function runCommandLine(argv: readonly string[], host: CommandHost): Promise<number> {
  try {
    await program(host).parseAsync([...argv], { from: 'user' })
    return DONE
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
    const failure = error instanceof CommandFailure ? error : null
    host.writeError(`${oneLine(error instanceof Error ? error.message : String(error))}\n`)
    return failure?.exitCode ?? FAILED
  }
}

function program(host: CommandHost): Command {
  const commands = new Command(host.programName)
    .description('Speed against cost of serving language models, from scenario files.')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', examples(host))
  outputTo(host, commands)
  const example = (line: string, gives: string): string => `\nExample:\n  ${host.programName} ${line}\n  # ${gives}\n`

  outputTo(host, commands.command('frontier'))
    .description('compute the frontier of every series of a scenario')
    .argument('<file>', 'a scenario file (*.paretoscope.json)')
    .option('--json', 'every point, in full precision, as JSON')
    .option('--workers <n>', 'workers to spread the search over (default: one for each core)', workerCount)
    .addHelpText('after', example('frontier examples/precision.paretoscope.json', 'a table of each frontier'))
    .action((file: string, options: { json?: boolean; workers?: number }) => frontierCommand(host, file, options))

  outputTo(host, commands.command('evaluate'))
    .description('evaluate single points: a model on so many GPUs with such a batch')
    .argument(
      '<file>',
      'a JSON file: { "points": [{ "model", "accelerator", "rules", "gpus", "batch", "contextTokens" }] }',
    )
    .requiredOption('--json', 'the answer as JSON, one entry for each point, in the same order')
    .addHelpText('after', example('evaluate points.json --json', 'latency, layout and time breakdown of each point'))
    .action((file: string) => evaluateCommand(host, file))

  outputTo(host, commands.command('report'))
    .description('write the report of a scenario: one or more of --pdf, --csv and --svg')
    .argument('<file>', 'a scenario file (*.paretoscope.json)')
    .option('--pdf <out>', 'the report as a PDF')
    .option('--csv <out>', 'all frontier points as a table')
    .option('--svg <folder>', 'the charts as SVG pictures')
    .option('--template <file>', 'settings of the PDF as JSON: sections, texts, logo, colours (docs/reports.md)')
    .addOption(new Option('--paper <size>', 'paper of the PDF').choices(['a4', 'letter']))
    .option('--landscape', 'the PDF on its side')
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      example('report examples/precision.paretoscope.json --csv precision.csv', 'a table for a spreadsheet'),
    )
    .action((file: string, options: ReportOptions) => reportCommand(host, file, options))

  outputTo(host, commands.command('check'))
    .description('say whether a scenario or sweep file is valid')
    .argument('<file>', 'a scenario file (*.paretoscope.json) or a sweep file (*.sweep.json)')
    .addHelpText('after', example('check examples/precision.paretoscope.json', 'one line, and exit code 0 or 3'))
    .action((file: string) => checkCommand(host, file))

  outputTo(host, commands.command('validate'))
    .description('compare the standard rules with measurements: error by model, accelerator, engine, layout and batch')
    .argument(
      '[place]',
      'a folder with decode-points.json and all-reduce.json, or a file of either form (JSON, or CSV with the same columns); none: the rows that ship with the app',
    )
    .option('--json', 'every row and figure, in full precision, as JSON')
    .addOption(
      new Option('--constants <set>', 'the constants that groups and worst rows are for')
        .choices(CONSTANT_SETS)
        .default('calibrated'),
    )
    .option('--docs <folder>', 'write validation.md and its charts there')
    .option('--force', 'replace files that are there')
    .addHelpText('after', example('validate my-measurements.csv', 'tables of errors, and the ten worst rows'))
    .action((place: string | undefined, options: ValidateOptions) => validateCommand(host, place, options))

  addSweepCommand(outputTo(host, commands.command('sweep')), host, example)

  addLibraryCommand(outputTo(host, commands.command('library')), host, (command) => outputTo(host, command), example)

  return commands
}

function outputTo(host: CommandHost, command: Command): Command {
  command.exitOverride().configureOutput({
    writeOut: (text) => host.writeOut(text),
    writeErr: (text) => host.writeError(text),
    outputError: (text, write) => write(`${oneLine(text).replace(/\.$/, '')}. Try "${fullName(command)} --help".\n`),
  })
  command.allowExcessArguments(false)
  return command
}

const fullName = (command: Command): string =>
  command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`

const examples = ({ programName }: CommandHost): string => `
Examples:
  ${programName} frontier examples/precision.paretoscope.json
  ${programName} frontier examples/precision.paretoscope.json --json --workers 2
  ${programName} report examples/precision.paretoscope.json --pdf precision.pdf

Exit codes: 0 done, 2 wrong usage, 3 bad input, 4 a file from a newer version, 1 anything else.
`
