import { expect, it } from 'vitest'
import { isElectronNoise } from './electron-noise.ts'

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
