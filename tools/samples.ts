// Entry of `npm run samples`: the reports in docs/samples as PDFs and as pictures of their pages.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommandLine } from '../src/main/cli/command-line.ts'
import { nodeHost } from '../src/main/cli/node-host.ts'
import { everythingPrinted, runCommand } from './command.ts'
import { commandInElectron } from './command-in-electron.ts'
import { repositoryFolder } from './repository.ts'
import { runTool, Stop } from './stop.ts'
import { ensureSystem } from './system.ts'

const SAMPLES = [
  { example: 'which-gpu', options: ['--template', 'docs/samples/board.template.json'] },
  { example: 'precision', options: ['--paper', 'letter', '--landscape'] },
  { example: 'chat-with-limits', options: ['--paper', 'letter'] },
] as const

/** One date for all, so that a sample changes only where the report does. */
const DATE_EPOCH = Date.UTC(2026, 10, 23, 12) / 1000
const PIXELS_PER_INCH = '80'

async function mustRun(command: string, args: string[]): Promise<void> {
  const result = await runCommand(command, args, { cwd: repositoryFolder })
  if (result.code !== 0) throw new Stop(`${command} failed: ${everythingPrinted(result)}`)
}

async function makeSamples(): Promise<number> {
  await ensureSystem(['pdf'], console.error)
  process.chdir(repositoryFolder)
  process.env['SOURCE_DATE_EPOCH'] = String(DATE_EPOCH)
  const folder = 'docs/samples'
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name))
  for (const { example, options } of SAMPLES) {
    const pdf = join(folder, `${example}.pdf`)
    const argv = ['report', `examples/${example}.paretoscope.json`, '--pdf', pdf, '--force', ...options]
    const code = await runCommandLine(argv, nodeHost({ electron: commandInElectron }))
    if (code !== 0) return code
    await mustRun('pdftoppm', ['-r', PIXELS_PER_INCH, '-png', pdf, join(folder, example)])
    console.log(pdf)
  }
  return 0
}

await runTool(makeSamples)
