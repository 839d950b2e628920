import { createSignal } from 'solid-js'

/** A point the person chose; kept by its speed, so that it stays when its series is computed again. */
export interface Pin {
  /** "A", also on the chart. */
  readonly name: string
  readonly key: string
  readonly tokensPerSecond: number
}

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const MOST_PINS = NAMES.length

/** Speeds nearer than this are the same point. */
const SAME = 1e-3

/** The pins with one more, which takes the place of the last where there are as many as can be told apart; that pin's name. */
export function withPin(
  pins: readonly Pin[],
  key: string,
  tokensPerSecond: number,
): { readonly pins: readonly Pin[]; readonly name: string } {
  const known = pins.find((pin) => pin.key === key && Math.abs(pin.tokensPerSecond / tokensPerSecond - 1) < SAME)
  if (known !== undefined) return { pins, name: known.name }
  const left = pins.slice(0, MOST_PINS - 1)
  const name = NAMES.find((free) => !left.some((pin) => pin.name === free))!
  return { pins: [...left, { name, key, tokensPerSecond }], name }
}

/** The pinned points, and which of them the inspector shows. */
export function createPins() {
  const [pins, setPins] = createSignal<readonly Pin[]>([])
  const [shownName, setShownName] = createSignal<string | null>(null)
  const shown = (): Pin | null => pins().find((pin) => pin.name === shownName()) ?? null

  const keep = (stays: (pin: Pin) => boolean) => {
    const wasShown = shown()
    setPins(pins().filter(stays))
    if (wasShown !== null && shown() === null) setShownName(pins().at(-1)?.name ?? null)
  }

  return {
    all: pins,
    /** The pin the inspector shows; null where it shows a series' preferred point. */
    shown,
    show: (name: string | null) => void setShownName(name),
    pin(key: string, tokensPerSecond: number) {
      const next = withPin(pins(), key, tokensPerSecond)
      setPins(next.pins)
      setShownName(next.name)
    },
    unpin: (name: string) => keep((pin) => pin.name !== name),
    unpinSeries: (key: string) => keep((pin) => pin.key !== key),
    unpinAll: () => keep(() => false),
  }
}

export type Pins = ReturnType<typeof createPins>
