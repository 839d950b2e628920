import type { Command } from 'commander'
import type { CommandHost } from '../command-host.ts'
import type { Example } from '../command-line.ts'
import { checkLibraryCommand, exportCommand, listCommand } from './library-command.ts'
import type { LibraryOptions } from './saved-data.ts'

/**
 * Adds the subcommands of `library` to its command.
 * @param prepare makes a command write through the host
 * @param examples help text with command lines and what they give
 */
export function addLibraryCommand(
  command: Command,
  host: CommandHost,
  prepare: (command: Command) => Command,
  examples: (...lines: readonly Example[]) => string,
): void {
  command
    .description('list, export or check the library of the app, which may be open meanwhile; nothing of it is changed')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        ['library list', 'the saved scenarios, with folder and tags'],
        ['library export all.paretoscope-library', 'the whole library in one file'],
      ),
    )
  const data = ['--data <dir>', `the app's data folder (default: ${host.dataFolder})`] as const

  prepare(command.command('list'))
    .description('list the saved scenarios, and the catalog entries of your own')
    .option(...data)
    .option('--json', 'every fact, those in the bin too, as JSON')
    .addHelpText('after', examples(['library list', 'a table'], ['library list --json', 'a list for a program']))
    .action((options: LibraryOptions & { json?: boolean }) => listCommand(host, options))

  prepare(command.command('export'))
    .description('write the whole library into one file, which Import Library takes')
    .argument('<out>', 'the file (*.paretoscope-library)')
    .option(...data)
    .option('--force', 'replace a file that is there')
    .addHelpText(
      'after',
      examples(
        ['library export all.paretoscope-library', 'one file with scenarios, versions and entries'],
        ['library export all.paretoscope-library --force', 'the same, in the place of the last'],
      ),
    )
    .action((out: string, options: LibraryOptions & { force?: boolean }) => exportCommand(host, out, options))

  prepare(command.command('check'))
    .description('say whether a library is whole and readable; a line for each problem')
    .argument('[file]', 'a file of Export Library, or a backup; none: the saved data of the app')
    .option(...data)
    .addHelpText(
      'after',
      examples(
        ['library check', 'one line and exit code 0, or the problems of the saved data and 3'],
        ['library check all.paretoscope-library', 'the same of a file'],
      ),
    )
    .action((file: string | undefined, options: LibraryOptions) => checkLibraryCommand(host, file, options))
}
