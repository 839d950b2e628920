import { expect, it } from 'vitest'
import { everythingPrinted, runCommand } from './command.ts'

const node = (program: string, options = {}) => runCommand(process.execPath, ['-e', program], options)

it('collects output and exit code', async () => {
  const result = await node('console.log("out"); console.error("err"); process.exitCode = 3')
  expect(result).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' })
  expect(everythingPrinted(result)).toBe('out\nerr')
})

it('answers 127 for a command that is not there', async () => {
  expect((await runCommand('no-such-command-anywhere', [])).code).toBe(127)
})

it('ends a command that takes too long', async () => {
  expect((await node('setInterval(() => {}, 1000)', { timeLimitMs: 50 })).code).toBe(124)
})
