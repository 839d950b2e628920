import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './fixtures/app.ts'

test.describe('the network', () => {
  test('is out of reach, by the policy of the page and by the session', async ({ app }) => {
    app.expectConsoleError(/./)
    const reached: string[] = []
    const server = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.end('reached')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const local = pathToFileURL(join(app.userData, 'paretoscope.sqlite')).href
    try {
      const byPage = await app.window.evaluate(
        async ([http, ws, file]) => ({
          http: await fetch(http).then(
            () => 'reached',
            () => 'refused',
          ),
          file: await fetch(file).then(
            () => 'reached',
            () => 'refused',
          ),
          beacon: navigator.sendBeacon(http),
          image: await new Promise((done) =>
            Object.assign(new Image(), { onload: () => done('reached'), onerror: () => done('refused'), src: http }),
          ),
          socket: await new Promise((done) => {
            try {
              Object.assign(new WebSocket(ws), { onopen: () => done('reached'), onerror: () => done('refused') })
            } catch {
              done('refused')
            }
          }),
        }),
        [`http://127.0.0.1:${port}/page`, `ws://127.0.0.1:${port}/socket`, local] as const,
      )
      expect(byPage).toMatchObject({ http: 'refused', file: 'refused', image: 'refused', socket: 'refused' })

      const http = `http://127.0.0.1:${port}/session`
      const bySession = await app.electronApp.evaluate(
        async ({ session, BrowserWindow }, [first, second]) => {
          const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
          const outcome = (work: Promise<unknown>) =>
            work.then(
              () => 'reached',
              (error: Error) => error.message,
            )
          const outcomes = [
            await outcome(session.defaultSession.fetch(first)),
            await outcome(hidden.loadURL(first)),
            await outcome(hidden.loadURL(second)),
          ]
          hidden.destroy()
          return outcomes
        },
        [http, local] as const,
      )
      expect(bySession).toEqual(bySession.map(() => expect.stringContaining('ERR_BLOCKED_BY_CLIENT')))
      expect(reached).toEqual([])
    } finally {
      server.close()
    }
  })

  test('is not replaced by our own scheme: nothing but the built page is served', async ({ app: { electronApp } }) => {
    const statuses = await electronApp.evaluate(async ({ session }) => {
      const addresses = [
        'app://paretoscope/index.html',
        'app://paretoscope/',
        'app://paretoscope/missing.js',
        'app://paretoscope/../main/index.js',
        'app://paretoscope/%2e%2e/main/index.js',
        'app://paretoscope/..%2fmain%2findex.js',
        'app://paretoscope/..%5cmain%5cindex.js',
        'app://paretoscope/%252e%252e/main/index.js',
        'app://paretoscope//etc/passwd',
        'app://paretoscope/index.html%00.js',
        'app://elsewhere/index.html',
      ]
      return Promise.all(addresses.map(async (address) => (await session.defaultSession.fetch(address)).status))
    })
    expect(statuses.slice(0, 2)).toEqual([200, 200])
    expect(statuses.slice(2).filter((status) => status !== 403 && status !== 404)).toEqual([])
  })
})
