import { describe, expect, it } from 'vitest'
import { hasDisplay, withDisplay, type XServer } from './display.ts'
import { Stop } from './stop.ts'

describe('hasDisplay', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, boolean]>([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ])('on %s with %o: %s', (platform, env, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected)
  })
})

describe('withDisplay', () => {
  function server(number: Promise<string>): { start: () => XServer; stopped: () => boolean } {
    let stopped = false
    return { start: () => ({ number, stop: async () => void (stopped = true) }), stopped: () => stopped }
  }

  it('uses the display there is', async () => {
    const startServer = () => expect.unreachable('no server is needed')
    expect(await withDisplay(async (env) => env, { env: { DISPLAY: ':0' }, platform: 'linux', startServer })).toEqual(
      {},
    )
  })

  it('names the display it started and stops it', async () => {
    const { start, stopped } = server(Promise.resolve('7'))
    expect(
      await withDisplay(async (env) => [env, stopped()], { env: {}, platform: 'linux', startServer: start }),
    ).toEqual([{ DISPLAY: ':7' }, false])
    expect(stopped()).toBe(true)
  })

  it('stops it when the work fails, and when the server itself does', async () => {
    const working = server(Promise.resolve('7'))
    await expect(
      withDisplay(() => Promise.reject(new Error('work')), { env: {}, platform: 'linux', startServer: working.start }),
    ).rejects.toThrow('work')
    const broken = server(Promise.reject(new Stop('no server')))
    await expect(
      withDisplay(async () => {}, { env: {}, platform: 'linux', startServer: broken.start }),
    ).rejects.toThrow('no server')
    expect([working.stopped(), broken.stopped()]).toEqual([true, true])
  })
})
