import { assetFor } from './app-asset.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'

const HEADERS = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
}

const refusal = (status: number): Response => new Response(null, { status, headers: HEADERS })

/**
 * The answer to a request for a file under `root`: the file with its type and the page's policy, or 403, 404, 405.
 * @param read gives a file's bytes; rejects where there is none
 */
export async function respond(
  { url, method }: Pick<Request, 'url' | 'method'>,
  root: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405)
  const asset = assetFor(url, root)
  if (asset.kind === 'refused') return refusal(asset.status)
  try {
    const bytes = new Uint8Array(await read(asset.path))
    return new Response(bytes, { headers: { ...HEADERS, 'Content-Type': asset.mimeType } })
  } catch {
    return refusal(404)
  }
}
