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

/** Where a line of noise can begin after the text of a progress bar, which has no line end. */
const NOISE_BEGINS = /\[\d+:\d{4}\/\d{6}\.\d+:|\([\w-]+:\d+\): |Xlib: {2}/

/**
 * Takes noise out of a stream as it comes: lines once they are ended; what begins with a carriage return, as each step of a
 * progress bar does, at once.
 * @param write gets what is left
 */
export function quietErrors(write: (text: string) => void): { add(chunk: string): void; end(): void } {
  let open = ''
  const tell = (part: string) => {
    const at = NOISE_BEGINS.exec(part)?.index
    const isNoise = at !== undefined && isElectronNoise(part.slice(at).trimEnd())
    const kept = isNoise ? part.slice(0, at) : part
    if (kept !== '') write(kept)
  }
  return {
    add(chunk) {
      const parts = (open + chunk).split(/(?<=\n)|(?=\r(?!\n))/)
      const last = parts.at(-1)!
      open = last.endsWith('\n') || last.startsWith('\r') ? '' : last
      for (const part of open === '' ? parts : parts.slice(0, -1)) tell(part)
    },
    end() {
      if (open !== '') tell(open)
      open = ''
    },
  }
}
