/** What a packaged app consists of: the built app, its description, and SQLite for one system. Anything else is a mistake. */
const APP_FILES = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\/[^.][\w./-]*\.(js|cjs|css|html|woff2)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
]

/** Without these it would not start. */
const NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/main/compute-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/start-up.html',
  'node_modules/better-sqlite3/lib/index.js',
]

/**
 * What is wrong with the files of a packaged app, a line each.
 * @param sqliteBinding the path of SQLite's native part, of which there is to be this one only
 */
export function contentProblems(files: readonly string[], sqliteBinding: string): string[] {
  const missing = [...NEEDED, sqliteBinding].filter((path) => !files.includes(path))
  const strange = files.filter((path) => path !== sqliteBinding && !APP_FILES.some((pattern) => pattern.test(path)))
  return [
    ...missing.map((path) => `${path} is missing in the app`),
    ...strange.map((path) => `${path} does not belong into the app`),
  ]
}
