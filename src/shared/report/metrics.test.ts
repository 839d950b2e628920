import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { NEW_SERIES, seriesOf } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { outerBounds, frontierBounds } from './chart-bounds.ts'
import { frontierCurve } from './frontier-curves.ts'
import { metricOf, METRICS, SPEED_AXES, speedAxisOf, type MetricId } from './metrics.ts'

const deployed = findFrontier(searchSetup({ ...NEW_SERIES, usdPerGpuHour: 2 }, BUILT_IN_CATALOG))
const paper = findFrontier(
  searchSetup(
    seriesOf({ name: 'p', model: 'paper/Llama_3_8B', accelerator: 'paper/H100', grid: { gpus: 20, batches: 20 } }),
    BUILT_IN_CATALOG,
  ),
)
const read = (id: MetricId, index: number, pue = 1.2) => metricOf(id).value(deployed, index, pue)

describe('metrics', () => {
  const { gpus, batch, latencySeconds, usdPerMillionTokens } = deployed.points

  it('are those of the point', () => {
    const i = 3
    expect(read('throughput', i)).toBeCloseTo(batch[i]! / latencySeconds[i]! / gpus[i]!)
    expect(read('instance', i)).toBeCloseTo(2 * gpus[i]!)
    expect(read('tokens-per-dollar', i)).toBeCloseTo(1e6 / usdPerMillionTokens[i]!)
  })

  it('energy is rated power times GPUs times time per token over the batch times the PUE', () => {
    expect(deployed.wattsPerGpu).toBe(700)
    expect(read('energy', 0, 1.5)).toBeCloseTo((1.5 * 700 * gpus[0]! * latencySeconds[0]!) / batch[0]!)
  })

  it('energy is not told of an accelerator without a rated power, and not drawn as 0', () => {
    expect(paper.wattsPerGpu).toBeNull()
    expect(metricOf('energy').missing(paper)).toMatch(/no rated power/)
    const one = { name: 'p', styleIndex: 0, result: paper }
    expect(frontierCurve(one, metricOf('energy'), SPEED_AXES[0]!, 1.2).x).toHaveLength(0)
    expect(frontierCurve(one, metricOf('cost'), SPEED_AXES[0]!, 1.2).x.length).toBeGreaterThan(5)
  })

  it('instance counts the GPUs that prompts take', () => {
    const prefill = { mode: 'disaggregated', inputTokens: 4000, outputTokens: 500, inputPerOutput: null } as const
    const prompts = findFrontier(searchSetup({ ...NEW_SERIES, usdPerGpuHour: 2, prefill }, BUILT_IN_CATALOG))
    const { points } = prompts
    if (points.rules === 'paper') throw new Error('not under the standard rules')
    expect(metricOf('instance').value(prompts, 0, 1.2)).toBeCloseTo(
      2 * (points.gpus[0]! + points.prefill!.prefillGpus[0]!),
    )
  })
})

describe('frontierBounds', () => {
  const bounds = (id: MetricId, axis: (typeof SPEED_AXES)[number]['id'], scale: 'log' | 'linear') => {
    const curve = frontierCurve({ name: 'd', styleIndex: 0, result: deployed }, metricOf(id), speedAxisOf(axis), 1.2)
    return { curve, ...frontierBounds([curve], speedAxisOf(axis), scale, scale) }
  }

  it.each(METRICS.map(({ id }) => id))('hold all of %s that is at a speed shown, on every axis', (id) => {
    for (const axis of SPEED_AXES)
      for (const scale of ['log', 'linear'] as const) {
        const { curve, x, y } = bounds(id, axis.id, scale)
        for (const [i, at] of curve.x.entries())
          if (at >= x[0] && at <= x[1]) {
            expect(curve.y[i]).toBeGreaterThanOrEqual(y[0] * (1 - 1e-9))
            expect(curve.y[i]).toBeLessThanOrEqual(y[1] * (1 + 1e-9))
          }
        expect(x[0] < x[1] && y[0] < y[1]).toBe(true)
        expect(scale === 'linear' ? [x[0], y[0]] : [0, 0]).toEqual([0, 0])
      }
  })

  it('are the same speeds in milliseconds', () => {
    const [least, most] = bounds('cost', 'tokens-per-second', 'log').x
    expect(bounds('cost', 'ms-per-token', 'log').x).toEqual([1000 / most, 1000 / least])
  })

  it('can be left as far as there are points', () => {
    const { curve, x, y } = bounds('cost', 'tokens-per-second', 'log')
    expect(outerBounds([curve], { x, y }).x[0]).toBe(Math.min(x[0], curve.x.at(-1)!))
  })

  it('hold the band around a line, as far as it has ends', () => {
    const { curve } = bounds('cost', 'tokens-per-second', 'log')
    const fastest = 3 * curve.x[0]!
    const band = {
      x: Float64Array.of(fastest, fastest / 4),
      low: Float64Array.of(curve.y[0]!, curve.y.at(-1)! / 7),
      high: Float64Array.of(Infinity, 7 * curve.y[0]!),
    }
    const { x, y } = frontierBounds([{ ...curve, band }], SPEED_AXES[0]!, 'log', 'log')
    expect(x[1]).toBeGreaterThanOrEqual(fastest)
    expect(y[0]).toBeLessThanOrEqual(curve.y.at(-1)! / 7)
    expect(y[1]).toBeGreaterThanOrEqual(7 * curve.y[0]!)
    expect(y[1]).toBeLessThan(100 * curve.y[0]!)
  })

  it('of nothing are usual ones', () => {
    expect(frontierBounds([], SPEED_AXES[0]!, 'log', 'log')).toEqual({ x: [8, 256], y: [0.1, 100] })
  })
})
