import { CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { createEffect, on, onCleanup, onMount, type JSX } from 'solid-js'

use([CustomChart, LineChart, ScatterChart, GridComponent, AriaComponent, CanvasRenderer])

/** Where the pointer is over the plot, in the chart's own units. */
export interface PlotPosition {
  readonly x: number
  readonly y: number
}

/** Turns pixels of the chart into its units and back. */
export interface PlotFrame {
  toPixel(x: number, y: number): readonly [left: number, top: number]
}

/** Draws an ECharts option into the space it has; redraws when the option or the space changes. */
export function EChart(props: {
  readonly option: Record<string, unknown>
  readonly onMove: (position: PlotPosition | null) => void
  readonly onPick: (position: PlotPosition) => void
  readonly onFrame: (frame: PlotFrame) => void
}): JSX.Element {
  let host!: HTMLDivElement
  let chart: EChartsType | undefined

  const frame = (): PlotFrame => ({
    toPixel: (x, y) => chart!.convertToPixel({ gridIndex: 0 }, [x, y]) as unknown as [number, number],
  })
  const positionAt = (event: { offsetX: number; offsetY: number }): PlotPosition | null => {
    const pixel = [event.offsetX, event.offsetY]
    if (chart === undefined || !chart.containPixel({ gridIndex: 0 }, pixel)) return null
    const [x, y] = chart.convertFromPixel({ gridIndex: 0 }, pixel) as unknown as [number, number]
    return { x, y }
  }

  onMount(() => {
    const made = init(host, null, { renderer: 'canvas' })
    chart = made
    made.setOption(props.option, { notMerge: true })
    props.onFrame(frame())
    const zr = made.getZr()
    zr.on('mousemove', (event) => props.onMove(positionAt(event)))
    zr.on('globalout', () => props.onMove(null))
    zr.on('click', (event) => {
      const position = positionAt(event)
      if (position !== null) props.onPick(position)
    })
    const observer = new ResizeObserver(() => {
      made.resize()
      props.onFrame(frame())
    })
    observer.observe(host)
    // Canvas text is drawn once; fonts that arrive later would leave the fallback's glyphs behind.
    void document.fonts.ready.then(() => {
      if (!made.isDisposed()) made.setOption(props.option, { notMerge: true })
    })
    onCleanup(() => {
      observer.disconnect()
      made.dispose()
    })
  })

  createEffect(
    on(
      () => props.option,
      (option) => {
        chart?.setOption(option, { notMerge: true })
        props.onFrame(frame())
      },
      { defer: true },
    ),
  )

  return <div ref={host} class="echart" aria-hidden="true" />
}
