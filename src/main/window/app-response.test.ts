import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { respond } from './app-response.ts'

const root = join(sep, 'app')
const files = new Map([[join(root, 'index.html'), '<!doctype html>']])
const read = (path: string) =>
  files.has(path)
    ? Promise.resolve(new TextEncoder().encode(files.get(path)))
    : Promise.reject(new Error(`ENOENT ${path}`))
const get = (path: string, method = 'GET') => respond({ url: `app://paretoscope/${path}`, method }, root, read)

test('a page comes with its type and the policy', async () => {
  const response = await get('')
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<!doctype html>')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; " +
      "font-src 'self'; connect-src 'none'; worker-src 'none'; object-src 'none'; frame-src app://report-preview; frame-ancestors 'none'; " +
      "base-uri 'none'; form-action 'none'",
  )
})

test.each([
  ['missing.html', 'GET', 404],
  ['LICENSE', 'GET', 404],
  ['../secret.html', 'GET', 403],
  ['index.html', 'POST', 405],
])('%s by %s is refused with %i and nothing in it', async (path, method, status) => {
  const response = await get(path, method)
  expect(response.status).toBe(status)
  expect(await response.text()).toBe('')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})
