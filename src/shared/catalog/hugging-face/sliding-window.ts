import type { ConfigReading, Found } from './config-reading.ts'
import type { Origin } from './import-preview.ts'
import { isText, layerList } from './layer-list.ts'

const WINDOW = 'attention.slidingWindow'

interface Window {
  readonly size: Found<number>
  readonly local: number
  readonly layers: number
  readonly pattern: string
  readonly origin: Origin
  readonly style?: string
}

function putWindow(reading: ConfigReading, { size, local, layers, pattern, origin, style }: Window): void {
  reading.put('attention.slidingWindow.size', size.value, size.origin)
  reading.put('attention.slidingWindow.pattern', pattern, origin)
  reading.put('attention.slidingWindow.localLayers', local, origin)
  reading.put('attention.slidingWindow.globalLayers', layers - local, origin)
  if (style !== undefined) reading.put('attention.slidingWindow.style', style, origin)
}

const none = (reading: ConfigReading, how: string): unknown => reading.put(WINDOW, null, { from: 'derived', how })

/** A ratio of local to global layers in words, like "5 local : 1 global". */
export const ratio = (period: number): string => `${period - 1} local : 1 global`

/** Layers that see the window, where the file lists their kinds. */
function listedLayers(reading: ConfigReading): Found<number> | undefined {
  const types = layerList(reading, WINDOW, 'layer_types', isText, 'texts')
  if (types === undefined) return undefined
  return { value: types.value.filter((type) => /sliding|chunked|local/.test(type)).length, origin: types.origin }
}

/** How a family orders windowed layers where no list says so. */
export interface WindowOrder {
  readonly keys?: readonly string[]
  /** A key that switches the window on; without one it is on where it has a size. */
  readonly switchedBy?: string
  /** One layer in as many sees everything, by a key or a number. */
  readonly periodKeys?: readonly string[]
  readonly period?: number
  /** Layers that have the window, where a family lists them in a way of its own. */
  readonly local?: Found<number> | undefined
  readonly style?: string
}

/**
 * A window over the last tokens: its size, and how many layers have it. Of every `period` layers the last sees the
 * whole context; without a period every layer has the window (Mistral 7B).
 */
export const slidingWindow =
  (order: WindowOrder = {}) =>
  (reading: ConfigReading): void => {
    const size = reading.wholeKey(WINDOW, order.keys ?? ['sliding_window'])
    const isOn = order.switchedBy === undefined ? undefined : reading.flagKey(WINDOW, order.switchedBy)
    const listed = order.local ?? listedLayers(reading)
    const period = reading.wholeKey(WINDOW, order.periodKeys ?? [])
    reading.ignore('max_window_layers', 'sliding_window_size')
    if (size === undefined) return void none(reading, 'the file sets no window')
    if (order.switchedBy !== undefined && isOn?.value !== true)
      return void none(reading, `${order.switchedBy} is not true`)
    const context = reading.number('contextLength')
    if (context !== undefined && size.value >= context)
      return void none(reading, `a window of ${size.value} tokens covers the context of ${context}`)
    const layers = reading.number('layers')
    if (layers === undefined) return void reading.ask(WINDOW, 'layers are not known')
    const every = period?.value ?? order.period
    const local = listed?.value ?? (every === undefined ? layers : layers - Math.floor(layers / every))
    if (local === 0) return void none(reading, 'no layer has the window')
    const origin: Origin =
      listed?.origin ??
      period?.origin ??
      (every === undefined ? size.origin : { from: 'family', reason: `of ${every} layers one sees the whole context` })
    putWindow(reading, {
      size,
      local,
      layers,
      pattern: orderOf(local, layers, every),
      origin,
      ...(order.style === undefined ? {} : { style: order.style }),
    })
  }

function orderOf(local: number, layers: number, every: number | undefined): string {
  if (local === layers) return 'all layers'
  return every === undefined ? `${local} of ${layers} layers` : ratio(every)
}

/** No window, whatever the file says of one: for families that have none. */
export const noWindow = (reading: ConfigReading): void => void none(reading, 'this family has none')

/** Qwen: the layers from `max_window_layers` on have the window, where `use_sliding_window` is true. */
export function qwenWindow(reading: ConfigReading): void {
  const layers = reading.number('layers')
  const isOn = reading.flagKey(WINDOW, 'use_sliding_window')
  const size = reading.wholeKey(WINDOW, ['sliding_window'])
  const first = reading.wholeKey(WINDOW, ['max_window_layers'], 0)
  const listed = listedLayers(reading)
  if (isOn?.value !== true || size === undefined) return void none(reading, 'use_sliding_window is not true')
  if (layers === undefined || first === undefined)
    return void reading.ask(WINDOW, 'the file does not say which layers have the window')
  const local = listed?.value ?? Math.max(0, layers - first.value)
  if (local === 0) return void none(reading, 'no layer has the window')
  const origin = (listed ?? first).origin
  putWindow(reading, { size, local, layers, pattern: orderOf(local, layers, undefined), origin })
}
