import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import type { Bridge, Reply } from '../src/shared/contract/contract.ts'
import { expect, test } from './fixtures/app.ts'

/** The bridge as a hostile page sees it: no types in its way. */
type OpenBridge = { invoke(name: unknown, input?: unknown): Promise<Reply<unknown>>; on: Bridge['on'] }
declare global {
  interface Window {
    readonly paretoscope: Bridge
  }
}

const invoke = (page: Page, name: unknown, input?: unknown) =>
  page.evaluate(([n, i]) => (window.paretoscope as OpenBridge).invoke(n, i), [name, input] as const)

test.describe('the bridge', () => {
  test('offers invoke and on, and no Node', async ({ app: { window: page } }) => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.paretoscope).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      replaceable: Reflect.set(window, 'paretoscope', null) || Reflect.set(window.paretoscope, 'invoke', null),
    }))
    expect(seen).toEqual({ bridge: ['invoke', 'on'], node: [], replaceable: false })
  })

  test('answers a call of the contract', async ({ app: { window: page } }) => {
    expect(await invoke(page, 'app.info')).toMatchObject({ ok: true, value: { theme: 'system' } })
  })

  test('knows no other calls', async ({ app: { window: page } }) => {
    for (const name of [
      'nothing.here',
      '',
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      7,
      null,
      ['app.info'],
      {},
    ]) {
      expect(await invoke(page, name), JSON.stringify(name)).toMatchObject({ ok: false, kind: 'input' })
    }
  })

  test('knows no other events', async ({ app: { window: page } }) => {
    const outcome = await page.evaluate(() => {
      try {
        window.paretoscope.on('constructor' as 'menu.command', () => {})
        return 'listening'
      } catch (error) {
        return String(error)
      }
    })
    expect(outcome).toContain('there is no such event')
  })

  test('refuses input that breaks the contract, and says where', async ({ app: { window: page } }) => {
    const series = { name: 'a', model: 'paper/GPT_4', accelerator: 'paper/H100' }
    const catalog = { models: {}, accelerators: {} }
    const hostile: [string, unknown, RegExp][] = [
      ['app.setTheme', 'pink', /pink/],
      ['app.info', { surplus: true }, /./],
      ['scenario.open', '1; DROP TABLE scenarios', /DROP TABLE/],
      ['scenario.open', -1, /./],
      ['scenario.open', 999, /no saved scenario 999/],
      ['frontier.compute', { job: '', series, catalog }, /job/],
      ['frontier.compute', { job: 'j', series: { ...series, path: '/etc/passwd' }, catalog }, /series\.path/],
      ['frontier.compute', { job: 'j', series: { ...series, model: '__proto__' }, catalog }, /series\.model/],
      ['frontier.compute', { job: 'j', series: { ...series, model: 'constructor' }, catalog }, /series\.model/],
      ['file.save', { path: '/tmp/out.json' }, /./],
      ['file.open', '/etc/passwd', /passwd/],
    ]
    for (const [name, input, message] of hostile) {
      const reply = await invoke(page, name, input)
      expect(reply, `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: false, kind: 'input' })
      expect(reply).toHaveProperty('message', expect.stringMatching(message))
      expect(JSON.stringify(reply)).not.toMatch(/ at .*\.(js|ts):\d/)
    }
    expect(await invoke(page, 'app.info')).toMatchObject({ ok: true, value: { theme: 'system' } })
  })

  test('takes no prototype keys', async ({ app: { window: page } }) => {
    const reply = await page.evaluate(() => {
      const scenario = JSON.parse(
        '{"format":"paretoscope/scenario","version":1,"name":"x","series":[{"name":"a","model":"m","accelerator":"a"}],"__proto__":{"polluted":true},"models":{"__proto__":{"a":1}}}',
      ) as unknown
      return (window.paretoscope as unknown as OpenBridge).invoke('scenario.save', { id: null, scenario })
    })
    expect(reply.ok ? JSON.stringify(reply.value) : reply.kind).not.toContain('polluted')
    const opened = reply.ok ? await invoke(page, 'scenario.open', (reply.value as { id: number }).id) : reply
    expect(JSON.stringify(opened)).not.toContain('polluted')
  })

  test('is not in frames, and answers no window but the app’s own', async ({ app: { window: page, electronApp } }) => {
    const inFrame = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      return 'paretoscope' in frame.contentWindow!
    })
    expect(inFrame).toBe(false)

    const opened = electronApp.waitForEvent('window')
    await electronApp.evaluate(({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      void new BrowserWindow({ webPreferences: { preload, sandbox: true } }).loadURL('app://paretoscope/index.html')
    })
    const stranger = await opened
    await stranger.waitForFunction(() => 'paretoscope' in window)
    expect(await invoke(stranger, 'app.info')).toEqual({
      ok: false,
      kind: 'input',
      message: 'this page may not call the app',
    })
  })
})

test.describe('the page', () => {
  test('is isolated and sandboxed, under a policy sent as a header', async ({ app: { window: page, electronApp } }) => {
    expect(page.url()).toBe('app://paretoscope/index.html')
    const preferences = await electronApp.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    })
    const response = page.waitForResponse('app://paretoscope/index.html')
    await page.reload()
    const headers = (await response).headers()
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(headers['content-security-policy']).toContain("connect-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('runs no script of others and no eval', async ({ app }) => {
    app.expectConsoleError(/Content Security Policy/)
    await app.window.evaluate(() => {
      const inline = document.createElement('script')
      inline.textContent = 'window.inlineRan = true'
      document.body.append(inline)
      // Later, because the debugger's own evaluation may do what the page may not.
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- the point of the test
          window.eval('window.evalRan = true')
        } catch (error) {
          Object.assign(window, { evalError: (error as Error).name })
        }
        Object.assign(window, { tried: true })
      })
    })
    await app.window.waitForFunction(() => 'tried' in window)
    const ran = await app.window.evaluate(() => ['inlineRan', 'evalRan', 'evalError'].filter((name) => name in window))
    expect(ran).toEqual(['evalError'])
  })

  test('stays where it is', async ({ app }) => {
    app.expectConsoleError(/Not allowed to (load local resource|navigate top frame)/)
    const { window: page, electronApp } = app
    const outside = [
      'https://example.com/',
      pathToFileURL(join(app.userData, 'x.html')).href,
      'app://elsewhere/index.html',
      'data:text/html,x',
    ]
    for (const address of outside) {
      await page.evaluate((href) => {
        const link = document.body.appendChild(document.createElement('a'))
        link.href = href
        link.click()
        link.remove()
      }, address)
    }
    expect(await page.evaluate(() => document.readyState)).toBe('complete')
    expect(page.url()).toBe('app://paretoscope/index.html')
    expect(await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('opens no windows, and outside only links to known sources', async ({ app }) => {
    app.expectConsoleError(/Not allowed to load local resource|JavaScript URL because it violates/)
    const { window: page, electronApp } = app
    await electronApp.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = (address) => Promise.resolve(void opened.push(address))
    })
    const addresses = [
      'https://arxiv.org/abs/2506.04645',
      'https://github.com/epoch-research',
      'https://epoch.ai/',
      'http://epoch.ai/',
      'https://evil.example/',
      'https://github.com.evil.example/',
      'https://github.com@evil.example/',
      'https://user:pass@github.com/',
      'https://github.com:8443/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'about:blank',
      'app://paretoscope/index.html',
    ]
    const handles = await page.evaluate((all) => all.map((address) => window.open(address) === null), addresses)
    expect(handles).toEqual(addresses.map(() => true))
    const opened = () => electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await expect.poll(opened).toEqual(addresses.slice(0, 3))
    expect(electronApp.windows()).toHaveLength(1)
  })

  test('has no webviews and gets no permissions', async ({ app: { window: page } }) => {
    const outcome = await page.evaluate(async () => {
      const view = document.body.appendChild(document.createElement('webview'))
      const state = (name: string) =>
        navigator.permissions.query({ name: name as PermissionName }).then((found) => found.state)
      return {
        webview: 'getURL' in view,
        notifications: await Notification.requestPermission(),
        geolocation: await state('geolocation'),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).catch((error: Error) => error.name),
      }
    })
    expect(outcome).toEqual({
      webview: false,
      notifications: 'denied',
      geolocation: 'denied',
      camera: expect.stringMatching(/NotAllowed|NotFound/),
    })
  })
})

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
