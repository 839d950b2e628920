import { closeSync, openSync, readSync } from 'node:fs'

/** "PRSC": marks the file as ours, for this app and for the `file` command. */
export const APPLICATION_ID = 0x50525343

const MAGIC = 'SQLite format 3\0'
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68
const HEADER_BYTES = 100

export type DatabaseHeader =
  | { readonly kind: 'none' }
  | { readonly kind: 'no-database' }
  | { readonly kind: 'database'; readonly userVersion: number; readonly applicationId: number }

/**
 * Looks at a database file without opening it as one, which would already create files beside it.
 * Layout: https://www.sqlite.org/fileformat.html#the_database_header
 */
export function readDatabaseHeader(path: string): DatabaseHeader {
  const bytes = firstBytes(path)
  if (bytes.length === 0) return { kind: 'none' }
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return { kind: 'no-database' }
  return {
    kind: 'database',
    userVersion: bytes.readInt32BE(USER_VERSION_AT),
    applicationId: bytes.readInt32BE(APPLICATION_ID_AT),
  }
}

function firstBytes(path: string): Buffer {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    return bytes.subarray(0, readSync(file, bytes, 0, HEADER_BYTES, 0))
  } finally {
    closeSync(file)
  }
}
