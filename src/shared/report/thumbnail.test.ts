import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { THUMBNAIL, thumbnailPaths } from './thumbnail.ts'

const frontier = (speeds: readonly number[], costs: readonly number[]) => ({
  tokensPerSecond: Float64Array.from(speeds),
  usdPerMillionTokens: Float64Array.from(costs),
})

test('fast is right, dear is up, and frontiers share their axes', () => {
  expect(thumbnailPaths([frontier([100, 10], [10, 1]), frontier([10, 1], [10, 1])])).toEqual([
    'M85.0 3.0L44.0 41.0',
    'M44.0 3.0L3.0 41.0',
  ])
})

test('no point is no line, one is a dot', () => {
  expect(thumbnailPaths([frontier([], []), frontier([5], [2])])).toEqual(['', 'M44.0 22.0z'])
  expect(thumbnailPaths([])).toEqual([])
})

test('every line stays in its box and is short, from the first point to the last', () => {
  const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  const points = fc.array(fc.tuple(positive, positive), { minLength: 2, maxLength: 300 })
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 4 }), (all) => {
      const paths = thumbnailPaths(
        all.map((line) =>
          frontier(
            line.map(([x]) => x),
            line.map(([, y]) => y),
          ),
        ),
      )
      for (const [i, path] of paths.entries()) {
        const places = path
          .slice(1)
          .split('L')
          .map((place) => place.split(' ').map(Number))
        expect(places).toHaveLength(Math.min(48, all[i]!.length))
        for (const [x, y] of places) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(THUMBNAIL.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(THUMBNAIL.height)
        }
      }
    }),
  )
})
