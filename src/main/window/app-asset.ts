import { extname, isAbsolute, join, relative } from 'node:path'
import { isAppUrl } from './app-origin.ts'

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export type Asset =
  | { readonly kind: 'file'; readonly path: string; readonly mimeType: string }
  /** 403: not of our pages, or it tries to leave the folder; 404: nothing that we serve. */
  | { readonly kind: 'refused'; readonly status: 403 | 404 }

const refused = (status: 403 | 404): Asset => ({ kind: 'refused', status })

/** The file that an app:// address means, always inside `root`. */
export function assetFor(address: string, root: string): Asset {
  if (!isAppUrl(address)) return refused(403)
  const segments = decodedSegments(address)
  if (segments === null) return refused(403)
  const path = join(root, ...(segments.length === 0 ? ['index.html'] : segments))
  if (!isInside(path, root)) return refused(403)
  const mimeType = MIME_TYPES[extname(path).toLowerCase()]
  return mimeType === undefined ? refused(404) : { kind: 'file', path, mimeType }
}

/** A name as the build makes them: no dots first, no separators, drives, streams, controls or second encoding. */
const PLAIN_NAME = /^[\w-][\w.@-]*$/

/**
 * The address's path as names; null where one is anything but a plain file name. Taken from the text and not from
 * `URL`, which would quietly mend `..` and `\`.
 */
function decodedSegments(address: string): string[] | null {
  const path = address.replace(/[?#].*$/s, '').replace(/^[^:]*:\/\/[^/\\]*/, '')
  const segments = path.replace(/^\//, '').split('/')
  if (segments.length === 1 && segments[0] === '') return []
  return segments.every((segment) => PLAIN_NAME.test(segment)) ? segments : null
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}
