import { Command, CommanderError, Option } from 'commander'
import { CONSTANT_SETS } from '../../shared/model/standard/constants.ts'
import type { PngScale } from '../report/draw-pngs.ts'
import { checkCommand } from './check-command.ts'
import { claimsCommand, type ClaimsOptions } from './claims-command.ts'
import type { CommandHost } from './command-host.ts'
import { evaluateCommand } from './evaluate-command.ts'
import { CommandFailure, DONE, FAILED, oneLine, WRONG_USAGE } from './exit-codes.ts'
import { frontierCommand } from './frontier-command.ts'
import { addLibraryCommand } from './library/library-arguments.ts'
import { addExportCommand, addImportCommand } from './library/scenario-arguments.ts'
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
  'claims',
  'sweep',
  'import',
  'export',
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
    const message = oneLine(error instanceof Error ? error.message : String(error))
    if (message !== '') host.writeError(`${message}\n`)
    return failure?.exitCode ?? FAILED
  }
}

function program(host: CommandHost): Command {
  const commands = new Command(host.programName)
    .description('Speed against cost of serving language models, from scenario files.')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', overview(host))
  outputTo(host, commands)
  const examples = (...lines: readonly Example[]): string => examplesOf(host, lines)

  outputTo(host, commands.command('frontier'))
    .description('compute the frontier of every series of a scenario')
    .argument('<file>', 'a scenario file (*.paretoscope.json)')
    .option('--json', 'every point, in full precision, as JSON')
    .option('--workers <n>', 'workers to spread the search over (default: one for each core)', workerCount)
    .addHelpText(
      'after',
      examples(
        ['frontier examples/precision.paretoscope.json', 'a table of each frontier'],
        ['frontier examples/which-gpu.paretoscope.json --json', 'every point in full precision, for a program'],
        ['frontier examples/precision.paretoscope.json --workers 1', 'leaves the other cores to others'],
      ),
    )
    .action((file: string, options: { json?: boolean; workers?: number }) => frontierCommand(host, file, options))

  outputTo(host, commands.command('evaluate'))
    .description('evaluate single points: a model on so many GPUs with such a batch')
    .argument(
      '<file>',
      'a JSON file: { "points": [{ "model", "accelerator", "rules", "gpus", "batch", "contextTokens" }] }',
    )
    .requiredOption('--json', 'the answer as JSON, one entry for each point, in the same order')
    .addHelpText(
      'after',
      examples(
        ['evaluate examples/points.json --json', 'latency, layout and time breakdown of each point'],
        ['evaluate examples/points.json --json > answers.json', 'the same, in a file'],
      ),
    )
    .action((file: string) => evaluateCommand(host, file))

  outputTo(host, commands.command('report'))
    .description('write reports of scenarios: one or more of --pdf, --html, --csv, --xlsx, --svg and --png')
    .argument('<file...>', 'scenario files (*.paretoscope.json)')
    .option('--pdf <out>', 'the report as a PDF')
    .option('--html <out>', 'the report as one web page that needs nothing else')
    .option('--csv <out>', 'all frontier points as a table')
    .option('--xlsx <out>', 'readings and all frontier points as a workbook')
    .option('--svg <folder>', 'the charts as SVG pictures')
    .option('--png <folder>', 'the charts as PNG pictures')
    .addOption(
      new Option('--scale <n>', 'pixels of a PNG for each of the picture').choices(['1', '2', '3']).default('2'),
    )
    .option('--template <file>', 'settings of PDF and HTML as JSON: sections, texts, logo, colours (docs/reports.md)')
    .addOption(new Option('--paper <size>', 'paper of the PDF').choices(['a4', 'letter']))
    .option('--landscape', 'the PDF on its side')
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      `\nOf several files, OUT and FOLDER have {name}, which stands for each file's name; a bad file leaves the others alone.\n${examples(
        ['report examples/precision.paretoscope.json --csv precision.csv', 'a table for a spreadsheet'],
        ['report examples/which-gpu.paretoscope.json --html which-gpu.html --svg charts', 'a web page, and the charts'],
        ['report examples/*.paretoscope.json --xlsx reports/{name}.xlsx', 'a workbook for each scenario'],
      )}`,
    )
    .action((files: string[], { scale, ...options }: Omit<ReportOptions, 'scale'> & { readonly scale: string }) =>
      reportCommand(host, files, { ...options, scale: Number(scale) as PngScale }),
    )

  outputTo(host, commands.command('check'))
    .description('say whether scenario and sweep files are valid')
    .argument('<file...>', 'scenario files (*.paretoscope.json) or sweep files (*.sweep.json)')
    .addHelpText(
      'after',
      examples(
        ['check examples/precision.paretoscope.json', 'one line, and exit code 0 or 3'],
        ['check examples/*.json', 'a line for each; the bad ones on standard error'],
      ),
    )
    .action((files: string[]) => checkCommand(host, files))

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
    .addHelpText(
      'after',
      examples(
        ['validate', 'tables of errors on the rows that ship with the app, and the ten worst'],
        ['validate my-measurements.csv', 'the same for your own rows'],
        ['validate --constants physics --json', 'every row with textbook constants, for a program'],
      ),
    )
    .action((place: string | undefined, options: ValidateOptions) => validateCommand(host, place, options))

  outputTo(host, commands.command('claims'))
    .description('compute the paper’s claims anew: what holds, within what, and what does not')
    .option('--json', 'every figure, chart and comparison, in full precision, as JSON')
    .option('--only <claim>', 'one claim, by its name in the table')
    .option('--docs <folder>', 'write claims.md and a folder of charts there')
    .option('--force', 'replace files that are there')
    .option('--workers <n>', 'workers to spread the searches over (default: one for each core)', workerCount)
    .addHelpText(
      'after',
      examples(
        ['claims', 'a line for each claim'],
        ['claims --only hbm-bandwidth', 'all figures of one'],
        ['claims --json', 'all values, for a program'],
      ),
    )
    .action((options: ClaimsOptions) => claimsCommand(host, options))

  addSweepCommand(outputTo(host, commands.command('sweep')), host, examples)

  addImportCommand(outputTo(host, commands.command('import')), host, examples)

  addExportCommand(outputTo(host, commands.command('export')), host, examples)

  addLibraryCommand(outputTo(host, commands.command('library')), host, (command) => outputTo(host, command), examples)

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

/** A command line, and what it gives. */
export type Example = readonly [line: string, gives: string]

const examplesOf = ({ programName }: CommandHost, lines: readonly Example[]): string =>
  `\nExamples:\n${lines.map(([line, gives]) => `  ${programName} ${line}\n    ${gives}\n`).join('')}`

const overview = (host: CommandHost): string => `${examplesOf(host, [
  ['frontier examples/precision.paretoscope.json', 'a table of each frontier'],
  ['report examples/precision.paretoscope.json --pdf precision.pdf', 'the report, as the app prints it'],
  ['report examples/*.paretoscope.json --html reports/{name}.html', 'a web page for each scenario'],
  ['check examples/*.json', 'what is wrong with files, before a long run'],
])}
Exit codes: 0 done, 2 wrong usage, 3 bad input, 4 a file from a newer version, 1 anything else.
All of it, with the forms of the files: docs/cli.md
`
