/**
 * Lines that Chromium and GTK print on machines without a desktop, and that mean nothing for us:
 * no D-Bus, no graphics card. Matched by their source, so that any other line of Electron stays visible.
 */
const noise = [
  // [4461:1123/104136.467380:ERROR:bus.cc(407)] …, in newer versions ERROR:dbus/bus.cc:408]
  /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING):(?:[\w/.-]*\/)?(?:bus|object_proxy)\.cc[:(]\d+\)?\] /,
  /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING):(?:[\w/.-]*\/)?(?:viz_main_impl|gpu_init|gl_display|gl_factory|angle_platform_impl|vaapi_wrapper|command_buffer_proxy_impl|gpu_memory_buffer_support_x11|gl_surface_egl|gpu_channel_manager|gpu_process_host)\.cc[:(]\d+\)?\] /,
  // (electron:4461): Gtk-WARNING **: …
  /^\([\w-]+:\d+\): (?:GLib|GLib-GIO|GLib-GObject|Gtk|Gdk|dconf|dbind)-(?:WARNING|CRITICAL|Message) \*\*: /,
  /^Xlib: {2}extension "[\w-]+" missing on display/,
]

export function isElectronNoise(line: string): boolean {
  return noise.some((pattern) => pattern.test(line))
}
