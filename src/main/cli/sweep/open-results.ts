import { InputError } from '../../../shared/scenario/input-error.ts'
import type { GrowingFile } from '../../files/growing-file.ts'
import type { CommandHost } from '../command-host.ts'
import { aboutInput, aboutOutput } from '../exit-codes.ts'
import { finishedRows } from './finished-rows.ts'
import { differenceOf, formatNote, notePath, readNote, type ResultsNote } from './results-note.ts'
import type { RowForm } from './row-form.ts'

export interface OpenedResults {
  readonly results: GrowingFile
  /** Combinations that have their rows already. */
  readonly done: number
}

export interface WantedResults {
  readonly path: string
  readonly note: ResultsNote
  readonly form: RowForm
  readonly force: boolean
}

/**
 * Opens a file of results behind its last finished row, or begins it where there is none.
 * @throws CommandFailure where the file is of anything else and `force` is off, which begins anew
 */
export async function openResults(host: CommandHost, wanted: WantedResults): Promise<OpenedResults> {
  const { path, note, form } = wanted
  const found = await aboutInput(path, () => earlierRows(host, wanted))
  return aboutOutput(path, async () => {
    const results = await host.openGrowingFile(path)
    try {
      await results.goOnFrom(found?.bytes ?? 0)
      if (found !== null && found.bytes > 0) return { results, done: found.done }
      // An empty file is nobody's: only with rows in it does the note beside it count, so it is there before them.
      await host.writeFile(notePath(path), formatNote(note), { force: true })
      await results.append(form.header)
      return { results, done: 0 }
    } catch (error) {
      await results.close()
      throw error
    }
  })
}

async function earlierRows(host: CommandHost, { path, note, form, force }: WantedResults) {
  if (force || !(await host.hasContent(path))) return null
  try {
    const difference = differenceOf(await readNote(host, path), note)
    if (difference !== null) throw new InputError('', difference)
    return await finishedRows(host.fileLines(path), form, note.shard, note.combinations)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError('', `${error.message}; give another name, or use --force to replace it`)
  }
}
