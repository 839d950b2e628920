import { Option, type Command } from 'commander'
import type { CommandHost } from '../command-host.ts'
import type { Example } from '../command-line.ts'
import { exportScenariosCommand, type ExportOptions } from './export-scenarios.ts'
import { importScenariosCommand, ON_COLLISION, type ImportOptions } from './import-scenarios.ts'

/** Says what `import` takes. @param examples help text with command lines and what they give */
export function addImportCommand(
  command: Command,
  host: CommandHost,
  examples: (...lines: readonly Example[]) => string,
): void {
  command
    .description('put scenario files into the library of the app; nothing in it is lost, nor replaced unasked')
    .argument('<file...>', 'scenario files (*.paretoscope.json)')
    .addOption(
      new Option('--on-collision <what>', 'what to do with another scenario of the same name')
        .choices(Object.keys(ON_COLLISION))
        .default('keep-both'),
    )
    .option('--dry-run', 'say what the files hold and what would become of them, and store nothing')
    .option('--data <dir>', `the app's data folder (default: ${host.dataFolder})`)
    .addHelpText(
      'after',
      `
A file that the library has just as it is is left out. The app may be open, but for --on-collision take-theirs;
it shows what was added when its list is read again. A bad file leaves the others alone.
${examples(
  ['import examples/*.paretoscope.json --dry-run', 'a line for each: what is inside, and what the library has already'],
  ['import examples/*.paretoscope.json', 'adds them'],
  [
    'import theirs.paretoscope.json --on-collision take-theirs',
    'theirs instead of yours, which is its earlier version',
  ],
)}`,
    )
    .action((files: string[], options: ImportOptions) => importScenariosCommand(host, files, options))
}

/** Says what `export` takes. */
export function addExportCommand(
  command: Command,
  host: CommandHost,
  examples: (...lines: readonly Example[]) => string,
): void {
  command
    .description('write scenarios of the library as files, which others can open; the app may be open meanwhile')
    .argument('[scenario...]', 'names or ids, as "library list" shows them')
    .requiredOption('--out <place>', 'a folder, or for one scenario a file (*.json)')
    .option('--all', 'every scenario that is not in the bin')
    .option('--force', 'replace files that are there')
    .option('--data <dir>', `the app's data folder (default: ${host.dataFolder})`)
    .addHelpText(
      'after',
      `
Catalog entries of your own that a scenario names go along in its file.
${examples(
  ['export 3 --out mine.paretoscope.json', 'the scenario of that id as a file'],
  ['export "Which GPU?" Precision --out scenarios', 'two of them, each named after itself, in a folder'],
  ['export --all --out scenarios --force', 'all of them, in the place of the last'],
)}`,
    )
    .action((asked: string[], options: ExportOptions) => exportScenariosCommand(host, asked, options))
}
