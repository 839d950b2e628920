import { expect, test } from 'vitest'
import { contentProblems } from './app-contents.ts'

const binding = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
const app = [
  'package.json',
  'out/main/index.js',
  'out/main/compute-worker.js',
  'out/main/chunks/search-DNr41btV.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/start-up.html',
  'out/renderer/assets/inter-latin-wght-normal-Dx4kXJAl.woff2',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/lib/methods/wrappers.js',
  binding,
]

test('the built app with SQLite is right', () => {
  expect(contentProblems(app, binding)).toEqual([])
})

test.each([
  'src/main/index.ts',
  'src/main/index.js',
  'e2e/startup.spec.ts',
  'test/golden/frontiers.json',
  'tools/package.ts',
  'docs/model.md',
  'README.md',
  'package-lock.json',
  'tsconfig.json',
  'electron-builder.config.ts',
  '.ci/run',
  '.env',
  'out/.built-from',
  'out/main/index.js.map',
  'out/main/../../src/index.js',
  'out/index.js',
  'node_modules/electron/index.js',
  'node_modules/node-addon-api/napi.h',
  'node_modules/better-sqlite3/binding.gyp',
  'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
  'node_modules/better-sqlite3/src/better_sqlite3.cpp',
  'node_modules/better-sqlite3/prebuilds/darwin-arm64.node',
  'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
])('%s does not belong into it', (path) => {
  expect(contentProblems([...app, path], binding)).toEqual([`${path} does not belong into the app`])
})

test.each([
  'package.json',
  'out/main/index.js',
  'out/main/compute-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/start-up.html',
  'node_modules/better-sqlite3/lib/index.js',
  binding,
])('without %s it is not whole', (path) => {
  expect(contentProblems(without(path), binding)).toEqual([`${path} is missing in the app`])
})

const without = (path: string) => app.filter((one) => one !== path)
