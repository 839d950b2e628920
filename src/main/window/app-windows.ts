import type { BrowserWindow, WebContents, WebFrameMain } from 'electron'
import { sendEvent, type SendEvent } from '../ipc/send-event.ts'
import type { SettingsStore, WindowState } from '../storage/settings-store.ts'
import { bringForward } from './bring-forward.ts'

/** A window as the handlers of its calls see it. */
export interface Caller {
  readonly id: number
  readonly send: SendEvent
}

export interface AppWindowsParts {
  readonly settings: SettingsStore
  /** Opens a window where `state` says, or where the system places it. */
  readonly createWindow: (bounds: WindowState['bounds']) => BrowserWindow
  /** Whether a saved scenario is still there. */
  readonly hasScenario: (id: number) => boolean
  /** The page of a window went away, with whatever it was waiting for. */
  readonly onPageGone: (id: number) => void
  /** Whether a person lets a page go that holds work it could not save. */
  readonly mayLoseWork: (window: BrowserWindow) => boolean
}

/** `closing`: on its way out, and not to come back; its page may still save, or stay after all. */
type Open = { readonly window: BrowserWindow; scenario: number | null; closing: boolean }

/** How far a new window stands from the one before it, pixels. */
const CASCADE = 28

/**
 * The app's windows, each with the saved scenario open in it. They are remembered whenever that changes, so that the next
 * start, also after a crash, brings them back.
 */
export function createAppWindows({ settings, createWindow, hasScenario, onPageGone, mayLoseWork }: AppWindowsParts) {
  const open = new Map<number, Open>()
  let quitting = false

  const boundsOf = (window: BrowserWindow) => ({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  const staying = () => [...open.values()].filter(({ closing }) => !closing)
  const remember = () =>
    settings.remember(
      'windows',
      staying().map(({ window, scenario }) => ({ bounds: boundsOf(window), scenario })),
    )
  const newest = (): Open | undefined => [...open.values()].at(-1)

  function openAt({ bounds, scenario }: WindowState): void {
    const window = createWindow(bounds)
    const { id } = window.webContents
    const one: Open = { window, scenario, closing: false }
    open.set(id, one)
    window.on('close', () => {
      if (quitting) return
      // The last one comes back at the next start; any other was meant to go.
      one.closing = staying().length > 1
      remember()
    })
    window.on('closed', () => {
      open.delete(id)
      onPageGone(id)
    })
    window.webContents.on('will-prevent-unload', (event) => {
      if (mayLoseWork(window)) return event.preventDefault()
      // It stays, and the app with it.
      quitting = false
      one.closing = false
      remember()
    })
    window.webContents.on('render-process-gone', () => onPageGone(id))
    window.webContents.on('did-navigate', () => onPageGone(id))
  }

  const beside = (window: BrowserWindow): WindowState['bounds'] => {
    const { x, y, width, height } = window.getNormalBounds()
    return { x: x + CASCADE, y: y + CASCADE, width, height, maximized: false }
  }

  return {
    /** Opens a window with a saved scenario, or with the gallery; one that has the scenario open comes forward instead. */
    open(scenario: number | null): void {
      const holder = scenario === null ? undefined : [...open.values()].find((one) => one.scenario === scenario)
      if (holder !== undefined) return bringForward(holder.window)
      const before = newest()
      openAt({ bounds: before === undefined ? null : beside(before.window), scenario })
      remember()
    },
    /** Opens the windows of the last time, or a first one. */
    restore(): void {
      const saved = settings.get('windows').map(({ bounds, scenario }) => ({
        bounds,
        scenario: scenario !== null && hasScenario(scenario) ? scenario : null,
      }))
      for (const state of saved.length === 0 ? [{ bounds: null, scenario: null }] : saved) openAt(state)
    },
    /** Every window that is open now comes back at the next start; where none is, the last that was. */
    startQuit(): void {
      if (open.size > 0) remember()
      quitting = true
    },
    bringForward(): void {
      const one = newest()
      if (one !== undefined) bringForward(one.window)
    },
    all: (): BrowserWindow[] => [...open.values()].map(({ window }) => window),
    /** The window that a person works in. */
    focused: (): BrowserWindow | null =>
      ([...open.values()].find(({ window }) => window.isFocused()) ?? newest())?.window ?? null,
    /** Whose frame it is; null for a frame that is not the main frame of one of ours. */
    callerOf(frame: WebFrameMain | null): Caller | null {
      if (frame === null) return null
      for (const [id, { window }] of open)
        if (window.webContents.mainFrame === frame) return { id, send: sendTo(window.webContents) }
      return null
    },
    scenarioOf: (id: number): number | null => open.get(id)?.scenario ?? null,
    /** Whether a scenario is open in another window than this, which then comes forward. */
    isOpenElsewhere(id: number, scenario: number): boolean {
      for (const [other, { window, scenario: theirs }] of open)
        if (other !== id && theirs === scenario) {
          bringForward(window)
          return true
        }
      return false
    },
    /** Says which saved scenario a window shows now; null: none. */
    hold(id: number, scenario: number | null): void {
      const one = open.get(id)
      if (one === undefined || one.scenario === scenario) return
      one.scenario = scenario
      remember()
    },
    /** Tells every window but one. */
    tellOthers(id: number, ...[name, payload]: Parameters<SendEvent>): void {
      for (const [other, { window }] of open) if (other !== id) sendTo(window.webContents)(name, payload)
    },
  }
}

export type AppWindows = ReturnType<typeof createAppWindows>

const sendTo =
  (contents: WebContents): SendEvent =>
  (name, payload) =>
    sendEvent(contents, name, payload)
