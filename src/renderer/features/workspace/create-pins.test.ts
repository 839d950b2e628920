import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createPins, MOST_PINS, withPin, type Pin } from './create-pins.ts'

const names = (pins: readonly Pin[]) => pins.map(({ name }) => name).join('')

describe('withPin', () => {
  it('gives each pin the first name that is free', () => {
    const [a, b, c] = [1, 2, 3].reduce<readonly Pin[]>((pins, speed) => withPin(pins, 's', speed).pins, [])
    expect(names([a!, b!, c!])).toBe('ABC')
    expect(withPin([a!, c!], 's', 4)).toMatchObject({ name: 'B' })
  })

  it('does not pin a point twice, and tells series apart', () => {
    const { pins } = withPin([], 's', 100)
    expect(withPin(pins, 's', 100.05)).toEqual({ pins, name: 'A' })
    expect(withPin(pins, 't', 100).name).toBe('B')
  })

  it('lets the last one go where there is no name left', () => {
    const full = Array.from({ length: MOST_PINS }, (_, i) => i + 1).reduce<readonly Pin[]>(
      (pins, speed) => withPin(pins, 's', speed).pins,
      [],
    )
    const { pins, name } = withPin(full, 's', 99)
    expect(names(pins)).toBe('ABCDEF')
    expect(name).toBe('F')
    expect(pins.at(-1)!.tokensPerSecond).toBe(99)
  })
})

it('shows the pin made last, and what is left when that is taken away', () => {
  createRoot((dispose) => {
    const pins = createPins()
    pins.pin('s', 10)
    pins.pin('t', 20)
    pins.pin('t', 30)
    expect(pins.shown()?.name).toBe('C')
    pins.show('A')
    pins.unpin('B')
    expect(pins.shown()?.name).toBe('A')
    pins.unpin('A')
    expect(pins.shown()?.name).toBe('C')
    pins.unpinSeries('t')
    expect(pins.shown()).toBeNull()
    expect(pins.all()).toEqual([])
    dispose()
  })
})
