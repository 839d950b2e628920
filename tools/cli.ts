// Entry of `npm run --silent cli -- COMMAND`: the commands themselves are in src/main/cli.
import { runCommandLine } from '../src/main/cli/command-line.ts'
import { nodeHost } from '../src/main/cli/node-host.ts'
import { commandInElectron } from './command-in-electron.ts'
import { runTool } from './stop.ts'

await runTool(() => runCommandLine(process.argv.slice(2), nodeHost({ electron: commandInElectron })))
