import { LINE_STYLES, SERIES_COLOURS, type LineStyle, type SeriesColour } from './presentation-fields.ts'

/** What a series says of its own look; null: by its place. */
export interface SeriesLook {
  readonly colour?: SeriesColour | null
  readonly dash?: LineStyle | null
}

/** Look of the n-th series; past six, colours come again with the next line style. What the series says itself wins. */
export function lookAt(index: number, look: SeriesLook = {}): { colour: SeriesColour; dash: LineStyle } {
  const turn = Math.floor(index / SERIES_COLOURS.length)
  return {
    colour: look.colour ?? SERIES_COLOURS[index % SERIES_COLOURS.length]!,
    dash: look.dash ?? LINE_STYLES[(index + turn) % LINE_STYLES.length]!,
  }
}
