import * as electron from 'electron'

/** The clipboard of the older runtime, which has no ClipboardItem (docs/architecture.md, "Two runtimes"). */
interface OlderClipboard {
  readonly writeImage?: (image: electron.NativeImage) => void
}

/** Puts a PNG into the system's clipboard, as a picture. */
export async function copyImage(png: Uint8Array<ArrayBuffer>): Promise<void> {
  const { clipboard, nativeImage } = electron
  const older = clipboard as OlderClipboard
  if (older.writeImage !== undefined) older.writeImage(nativeImage.createFromBuffer(Buffer.from(png)))
  else await clipboard.write([new electron.ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })])
}
