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

  test('answers no call of the start-up screen in the app’s own window', async ({ app: { window: page } }) => {
    for (const name of ['startUp.problem', 'startUp.startEmpty', 'startUp.quit'])
      expect(await invoke(page, name)).toEqual({ ok: false, kind: 'input', message: 'this page may not call the app' })
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
