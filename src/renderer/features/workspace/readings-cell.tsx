import { Show, type JSX } from 'solid-js'
import { errorInWords } from '../../../shared/report/error-class-at.ts'
import { amount, signedPercent, threeSignificant, usd } from '../../../shared/report/format.ts'
import { layoutName } from '../../../shared/report/layout-name.ts'
import { gpusInWords } from '../../../shared/report/point-facts.ts'
import { rangeInWords, rangeOf } from '../../../shared/report/range-in-words.ts'
import { changeIn, type ReadingsColumn } from '../../../shared/report/readings-columns.ts'
import type { Reading } from '../../../shared/report/readings-table.ts'
import type { FrontierPoints } from '../../../shared/search/frontier-points.ts'

/** What stands behind a reading: where it lies, layout and error class. */
function behind(points: FrontierPoints, { index, error, placed }: Reading): string {
  const point = `${threeSignificant(points.tokensPerSecond[index]!)} tok/s @ ${usd(points.usdPerMillionTokens[index]!)}`
  const lies = {
    point: '',
    between: `between two points; can be deployed: ${point}; `,
    end: `frontier ends at ${point}; `,
  }
  return `${lies[placed]}${layoutName(points, index)}; ${errorInWords(error)}`
}

/** A figure of the readings table, beside the baseline's, with the GPUs and batch behind it. */
export function ReadingsCell(props: {
  readonly column: ReadingsColumn
  readonly reading: Reading | null
  readonly points: FrontierPoints
  readonly baseline: boolean
  readonly setup: boolean
  readonly asked: boolean
  readonly onShow: (tokensPerSecond: number) => void
}): JSX.Element {
  const { column } = props
  const beyond = () => (column.kind === 'at-cost' ? 'not this cheap' : 'not this fast')
  const change = (reading: Reading) => {
    const { change: share, better } = changeIn(column, reading)
    const text = props.baseline ? 'base' : share === null ? '' : signedPercent(share)
    return <span class={`change ${better === null ? '' : better ? 'better' : 'worse'}`}>{text}</span>
  }
  const bothChanges = ({ speedChange, costChange }: Reading) =>
    speedChange === null || costChange === null
      ? ''
      : `. Against the baseline: speed ${signedPercent(speedChange)}, cost ${signedPercent(costChange)}`
  const figure = (reading: Reading) => {
    const mark = reading.placed === 'between' ? '~' : ''
    return column.figure === 'speed'
      ? `${mark}${threeSignificant(reading.tokensPerSecond)}`
      : `${mark}${usd(reading.usdPerMillionTokens)}`
  }
  const end = (reading: Reading) =>
    column.figure === 'speed' ? usd(reading.usdPerMillionTokens) : `${threeSignificant(reading.tokensPerSecond)} tok/s`
  return (
    <Show when={props.reading} fallback={<td class="number quiet">{beyond()}</td>}>
      {(reading) => (
        <Show
          when={column.kind !== 'sure'}
          fallback={<td title={errorInWords(reading().error)}>{reading().error.short}</td>}
        >
          <td
            class="number"
            classList={{ asked: props.asked, point: column.kind === 'point' }}
            title={`${behind(props.points, reading())}${bothChanges(reading())}`}
          >
            <Show when={column.kind === 'point'} fallback={<>{figure(reading())} </>}>
              <button
                type="button"
                class="cell-button"
                title={`Show the ${column.id} point`}
                aria-description={behind(props.points, reading())}
                onClick={() => props.onShow(reading().tokensPerSecond)}
              >
                {threeSignificant(reading().tokensPerSecond)}{' '}
                <span class="quiet">@ {usd(reading().usdPerMillionTokens)}</span>
              </button>
            </Show>
            {change(reading())}
            <Show when={rangeOf(column, reading())}>
              {(range) => <span class="cell-range">{rangeInWords(column, range())}</span>}
            </Show>
            <Show when={reading().placed === 'end'}>
              <span class="cell-setup">ends at {end(reading())}</span>
            </Show>
            <Show when={props.setup}>
              <span class="cell-setup">
                {gpusInWords(props.points, reading().index)}, batch {amount(props.points.batch[reading().index]!)}
              </span>
            </Show>
          </td>
        </Show>
      )}
    </Show>
  )
}
