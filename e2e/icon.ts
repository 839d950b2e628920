// Draws packaging/icon.png from packaging/icon.svg: node tools/run.mjs e2e/icon.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withApp } from './fixtures/with-app.ts'

const SIDE_PIXELS = 1024
const icon = (extension: string) => resolve(import.meta.dirname, `../packaging/icon.${extension}`)

/** Runs in the app's page: an SVG as a PNG with a clear ground. */
const draw = async ([url, side]: readonly [string, number]): Promise<string> => {
  const image = new Image(side, side)
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  canvas.getContext('2d')!.drawImage(image, 0, 0, side, side)
  return canvas.toDataURL('image/png')
}

await withApp(
  (text) => console.log(text),
  async ({ window }) => {
    const source = `data:image/svg+xml;base64,${readFileSync(icon('svg')).toString('base64')}`
    const png = await window.evaluate(draw, [source, SIDE_PIXELS] as const)
    writeFileSync(icon('png'), Buffer.from(png.slice(png.indexOf(',') + 1), 'base64'))
    console.log(icon('png'))
  },
)
