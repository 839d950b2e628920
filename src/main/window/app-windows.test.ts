import { EventEmitter } from 'node:events'
import type { BrowserWindow, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import type { WindowState } from '../storage/settings-store.ts'
import { createAppWindows } from './app-windows.ts'

const BOUNDS = { x: 10, y: 20, width: 1000, height: 700, maximized: false }

/** As much of a window as the app's list of them asks for. */
class FakeWindow extends EventEmitter {
  readonly webContents
  readonly sent: unknown[] = []
  readonly bounds: WindowState['bounds']
  minimized = false
  focused = false

  constructor(id: number, bounds: WindowState['bounds']) {
    super()
    this.bounds = bounds
    this.webContents = Object.assign(new EventEmitter(), {
      id,
      mainFrame: { id } as unknown as WebFrameMain,
      isDestroyed: () => false,
      send: (...event: unknown[]) => void this.sent.push(event),
    })
  }

  readonly getNormalBounds = () => this.bounds ?? BOUNDS
  readonly isMaximized = () => false
  readonly isMinimized = () => this.minimized
  readonly isFocused = () => this.focused
  readonly restore = () => void (this.minimized = false)
  readonly focus = () => void (this.focused = true)
  readonly close = () => {
    this.emit('close')
    this.emit('closed')
  }
}

/** The app's windows over settings that last. */
function started(saved: WindowState[] = [], scenarios = [1, 2, 3], mayLoseWork = true) {
  const made: FakeWindow[] = []
  const gone: number[] = []
  const settings = { saved }
  const windows = createAppWindows({
    settings: {
      get: () => settings.saved,
      remember: (_name: string, value: WindowState[]) => void (settings.saved = value),
    } as never,
    createWindow(bounds) {
      made.push(new FakeWindow(made.length + 1, bounds))
      return made.at(-1) as unknown as BrowserWindow
    },
    hasScenario: (id) => scenarios.includes(id),
    onPageGone: (id) => void gone.push(id),
    mayLoseWork: () => mayLoseWork,
  })
  return { windows, made, gone, settings }
}

test('the windows of last time come back, each with its scenario while that is there', () => {
  const before = [
    { bounds: BOUNDS, scenario: 2 },
    { bounds: null, scenario: 9 },
  ]
  const { windows, made } = started(before)
  windows.restore()
  expect(made.map(({ bounds }) => bounds)).toEqual([BOUNDS, null])
  expect([windows.scenarioOf(1), windows.scenarioOf(2)]).toEqual([2, null])
  const first = started()
  first.windows.restore()
  expect(first.made).toHaveLength(1)
})

test('what is open is remembered as it changes; a closed window is forgotten unless it was the last, or the app quits', () => {
  const { windows, made, gone, settings } = started()
  windows.restore()
  windows.hold(1, 3)
  windows.open(2)
  const scenarios = () => settings.saved.map(({ scenario }) => scenario)
  expect(scenarios()).toEqual([3, 2])
  expect(made[1]!.bounds).toMatchObject({ x: 38, y: 48 })
  made[0]!.close()
  expect(scenarios()).toEqual([2])
  expect(gone).toEqual([1])
  made[1]!.close()
  // The app quits once its last window is gone.
  windows.startQuit()
  expect(scenarios()).toEqual([2])

  const other = started(settings.saved)
  other.windows.restore()
  other.windows.open(3)
  other.windows.startQuit()
  for (const window of other.made) window.close()
  expect(other.settings.saved.map(({ scenario }) => scenario)).toEqual([2, 3])
})

test.each(['close', 'quit'])(
  'a window with unsaved work stays after a %s if a person wants that, as if nothing were',
  (how) => {
    const { windows, made, settings } = started([], [1, 2], false)
    windows.restore()
    windows.hold(1, 1)
    windows.open(2)
    if (how === 'quit') windows.startQuit()
    made[0]!.emit('close')
    const leaving = { preventDefault: () => expect.unreachable() }
    made[0]!.webContents.emit('will-prevent-unload', leaving)
    expect(windows.callerOf(made[0]!.webContents.mainFrame)).toMatchObject({ id: 1 })
    expect(settings.saved.map(({ scenario }) => scenario)).toEqual([1, 2])
    made[1]!.close()
    expect(settings.saved.map(({ scenario }) => scenario)).toEqual([1])
  },
)

test('a closing window may call until it is gone, and goes although its work is lost if a person wants that', () => {
  const { windows, made, settings } = started()
  windows.restore()
  windows.open(2)
  made[1]!.emit('close')
  expect(settings.saved).toHaveLength(1)
  expect(windows.callerOf(made[1]!.webContents.mainFrame)).toMatchObject({ id: 2 })
  let prevented = false
  made[1]!.webContents.emit('will-prevent-unload', { preventDefault: () => (prevented = true) })
  expect(prevented).toBe(true)
  made[1]!.emit('closed')
  expect(windows.callerOf(made[1]!.webContents.mainFrame)).toBeNull()
})

test('a scenario is open in one window, which comes forward when it is asked for elsewhere', () => {
  const { windows, made } = started([{ bounds: BOUNDS, scenario: 1 }])
  windows.restore()
  made[0]!.minimized = true
  windows.open(1)
  expect(made).toHaveLength(1)
  expect([made[0]!.minimized, made[0]!.focused]).toEqual([false, true])
  windows.open(null)
  expect(windows.isOpenElsewhere(2, 1)).toBe(true)
  expect(windows.isOpenElsewhere(1, 1)).toBe(false)
  expect(windows.isOpenElsewhere(2, 3)).toBe(false)
})

test('calls are told by their frame, and events reach one window or all others', () => {
  const { windows, made } = started()
  windows.restore()
  windows.open(null)
  windows.callerOf(made[1]!.webContents.mainFrame)!.send('library.changed', null)
  expect(windows.callerOf(made[0]!.webContents.mainFrame)!.id).toBe(1)
  expect(windows.callerOf({} as WebFrameMain)).toBeNull()
  expect(windows.callerOf(null)).toBeNull()
  windows.tellOthers(2, 'library.changed', null)
  expect(made.map(({ sent }) => sent.length)).toEqual([1, 1])
})
