import type { Locator, Page } from '@playwright/test'
import type { App } from '../fixtures/app.ts'

/** What can be taken out of the window: its export menus, and what the system then has. */
export class Outputs {
  readonly app: App

  constructor(app: App) {
    this.app = app
  }

  get page(): Page {
    return this.app.window
  }

  readonly menu = (of: string): Locator => this.page.getByRole('button', { name: `Export ${of}`, exact: true })

  readonly notice = (text: string): Locator => this.page.getByRole('status').filter({ hasText: text })

  async choose(of: string, item: string): Promise<void> {
    await this.menu(of).click()
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** The next dialog answers with this path; null: the person closes it. */
  async answerDialog(path: string | null): Promise<void> {
    await this.app.electronApp.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
    }, path)
  }

  readonly copiedText = (): Promise<string> => this.app.electronApp.evaluate(({ clipboard }) => clipboard.readText())

  /** Pixels of the picture in the clipboard. */
  readonly copiedPicture = (): Promise<{ readonly width: number; readonly height: number }> =>
    this.app.electronApp.evaluate(async ({ clipboard, nativeImage }) => {
      const older = clipboard as unknown as { readImage?: () => ReturnType<typeof nativeImage.createEmpty> }
      if (older.readImage !== undefined) return older.readImage().getSize()
      const [item] = await clipboard.read()
      const png = await item!.getType('image/png')
      return nativeImage.createFromBuffer(Buffer.from(await png.arrayBuffer())).getSize()
    })
}
