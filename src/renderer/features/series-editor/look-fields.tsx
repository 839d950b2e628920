import { Show, type JSX } from 'solid-js'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { lookAt } from '../../../shared/scenario/look.ts'
import { LINE_STYLES, SERIES_COLOURS } from '../../../shared/scenario/presentation-fields.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { SwatchChoice } from '../../ui/swatch-choice.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** How a series is drawn, and what is noted about it. */
export function LookFields(props: {
  readonly series: Series
  /** Place of the series in the comparison, which gives it its look unless it has its own. */
  readonly at: number
  readonly palette: Palette
  readonly onChange: (patch: Partial<Series>) => void
}): JSX.Element {
  const look = () => lookAt(props.at, props.series)
  const styled = (own: Partial<ReturnType<typeof look>>) => seriesStyle(props.palette, props.at, { ...look(), ...own })
  return (
    <>
      <p class="section-label">Look and notes</p>
      <SwatchChoice
        label="Colour"
        options={SERIES_COLOURS.map((colour) => ({ id: colour, style: styled({ colour, dash: 'solid' }) }))}
        value={look().colour}
        onChange={(colour) => props.onChange({ colour })}
      />
      <SwatchChoice
        label="Line"
        options={LINE_STYLES.map((dash) => ({ id: dash, style: styled({ dash }) }))}
        value={look().dash}
        onChange={(dash) => props.onChange({ dash })}
      />
      <Show when={props.series.colour !== null || props.series.dash !== null}>
        <button type="button" class="text-button hint" onClick={() => props.onChange({ colour: null, dash: null })}>
          Back to the look of its place
        </button>
      </Show>
      <TextArea
        label="Notes"
        value={props.series.notes}
        placeholder="Where the inputs come from, what was assumed; printed in the report"
        most={10_000}
        onChange={(notes) => props.onChange({ notes })}
      />
    </>
  )
}
