import type { JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChipChart } from './chip-chart.tsx'
import { ChipHeadlines } from './chip-headlines.tsx'
import { ChipReadings } from './chip-readings.tsx'
import { ChipTimes } from './chip-times.tsx'
import type { ChipDesign } from './create-chip-design.ts'

/** What the chip is worth beside its original: sentences, both frontiers, costs at speeds, and where the time goes. */
export function ChipResults(props: {
  readonly design: ChipDesign
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  return (
    <div class="chip-results">
      <ChipHeadlines design={props.design} />
      <ChipChart design={props.design} outputs={props.outputs} palette={props.palette} />
      <div class="chip-below">
        <ChipReadings design={props.design} />
        <ChipTimes design={props.design} palette={props.palette} />
      </div>
    </div>
  )
}
