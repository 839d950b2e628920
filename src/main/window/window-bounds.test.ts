import { expect, test } from 'vitest'
import { DEFAULT_SIZE, LEAST_SIZE, placeWindow } from './window-bounds.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const second = { x: 1440, y: 0, width: 1920, height: 1080 }
const saved = { x: 1500, y: 40, width: 1200, height: 800, maximized: false }

test('the first start leaves the place to the system', () => {
  expect(placeWindow(null, [laptop])).toEqual(DEFAULT_SIZE)
})

test('a place that a display shows is kept', () => {
  expect(placeWindow(saved, [laptop, second])).toEqual({ x: 1500, y: 40, width: 1200, height: 800 })
})

test.each([
  ['its display is gone', saved, [laptop]],
  ['there is no display', saved, []],
  ['only a sliver shows', { ...saved, x: 1390 }, [laptop]],
  ['its title bar is above', { ...saved, x: 100, y: -300 }, [laptop]],
  ['its title bar is below', { ...saved, x: 100, y: 890 }, [laptop]],
])('a place is forgotten when %s', (_why, place, areas) => {
  expect(placeWindow(place, areas)).toEqual(DEFAULT_SIZE)
})

test('a window is never smaller than its least size', () => {
  expect(placeWindow({ ...saved, x: 10, y: 30, width: 200, height: 1 }, [laptop])).toEqual({
    x: 10,
    y: 30,
    ...LEAST_SIZE,
  })
})
