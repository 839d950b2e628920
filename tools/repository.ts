import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, wherever the command was started from. */
export const repositoryFolder = dirname(dirname(fileURLToPath(import.meta.url)))
