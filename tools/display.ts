import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { Stop } from './stop.ts'
import { whenInterrupted } from './when-interrupted.ts'

export interface XServer {
  /** The display's number as the server prints it on file descriptor 3; rejects if it ends instead. */
  number: Promise<string>
  stop: () => Promise<void>
}

export interface DisplayOptions {
  env?: NodeJS.ProcessEnv
  platform?: NodeJS.Platform
  startServer?: () => XServer
}

/** Only Linux can be without a display: a server, a container, a session over ssh. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/** Runs `work` with the display there is, or with an invisible one that is always stopped afterwards. */
export async function withDisplay<T>(
  work: (displayEnv: Record<string, string>) => Promise<T>,
  options: DisplayOptions = {},
): Promise<T> {
  if (hasDisplay(options.env, options.platform)) return work({})
  const server = (options.startServer ?? startXvfb)()
  try {
    return await work({ DISPLAY: `:${await server.number}` })
  } finally {
    await server.stop()
  }
}

function startXvfb(): XServer {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const forget = whenInterrupted(() => child.kill())
  const ended = new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve()))
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const number = new Promise<string>((resolve, reject) => {
    let text = ''
    const fromServer = child.stdio[3] as Readable
    fromServer.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.endsWith('\n')) resolve(text.trim())
    })
    void ended.then(() => reject(new Stop(`Xvfb, the invisible display, did not start. ${complaint.trim()}`)))
  })
  return {
    number,
    async stop() {
      child.kill()
      await ended
      forget()
    },
  }
}
