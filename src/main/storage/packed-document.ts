import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Bytes that a document may unpack to: twice the largest scenario file. */
const LARGEST_BYTES = 64 * 1024 * 1024

/** A document's text in a fifth of its space or less. Each stands by itself: none needs another to be read. */
export const packDocument = (text: string): Buffer => deflateRawSync(text, { level: 9 })

/** @throws Error where the bytes are no packed document */
export function unpackDocument(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes, { maxOutputLength: LARGEST_BYTES }).toString('utf8')
  } catch (error) {
    throw new Error(`the stored text is damaged (${String(error)})`, { cause: error })
  }
}
