import { Show, type JSX } from 'solid-js'
import { knobGap, knobValue, type ChipKnob } from '../../../shared/catalog/chip-knobs.ts'
import { inUnit } from '../../../shared/catalog/figure.ts'
import { amount, threeSignificant } from '../../../shared/report/format.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { positive, wholeWithin } from '../series-editor/number-problems.ts'
import type { ChipDesign } from './create-chip-design.ts'

/** How far a slider goes from the original's figure; what is typed may go further. */
const REACH = 8

/** A figure of the chip by slider and as a number, with what it is of the original's, and whether the rules read it at all. */
export function ChipKnobField(props: { readonly design: ChipDesign; readonly knob: ChipKnob }): JSX.Element {
  const { design, knob } = props
  const base = () => knobValue(knob, design.original())
  const gap = () => knobGap(knob, design.original(), design.series().rules)
  return (
    <Show
      when={base()}
      fallback={
        <p class="knob-unknown">
          {knob.label}: <span class="quiet">{gap()}</span>
        </p>
      }
    >
      {(known) => {
        const shown = (value: number) => inUnit(knob, value)
        const value = () => shown(knobValue(knob, design.chip())!)
        const factor = () => knobValue(knob, design.chip())! / known()
        const isMoved = () => design.factor(knob.id) !== 1
        const ofOriginal = () => `${threeSignificant(factor())} times the original’s ${amount(shown(known()))}`
        const note = () => [isMoved() ? ofOriginal() : null, gap()].filter((one) => one !== null).join('. ')
        return (
          <div class="knob" classList={{ moved: isMoved() }}>
            <NumberField
              label={knob.label}
              unit={knob.unit}
              value={value()}
              slider={{
                least: knob.isWhole ? 1 : shown(known()) / REACH,
                most: shown(known()) * REACH,
                isWhole: knob.isWhole,
              }}
              problem={
                knob.isWhole
                  ? wholeWithin(1, 1e5, 'a whole number from 1', false)
                  : positive(`a number of ${knob.unit} above 0`)
              }
              {...(note() !== '' && { note: note() })}
              onChange={(next) => {
                if (next !== null) design.setFactor(knob.id, (next * knob.perUnit) / known())
              }}
            />
            <Show when={isMoved()}>
              <button
                type="button"
                class="text-button knob-reset"
                aria-label={`Reset ${knob.label}`}
                onClick={() => design.setFactor(knob.id, 1)}
              >
                Reset
              </button>
            </Show>
          </div>
        )
      }}
    </Show>
  )
}
