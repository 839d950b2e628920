import { For, Show, type JSX } from 'solid-js'
import { NO_RANGES, type Ranges } from '../../../shared/scenario/ranges.ts'
import { constantRanges, RANGE_REASONS, usualRanges } from '../../../shared/scenario/usual-ranges.ts'
import { MODEL_ERROR, RANGED_INPUTS, type RangedInputId } from '../../../shared/search/ranges/ranged-inputs.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import type { EditorPart } from './editor-part.ts'
import { positive, within, type Problem } from './number-problems.ts'
import { RangeField } from './range-field.tsx'

const factor = within(0.01, 100, 'a factor from 0.01 to 100', false)

const PROBLEMS: Readonly<Record<RangedInputId, Problem>> = {
  memoryBandwidth: factor,
  arithmetic: factor,
  kernelTime: factor,
  networkLatency: factor,
  usdPerGpuHour: positive('a price above 0'),
  acceptance: within(1e-6, 1 - 1e-6, 'a share above 0 and below 1', false),
  routingSkew: within(0.1, 100, 'a number from 0.1 to 100', false),
}

const UNITS: Readonly<Record<RangedInputId, string>> = {
  memoryBandwidth: 'factor',
  arithmetic: 'factor',
  kernelTime: 'factor',
  networkLatency: 'factor',
  usdPerGpuHour: '$/GPU-h',
  acceptance: 'share',
  routingSkew: 'σ',
}

const SETS = [
  {
    name: 'Usual ranges',
    says: 'The measured error of the rules, the catalog’s prices, acceptance of drafts',
    ranges: usualRanges,
  },
  {
    name: 'By constant',
    says: 'The constants of the rules one by one, in place of their error as a whole',
    ranges: constantRanges,
  },
]

const isKnown = (ranges: Ranges): boolean => JSON.stringify(ranges) === JSON.stringify(NO_RANGES)

/** What of a series is not known exactly: an interval for each input, and the error of the rules. */
export function RangeFields(props: EditorPart): JSX.Element {
  const ranges = () => props.series.ranges ?? NO_RANGES
  const set = (patch: Partial<Ranges>) => {
    const next = { ...ranges(), ...patch }
    props.onChange({ ranges: isKnown(next) ? null : next })
  }
  const reasons = () => RANGE_REASONS[props.series.rules]
  /** Those that the series has a use for. */
  const inputs = () =>
    RANGED_INPUTS.filter(
      ({ id }) =>
        (id !== 'acceptance' || props.series.speculative !== null) &&
        (id !== 'routingSkew' || (props.series.rules === 'standard' && props.names.hasExperts(props.series.model))),
    )
  const count = () => inputs().filter(({ id }) => ranges()[id] !== null).length + (ranges().modelError ? 1 : 0)
  const twice = () =>
    ranges().modelError &&
    (['memoryBandwidth', 'arithmetic', 'kernelTime', 'networkLatency'] as const).some((id) => ranges()[id] !== null)
  return (
    <Disclosure title="Uncertainty" note={count() === 0 ? undefined : `${count()} uncertain`}>
      <p class="field-note">
        Each interval holds the true value with 90 %: it is below the first end with 5 %, above the second with 5 %. A
        band of 1,024 samples is drawn around the frontier.
      </p>
      <div class="range-buttons">
        <For each={SETS}>
          {({ name, says, ranges: rangesOf }) => (
            <button
              type="button"
              class="button"
              title={says}
              onClick={() => props.onChange({ ranges: rangesOf(props.series, props.names.catalog) })}
            >
              {name}
            </button>
          )}
        </For>
        <button
          type="button"
          class="button"
          disabled={props.series.ranges == null}
          onClick={() => props.onChange({ ranges: null })}
        >
          None
        </button>
      </div>
      <Toggle
        label={MODEL_ERROR.label}
        says={reasons().modelError}
        checked={ranges().modelError}
        onChange={(modelError) => set({ modelError })}
      />
      <Show when={twice()}>
        <p class="field-note">
          The error was measured with the constants in it: intervals of these beside it count their part twice.
        </p>
      </Show>
      <For each={inputs()}>
        {({ id, label }) => (
          <RangeField
            label={label}
            unit={UNITS[id]}
            value={ranges()[id]}
            problem={PROBLEMS[id]}
            note={reasons()[id]}
            onChange={(range) => set({ [id]: range })}
          />
        )}
      </For>
    </Disclosure>
  )
}
