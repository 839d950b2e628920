import { expect, it } from 'vitest'
import { isElectronNoise, quietErrors } from './electron-noise.ts'

it.each([
  '[4461:1123/104136.467380:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
  '[4461:1123/104136.467380:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
  '[4461:1123/104136.467380:ERROR:object_proxy.cc(576)] Failed to call method: org.freedesktop.portal.Settings.Read',
  '[4490:1123/104136.891795:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
  '[4490:1123/104136.891795:WARNING:gpu/ipc/service/gpu_init.cc:200] Passthrough is not supported',
  '(electron:4461): Gtk-WARNING **: 10:41:36.467: Theme parsing error',
  '(electron:4461): GLib-GIO-CRITICAL **: 10:41:36.467: g_settings_schema_source_lookup',
])('is noise: %s', (line) => {
  expect(isElectronNoise(line)).toBe(true)
})

it.each([
  'paretoscope: 3 deployments skipped',
  'Error: Failed to connect to the bus',
  '[4461:1123/104136.467380:FATAL:bus.cc(407)] Check failed',
  '[4461:1123/104136.467380:ERROR:sandbox_linux.cc(374)] InitializeSandbox() called with multiple threads',
  '[4461:1123/104136.467380:ERROR:CONSOLE(1)] "Uncaught TypeError", source: app://paretoscope/index.html (1)',
  'App threw an error during load',
])('stays visible: %s', (line) => {
  expect(isElectronNoise(line)).toBe(false)
})

const NOISE = '[4461:1123/104136.467380:ERROR:bus.cc(407)] Failed to connect to the bus\n'
const STEP = '\r\u001B[2Kreport  ███░░░  3 of 6  2 s left'

/** What is told of a stream that comes in such chunks, chunk by chunk. */
function told(...chunks: readonly string[]): string[] {
  const said: string[] = []
  const errors = quietErrors((text) => said.push(text))
  for (const chunk of chunks) errors.add(chunk)
  errors.end()
  return said
}

it.each<[what: string, chunks: string[], said: string[]]>([
  ['lines, noise left out', ['one\n', `${NOISE}two\n`], ['one\n', 'two\n']],
  ['noise that comes in pieces', [NOISE.slice(0, 9), NOISE.slice(9, 30), NOISE.slice(30), 'x\n'], ['x\n']],
  ['steps of a bar at once', [STEP, STEP], [STEP, STEP]],
  ['several steps in one chunk', [STEP + STEP], [STEP, STEP]],
  ['noise behind a step', [STEP + NOISE, STEP], [STEP, STEP]],
  [
    'a message behind a step',
    [`${STEP}\r\u001B[2K`, 'a.json: is wrong\n'],
    [STEP, '\r\u001B[2K', 'a.json: is wrong\n'],
  ],
  ['the last line without an end', ['fatal'], ['fatal']],
  ['line ends of Windows', ['one\r\ntwo\r\n'], ['one\r\n', 'two\r\n']],
])('a stream of errors: %s', (_what, chunks, said) => expect(told(...chunks)).toEqual(said))
