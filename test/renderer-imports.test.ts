import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** Files that reach the window's bundle from an entry: what only types are imported of does not. */
function bundled(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry) || !existsSync(entry)) return found
  found.add(entry)
  if (!/\.tsx?$/.test(entry)) return found
  const imports = readFileSync(entry, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?['"](\.[^'"]+)['"]/gm)
  for (const [, path] of imports) bundled(join(dirname(entry), path!), found)
  return found
}

const files = [...bundled('src/renderer/main.tsx')].map((file) => file.replaceAll('\\', '/'))

it('the built-in catalog stays out of the window, which asks for it', () => {
  expect(files.filter((file) => /catalog\/(data\/|builtin)/.test(file))).toEqual([])
})

it('the measured rows stay out of the window', () => {
  expect(files).toContain('src/shared/report/palette.ts')
  expect(files.filter((file) => /validation\/data\/(?!regimes\.json)|shipped-rows/.test(file))).toEqual([])
})
