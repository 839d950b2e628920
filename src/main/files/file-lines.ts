import { createReadStream } from 'node:fs'
import { InputError } from '../../shared/scenario/input-error.ts'
import { fileProblem } from './file-problem.ts'

export interface FileLine {
  /** Without its line end, be it LF or CRLF. */
  readonly text: string
  /** Bytes of the file up to the end of this line. */
  readonly end: number
  /** The line is ended; only the last may not be. */
  readonly ended: boolean
}

const LINE_FEED = 10
const LONGEST_LINE_BYTES = 16 * 1024 * 1024

/** A file line by line, however large it is. @throws InputError where it cannot be read */
export async function* fileLines(path: string): AsyncGenerator<FileLine> {
  let end = 0
  let open: Buffer[] = []
  const lineOf = (ended: boolean): FileLine => {
    const bytes = Buffer.concat(open)
    open = []
    end += bytes.length
    return { text: bytes.toString('utf8').replace(/\r?\n$/, ''), end, ended }
  }
  let openBytes = 0
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
        open.push(chunk.subarray(from, at + 1))
        from = at + 1
        openBytes = 0
        yield lineOf(true)
      }
      if (from === chunk.length) continue
      open.push(chunk.subarray(from))
      openBytes += chunk.length - from
      if (openBytes > LONGEST_LINE_BYTES)
        throw new InputError('', `has a line of more than ${LONGEST_LINE_BYTES} bytes`)
    }
  } catch (error) {
    throw fileProblem(error, 'read')
  }
  if (open.length > 0) yield lineOf(false)
}
