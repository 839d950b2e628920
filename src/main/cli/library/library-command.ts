import { grouped } from '../../../shared/report/format.ts'
import type { CommandHost } from '../command-host.ts'
import { aboutInput, aboutOutput, BAD_INPUT, CommandFailure, oneLine } from '../exit-codes.ts'
import { plainTable } from '../plain-table.ts'
import { databaseIn, onSavedData, type LibraryOptions } from './saved-data.ts'

/** `library list`: every saved scenario, and the catalog entries of one's own. */
export async function listCommand(
  host: CommandHost,
  { json = false, ...options }: LibraryOptions & { readonly json?: boolean },
): Promise<void> {
  const { libraryListing } = await import('../../storage/archive/library-listing.ts')
  const { countsInWords } = await import('../../storage/archive/import-in-words.ts')
  const listing = await onSavedData(host, databaseIn(host, options), libraryListing)
  const { counts, scenarios, entries } = listing
  if (json) return host.writeOut(`${JSON.stringify({ scenarios, entries })}\n`)
  const shown = scenarios.filter(({ inBin }) => !inBin)
  const tables = [
    ...(shown.length === 0
      ? []
      : [
          plainTable(
            [
              { title: 'id', align: 'right' },
              { title: 'scenario', align: 'left' },
              { title: 'folder', align: 'left' },
              { title: 'tags', align: 'left' },
              { title: 'series', align: 'right' },
              { title: 'versions', align: 'right' },
              { title: 'saved', align: 'left' },
            ],
            shown.map(({ id, name, folder, tags, series, versions, savedAt }) => [
              String(id),
              oneLine(name),
              oneLine(folder.join(' / ')),
              oneLine(tags.join(', ')),
              grouped(series),
              grouped(versions),
              savedAt.slice(0, 10),
            ]),
          ),
        ]),
    ...(entries.length === 0
      ? []
      : [
          plainTable(
            [
              { title: 'catalog entry', align: 'left' },
              { title: 'id', align: 'left' },
            ],
            entries.map(({ name, id }) => [oneLine(name), oneLine(id)]),
          ),
        ]),
  ]
  host.writeOut(`${[...tables, countsInWords(counts)].join('\n\n')}\n`)
}

/** `library export OUT`: the whole library as one file. */
export async function exportCommand(
  host: CommandHost,
  out: string,
  { force = false, ...options }: LibraryOptions & { readonly force?: boolean },
): Promise<void> {
  const { exportArchive, refuseSavedData } = await import('../../storage/archive/export-archive.ts')
  const { countsInWords } = await import('../../storage/archive/import-in-words.ts')
  const path = databaseIn(host, options)
  const counts = await onSavedData(host, path, (database) =>
    aboutOutput(out, async () => {
      refuseSavedData(out, path)
      return exportArchive(database, out, { mayReplace: force, nativeBinding: host.sqliteBinding })
    }),
  )
  host.writeOut(`${oneLine(`${out}: ${countsInWords(counts)}`)}\n`)
}

/** `library check [FILE]`: whether a library, or the saved data, are whole and readable; a line for each problem. */
export async function checkLibraryCommand(
  host: CommandHost,
  file: string | undefined,
  options: LibraryOptions,
): Promise<void> {
  const { withArchive, withSavedData } = await import('../../storage/archive/library-snapshot.ts')
  const { libraryProblems } = await import('../../storage/archive/library-problems.ts')
  const { countsOf } = await import('../../storage/archive/library-counts.ts')
  const { countsInWords } = await import('../../storage/archive/import-in-words.ts')
  const path = file ?? databaseIn(host, options)
  const open = file === undefined ? withSavedData : withArchive
  const { problems, says } = await aboutInput(path, () =>
    open(path, { nativeBinding: host.sqliteBinding }, (database) => ({
      says: countsInWords(countsOf(database)),
      problems: libraryProblems(database),
    })),
  )
  if (problems.length === 0) return host.writeOut(`${oneLine(`${path}: sound; ${says}`)}\n`)
  for (const problem of problems) host.writeOut(`${oneLine(problem)}\n`)
  throw new CommandFailure(
    BAD_INPUT,
    `${path}: ${grouped(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}`,
  )
}
