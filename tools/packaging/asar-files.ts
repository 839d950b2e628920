import { closeSync, openSync, readSync } from 'node:fs'

/** A folder or a file as an asar's header has it (github.com/electron/asar, "Format"). */
interface AsarNode {
  readonly files?: Readonly<Record<string, AsarNode>>
  /** It lies in the folder beside the archive, named like it and ".unpacked". */
  readonly unpacked?: boolean
}

/** Bytes before the header's text: Chromium's pickles of its size, in the last four of which is the length of the text. */
const PREFIX_BYTES = 16

/** The paths of all files in an asar, with forward slashes. @throws Error where the file is no asar */
export function asarFiles(path: string): string[] {
  const names: string[] = []
  const visit = ({ files }: AsarNode, at: string) => {
    if (files === undefined) names.push(at)
    else for (const [name, node] of Object.entries(files)) visit(node, at === '' ? name : `${at}/${name}`)
  }
  visit(readHeader(path), '')
  return names
}

function readHeader(path: string): AsarNode {
  const file = openSync(path, 'r')
  const read = (length: number, from: number): Buffer => {
    const bytes = Buffer.alloc(length)
    if (readSync(file, bytes, 0, length, from) < length) throw new Error(`${path} is no asar archive: it is cut off`)
    return bytes
  }
  try {
    const prefix = read(PREFIX_BYTES, 0)
    if (prefix.readUInt32LE(0) !== 4) throw new Error(`${path} is no asar archive`)
    return JSON.parse(read(prefix.readUInt32LE(12), PREFIX_BYTES).toString('utf8')) as AsarNode
  } finally {
    closeSync(file)
  }
}
