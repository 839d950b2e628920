import { InputError } from '../../../shared/scenario/input-error.ts'
import { grouped } from '../../../shared/report/format.ts'
import type { CommandHost } from '../command-host.ts'
import { aboutInput, aboutOutput, BAD_INPUT, CommandFailure, oneLine } from '../exit-codes.ts'
import { refuseExisting } from '../refuse-existing.ts'
import { fileKind } from './file-kind.ts'
import { finishedRows } from './finished-rows.ts'
import { rowPlaces } from './row-places.ts'
import { differenceOf, formatNote, notePath, readNote, type ResultsNote } from './results-note.ts'
import type { FileKind, RowForm } from './row-form.ts'
import { shardName, shardSize, WHOLE } from './shard.ts'

interface ShardFile {
  readonly path: string
  readonly note: ResultsNote
}

type Form = Pick<RowForm, 'header' | 'placeOf'>

/** Text is handed to the file in pieces of about this many characters. */
const PIECE = 1 << 16

/** `sweep --merge OUT SHARD...`: joins the results of all shards into what one run would have written. */
export async function mergeCommand(
  host: CommandHost,
  out: string,
  paths: readonly string[],
  { force = false }: { readonly force?: boolean },
): Promise<void> {
  const kind = fileKind(out)
  const shards = await readShards(host, paths, kind)
  const first = shards[0]!
  const form: Form = { header: await headerOf(host, first.path, kind), placeOf: rowPlaces(kind, first.note.rows) }
  for (const { path, note } of shards) await aboutInput(path, () => refuseUnfinished(host, path, note, form))
  if (shards.some(({ path }) => host.absolutePath(path) === host.absolutePath(out)))
    throw new CommandFailure(BAD_INPUT, `${out}: is one of the shards; give another name`)
  await refuseExisting(host, out, force)
  await aboutOutput(out, () => write(host, out, shards, form))
  host.writeOut(`${oneLine(`${out}: ${grouped(first.note.combinations)} frontiers of ${shards.length} shards`)}\n`)
}

/** The shards in their order. @throws CommandFailure where one is missing, there twice or of something else */
async function readShards(host: CommandHost, paths: readonly string[], kind: FileKind): Promise<ShardFile[]> {
  const shards: ShardFile[] = []
  for (const path of paths) {
    const note = await aboutInput(path, async () => {
      if (fileKind(path) !== kind) throw new InputError('', `is no .${kind} file, as the merged one is to be`)
      return readNote(host, path)
    })
    const like = shards[0]
    const difference = like === undefined ? null : differenceOf(note, { ...like.note, shard: note.shard })
    if (difference !== null) throw refused(`${path}: ${difference}, unlike ${like!.path}`)
    if (like !== undefined && note.shard.of !== like.note.shard.of)
      throw refused(`${path}: is shard ${shardName(note.shard)}, and ${like.path} is ${shardName(like.note.shard)}`)
    const twin = shards.find(({ note: other }) => other.shard.index === note.shard.index)
    if (twin !== undefined) throw refused(`${path}: is shard ${shardName(note.shard)}, as is ${twin.path}`)
    shards.push({ path, note })
  }
  const { of } = shards[0]!.note.shard
  const indexes = new Set(shards.map(({ note }) => note.shard.index))
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !indexes.has(index))
  if (missing.length > 0) {
    const some = missing.slice(0, 5).map((index) => `${index}/${of}`)
    const more = missing.length > some.length ? ` and ${missing.length - some.length} more` : ''
    throw refused(`shards are missing: ${some.join(', ')}${more}`)
  }
  return shards.toSorted((a, b) => a.note.shard.index - b.note.shard.index)
}

const refused = (message: string): CommandFailure => new CommandFailure(BAD_INPUT, message)

async function headerOf(host: CommandHost, path: string, kind: FileKind): Promise<string> {
  if (kind === 'ndjson') return ''
  return aboutInput(path, async () => {
    for await (const { text, ended } of host.fileLines(path)) if (ended) return `${text}\r\n`
    throw new InputError('', 'is not finished; run its sweep again')
  })
}

async function refuseUnfinished(host: CommandHost, path: string, note: ResultsNote, form: Form): Promise<void> {
  const { done } = await finishedRows(host.fileLines(path), form, note.shard, note.combinations)
  const size = shardSize(note.shard, note.combinations)
  if (done < size)
    throw new InputError('', `is not finished: has ${grouped(done)} of ${grouped(size)} frontiers; run its sweep again`)
}

async function write(host: CommandHost, out: string, shards: readonly ShardFile[], form: Form): Promise<void> {
  const { note } = shards[0]!
  const merged = await host.openGrowingFile(out)
  try {
    await merged.goOnFrom(0)
    await host.writeFile(notePath(out), formatNote({ ...note, shard: WHOLE }), { force: true })
    let piece = form.header
    for await (const rows of mergedRows(host, shards, form)) {
      piece += rows
      if (piece.length < PIECE) continue
      await merged.append(piece)
      piece = ''
    }
    await merged.append(piece)
  } finally {
    await merged.close()
  }
}

/** The rows of each combination in turn: shards take turns, as they did when the combinations were dealt. */
async function* mergedRows(host: CommandHost, shards: readonly ShardFile[], form: Form): AsyncGenerator<string> {
  const sources = shards.map(({ path }) => host.fileLines(path))
  const lineEnd = form.header === '' ? '\n' : '\r\n'
  if (form.header !== '') for (const source of sources) await source.next()
  for (let done = 0; done < shards[0]!.note.combinations; done++) {
    const source = sources[done % sources.length]!
    for (let last = false; !last;) {
      const { text } = (await source.next()).value!
      const { row, rows } = form.placeOf(text)!
      yield `${text}${lineEnd}`
      last = row === rows
    }
  }
}
