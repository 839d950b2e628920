import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { DrawnPicture } from './picture-svg.ts'

const ADDRESS = 'app://picture/'
const POLICY = "default-src 'none'; img-src data:"

/** Pixels of a picture for each of its own; a canvas has no room for more than this many in all. */
export type PngScale = 1 | 2 | 3
const MOST_PIXELS = 16_000 ** 2

/** Runs in the hidden page: a picture drawn onto a canvas, as the data: URL of a PNG. */
const DRAW = `async (url, width, height) => {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d').drawImage(image, 0, 0, width, height)
  return canvas.toDataURL('image/png')
}`

/**
 * SVGs as PNGs, exactly as many pixels as asked for whatever the display, drawn in a hidden sandboxed window with a session of
 * its own that loads nothing. Needs Electron.
 * @throws Error where a picture is too large to draw
 */
export async function drawPngs(pictures: readonly DrawnPicture[], scale: PngScale): Promise<Uint8Array<ArrayBuffer>[]> {
  const own = session.fromPartition(`picture-${randomUUID()}`)
  own.protocol.handle('app', (request) =>
    request.url === ADDRESS
      ? new Response('<!doctype html><title>Picture</title>', {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
        })
      : new Response(null, { status: 404 }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  try {
    await window.loadURL(ADDRESS)
    const drawn: Uint8Array<ArrayBuffer>[] = []
    for (const { svg, width, height } of pictures) {
      if (width * height * scale ** 2 > MOST_PIXELS) throw new Error('the picture is too large; choose a smaller scale')
      const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
      const asked = [source, width * scale, height * scale].map((value) => JSON.stringify(value)).join(', ')
      const url = (await window.webContents.executeJavaScript(`(${DRAW})(${asked})`)) as string
      drawn.push(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    }
    return drawn
  } finally {
    window.destroy()
    own.protocol.unhandle('app')
  }
}
