import { STORED_COLUMNS, type StoredFrontier } from '../../shared/search/stored-frontier.ts'

const BYTES = Float64Array.BYTES_PER_ELEMENT

/** The columns one after another, as little-endian doubles. */
export function packFrontier(frontier: StoredFrontier): Buffer {
  const length = frontier.tokensPerSecond.length
  const bytes = Buffer.alloc(STORED_COLUMNS.length * length * BYTES)
  for (const [column, name] of STORED_COLUMNS.entries())
    for (let i = 0; i < length; i++) bytes.writeDoubleLE(frontier[name][i]!, (column * length + i) * BYTES)
  return bytes
}

/** @throws Error where the bytes are not whole columns */
export function unpackFrontier(bytes: Buffer): StoredFrontier {
  const length = bytes.length / (STORED_COLUMNS.length * BYTES)
  if (!Number.isInteger(length)) throw new Error(`a stored frontier has ${bytes.length} bytes, which are no columns`)
  const column = (name: (typeof STORED_COLUMNS)[number]) => {
    const from = STORED_COLUMNS.indexOf(name) * length
    return Float64Array.from({ length }, (_, i) => bytes.readDoubleLE((from + i) * BYTES))
  }
  return {
    tokensPerSecond: column('tokensPerSecond'),
    usdPerMillionTokens: column('usdPerMillionTokens'),
    gpus: column('gpus'),
    batch: column('batch'),
  }
}
