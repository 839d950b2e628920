import type { Locator, Page } from '@playwright/test'

type Axis = 'x' | 'y'

/** A place in a chart, as shares of its box from the top left. */
export type Place = readonly [across: number, down: number]

/** The charts of a comparison: their axes, what is looked at of them, and what they read. */
export class ChartsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  readonly chart = (): Locator => this.page.getByRole('application').first()

  readonly readout = (): Locator => this.page.getByText(/^At [$\d.,]+ /).first()

  readonly resetZoom = (): Locator => this.page.getByRole('button', { name: 'Reset zoom', exact: true })

  readonly binding = (series: string): Locator =>
    this.page.getByRole('img', { name: `What takes most of the time of ${series}` })

  readonly option = (name: string): Locator => this.page.getByRole('option', { name })

  async openAxis(axis: Axis): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${axis} `) }).click()
  }

  async setAxis(axis: Axis, shows: string): Promise<void> {
    await this.openAxis(axis)
    await this.option(shows).click()
  }

  async setScale(axis: Axis, scale: 'linear' | 'log'): Promise<void> {
    await this.choose(`Scale of ${axis}`, scale)
  }

  /** Chooses one of a few that are all in view. */
  async choose(group: string, option: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click()
  }

  async panelPer(what: string): Promise<void> {
    await this.page.getByRole('button', { name: /^panel per / }).click()
    await this.option(what).click()
  }

  async pixel([across, down]: Place, chart = this.chart()): Promise<{ x: number; y: number }> {
    const box = (await chart.boundingBox())!
    return { x: box.x + across * box.width, y: box.y + down * box.height }
  }

  /** What the first chart reads at a place: "At 59.1 tokens/s". */
  async readAt(place: Place, chart = this.chart()): Promise<string> {
    const { x, y } = await this.pixel(place, chart)
    await this.page.mouse.move(x, y)
    return this.readout().innerText()
  }

  async drag(from: Place, to: Place): Promise<void> {
    const start = await this.pixel(from)
    const end = await this.pixel(to)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 5 })
    await this.page.mouse.up()
  }

  async wheel(place: Place, pixels: number): Promise<void> {
    const { x, y } = await this.pixel(place)
    await this.page.mouse.move(x, y)
    await this.page.mouse.wheel(0, pixels)
  }
}

/** The number of a reading: 59.1 of "At 59.1 tokens/s". */
export const numberIn = (reading: string): number => Number(/[\d.,]+/.exec(reading)![0].replaceAll(',', ''))
