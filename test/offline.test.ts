import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Ways out of a process that the session's policy (e2e/security-network.spec.ts) does not stand in. */
const WAYS_OUT =
  /['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/\w+)?['"]|\b(?:autoUpdater|crashReporter|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|\bfetch\(|\bnet\b[^\n]*from 'electron'/

const reachesOut = (source: string): boolean => WAYS_OUT.test(source)

test('no part of the app asks for an update, sends a report or opens a connection', () => {
  const root = resolve(import.meta.dirname, '../src')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const own = sources.filter((name) => !name.includes('.test.'))
  expect(own.length).toBeGreaterThan(300)
  expect(own.filter((name) => reachesOut(readFileSync(join(root, name), 'utf8')))).toEqual([])
})

test.each([
  "import { request } from 'node:https'",
  "import dns from 'dns/promises'",
  "await import('node:net')",
  "import { app, autoUpdater } from 'electron'",
  "import { crashReporter } from 'electron'",
  "import { app, net } from 'electron'",
  'await fetch(address)',
  'new WebSocket(address)',
])('%s would be found', (source) => expect(reachesOut(source)).toBe(true))
