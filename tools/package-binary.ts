import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFolder } from './repository.ts'

/** The script behind a command of an installed package, to be run by this Node: packageBinary('typescript', root, 'tsc'). */
export function packageBinary(packageName: string, root = repositoryFolder, command = packageName): string {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`)
  return join(folder, script)
}
