import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './fixtures/app.ts'

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
