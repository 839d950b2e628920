import type { WebPreferences } from 'electron'

/** What every page of the app may do: nothing but show itself and call through the bridge. */
export const pagePreferences = (preload: string, devTools: boolean): WebPreferences => ({
  preload,
  devTools,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
})
