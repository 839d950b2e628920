import { expect, it } from 'vitest'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { nearestPrediction } from './nearest-prediction.ts'
import { observedSetSchema, type ObservedPoint } from './observed-set.ts'
import * as v from 'valibot'

const frontier = (speeds: number[], costs: number[]) =>
  ({ tokensPerSecond: Float64Array.from(speeds), usdPerMillionTokens: Float64Array.from(costs) }) as FrontierPoints
const H100 = { model: 'm', accelerator: 'h100', points: frontier([200, 100, 50], [4, 1, 0.5]) }
const H200 = { model: 'm', accelerator: 'h200', points: frontier([400, 200, 100], [4, 1, 0.5]) }

const setOf = (fields: object, ...points: object[]) =>
  v.parse(observedSetSchema, {
    name: 'Measured',
    ...fields,
    points: points.length === 0 ? [{ name: 'p', tokensPerSecond: 100, usdPerMillionTokens: 1.25 }] : points,
  })
const nearest = (set: ReturnType<typeof setOf>, series = [H100, H200]) =>
  nearestPrediction(set, set.points[0] as ObservedPoint, series)

it('compares at the same speed and at the same cost', () => {
  const found = nearest(setOf({ accelerator: 'h100' }))!
  expect(found.at).toBe(0)
  expect(found.usdPerMillionTokens).toBe(1)
  expect(found.costError).toBeCloseTo(-0.2, 12)
  expect(found.tokensPerSecond).toBeCloseTo(100 * 1.25 ** 0.5, 9)
  expect(found.speedError).toBeCloseTo(1.25 ** 0.5 - 1, 12)
})

it('takes the nearest of all where none is of its model and accelerator', () => {
  expect(nearest(setOf({ accelerator: 'b200' }))!.at).toBe(0)
  expect(nearest(setOf({}, { name: 'p', tokensPerSecond: 195, usdPerMillionTokens: 1 }))!.at).toBe(1)
})

it('says nothing beyond the ends of a frontier', () => {
  const fast = setOf({ accelerator: 'h100' }, { name: 'p', tokensPerSecond: 300, usdPerMillionTokens: 2 })
  expect(nearest(fast)).toMatchObject({ costError: null, usdPerMillionTokens: null })
  expect(nearest(fast)!.speedError).toBeLessThan(0)
  expect(
    nearest(setOf({ accelerator: 'h100' }, { name: 'p', tokensPerSecond: 1, usdPerMillionTokens: 100 })),
  ).toBeNull()
})

it('prices throughput by the GPU-hour of its set, and knows nothing without', () => {
  const throughput = { name: 'p', tokensPerSecond: 100, tokensPerSecondPerGpu: 1000 }
  expect(nearest(setOf({ usdPerGpuHour: 3.6 }, throughput))!.costError).toBeCloseTo(0, 12)
  expect(nearest(setOf({}, throughput))).toBeNull()
})
