import type { IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { describe, expect, test } from 'vitest'
import { CALLS, type Reply } from '../../shared/contract/contract.ts'
import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import { handleCalls, type CallHandlers } from './handle-calls.ts'

const frame = (url: string) => ({ url }) as WebFrameMain
const ourFrame = frame('app://paretoscope/index.html')
const caller = { id: 7, send: () => {} }

const unused = () => {
  throw new Error('not expected to be called')
}
const noHandlers = Object.fromEntries(Object.keys(CALLS).map((name) => [name, unused])) as unknown as CallHandlers

/** Registers handlers and gives a way to call them as a frame would. */
function registered(handlers: Partial<CallHandlers>, ours: WebFrameMain | null = ourFrame) {
  const channels = new Map<string, (event: IpcMainInvokeEvent, input: unknown) => Promise<Reply<unknown>>>()
  const logged: string[] = []
  handleCalls(
    { ...noHandlers, ...handlers },
    {
      ipcMain: { handle: (name, listener) => void channels.set(name, listener as never) },
      callerOf: (sender) => (sender !== null && sender === ours ? caller : null),
      log: (line) => logged.push(line),
    },
  )
  const call = (name: string, input?: unknown, senderFrame: WebFrameMain | null = ourFrame) =>
    channels.get(name)!({ senderFrame } as IpcMainInvokeEvent, input)
  return { channels, logged, call }
}

test('listens on the names of the contract and on nothing else', () => {
  expect([...registered({}).channels.keys()]).toEqual(Object.keys(CALLS))
})

test('a handler gets parsed input and who calls, and its answer comes back', async () => {
  const seen: unknown[] = []
  const { call } = registered({
    'app.setTheme': (theme, { id }) => void seen.push([theme, id]),
    'scenario.list': () => [],
  })
  expect(await call('app.setTheme', 'dark')).toEqual({ ok: true, value: undefined })
  expect(await call('scenario.list')).toEqual({ ok: true, value: [] })
  expect(seen).toEqual([['dark', 7]])
})

describe('a stranger is refused before the handler runs', () => {
  test.each<[string, WebFrameMain | null]>([
    ['a frame that is gone', null],
    ['an inner frame', frame('app://paretoscope/index.html')],
    ['an inner frame of the web', frame('https://epoch.ai/')],
  ])('%s', async (_who, sender) => {
    expect(await registered({}).call('scenario.list', undefined, sender)).toMatchObject({ ok: false, kind: 'input' })
  })

  test.each(['https://epoch.ai/', 'file:///index.html', 'app://elsewhere/index.html', 'about:blank', ''])(
    'our own frame, led away to "%s"',
    async (url) => {
      const away = frame(url)
      const { call } = registered({ 'scenario.list': unused }, away)
      expect(await call('scenario.list', undefined, away)).toEqual({
        ok: false,
        kind: 'input',
        message: 'this page may not call the app',
      })
    },
  )

  test('anybody, while there is no window', async () => {
    expect(await registered({}, null).call('scenario.list')).toMatchObject({ ok: false, kind: 'input' })
  })
})

test.each([
  ['app.setTheme', 'pink', 'is "pink"'],
  ['app.setTheme', undefined, 'is missing'],
  ['app.info', {}, 'is {}'],
  ['scenario.open', 1.5, 'is 1.5'],
  ['scenario.open', '1', 'is "1"'],
  ['scenario.save', { id: null }, 'scenario: is missing'],
  ['frontier.compute', { job: 'x', series: {}, catalog: {} }, 'series.name: is missing'],
])('%s with %j is refused as input', async (name, input, message) => {
  const reply = await registered({}).call(name, input)
  expect(reply).toEqual({ ok: false, kind: 'input', message: expect.stringContaining(message) })
})

test('an answer that breaks the contract does not leave, and is logged', async () => {
  const { call, logged } = registered({ 'scenario.list': () => [{ id: 0, name: 'x' }] as never })
  expect(await call('scenario.list')).toMatchObject({
    ok: false,
    kind: 'failed',
    message: expect.stringContaining('scenario.list'),
  })
  expect(logged).toHaveLength(1)
})

test.each([
  [new InputError('series.model', 'is unknown'), 'input', 'series.model: is unknown'],
  [new NewerVersionError(9, 1), 'newer-version', 'this file has version 9'],
  [new CancelledError(), 'cancelled', 'cancelled'],
  [new Error('the disk is full'), 'failed', 'the disk is full'],
  ['thrown text', 'failed', 'thrown text'],
])('%s becomes a reply without a stack', async (error, kind, message) => {
  const { call, logged } = registered({ 'scenario.list': () => Promise.reject(error) })
  const reply = await call('scenario.list')
  expect(reply).toEqual({ ok: false, kind, message: expect.stringContaining(message) })
  expect(JSON.stringify(reply)).not.toContain('handle-calls')
  expect(logged).toHaveLength(kind === 'failed' ? 1 : 0)
})
