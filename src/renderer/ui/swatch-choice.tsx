import type { JSX } from 'solid-js'
import type { SeriesStyle } from '../../shared/report/palette.ts'
import { LineSwatch } from './line-swatch.tsx'
import { Segmented } from './segmented.tsx'

export interface SwatchOption<T extends string> {
  readonly id: T
  readonly style: SeriesStyle
}

/** A choice of lines by their look; each has its name for those who do not see it. */
export function SwatchChoice<T extends string>(props: {
  readonly label: string
  readonly options: readonly SwatchOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}): JSX.Element {
  return (
    <div class="field">
      <span class="field-label">{props.label}</span>
      <Segmented
        class="swatches"
        label={props.label}
        options={props.options.map(({ id, style }) => ({ id, label: id, picture: <LineSwatch style={style} /> }))}
        value={props.value}
        onChange={props.onChange}
      />
    </div>
  )
}
