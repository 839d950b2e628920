// Stands in for Electron's own default app, which a packaged Electron lacks: `electron [switches] FOLDER-OR-FILE`
// loads the app there. Copied into the older Electron as resources/app/main.mjs.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const preloads = []
let folder

for (let index = 1; index < process.argv.length && folder === undefined; index += 1) {
  const argument = process.argv[index]
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[(index += 1)])
  else if (!argument.startsWith('-')) folder = resolve(argument)
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })

const require = createRequire(resolve(process.cwd(), 'start.js'))
for (const file of preloads) require(file)

if (folder === undefined) {
  console.error('Usage: electron [switches] FOLDER-OR-FILE')
  app.exit(1)
} else {
  const description = resolve(folder, 'package.json')
  const { name, productName, version, main } = existsSync(description)
    ? JSON.parse(readFileSync(description, 'utf8'))
    : {}
  if (version) app.setVersion(version)
  if (productName ?? name) app.name = productName ?? name
  app.setDesktopName(`${app.name}.desktop`)
  app.setAppPath(folder)
  // Top-level await: Electron holds back `ready` until this module, and with it the app's own code, has run.
  await import(pathToFileURL(require.resolve(main ? resolve(folder, main) : folder)).href)
}
