import { For, Show, type JSX } from 'solid-js'
import type { ThumbnailLine } from '../../../shared/contract/library-calls.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { THUMBNAIL } from '../../../shared/report/thumbnail.ts'

/** The frontiers of a scenario in small, from the numbers stored with it. */
export function Thumbnail(props: { readonly lines: readonly ThumbnailLine[]; readonly palette: Palette }): JSX.Element {
  const label = () => {
    const count = props.lines.length
    return count === 0 ? 'No results yet' : `${count} ${count === 1 ? 'frontier' : 'frontiers'}`
  }
  return (
    <svg
      class="thumbnail"
      width={THUMBNAIL.width}
      height={THUMBNAIL.height}
      viewBox={`0 0 ${THUMBNAIL.width} ${THUMBNAIL.height}`}
      role="img"
      aria-label={label()}
    >
      <Show
        when={props.lines.length > 0}
        fallback={<path class="thumbnail-none" d={`M30 ${THUMBNAIL.height / 2}h28`} />}
      >
        <For each={props.lines}>
          {(line) => {
            const style = () => seriesStyle(props.palette, line.place, line)
            return (
              <path
                d={line.path}
                fill="none"
                stroke={style().colour}
                stroke-width="1.5"
                stroke-linecap="round"
                stroke-linejoin="round"
                stroke-dasharray={style()
                  .dash.map((length) => length / 2)
                  .join(' ')}
              />
            )
          }}
        </For>
      </Show>
    </svg>
  )
}
