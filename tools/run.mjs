// Starts one of the TypeScript tools: node tools/run.mjs tools/start.ts [arguments].
// Plain JavaScript, because the Node that npm itself runs on may be too old to read TypeScript.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const oldest = 24
const [script, ...args] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(`This needs Node ${oldest} or newer, and this is Node ${process.versions.node}.
  On Linux, Windows and Intel Macs "npm ci" brings Node ${oldest} along as an optional dependency:
  run "npm ci" again without --omit=optional, then start this through "npm run".
  On Apple silicon install Node ${oldest}, from https://nodejs.org for instance.`)
  process.exitCode = 1
} else if (script === undefined) {
  console.error('Usage: node tools/run.mjs SCRIPT.ts [arguments]')
  process.exitCode = 2
} else {
  const path = resolve(script)
  process.argv = [process.argv[0], path, ...args]
  await import(pathToFileURL(path).href)
}
