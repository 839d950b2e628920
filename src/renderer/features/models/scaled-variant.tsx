import { createSignal, Show, type JSX } from 'solid-js'
import { PAPER_DEPTH_EXPONENT, scaleModel, scaleProblem, unscalable } from '../../../shared/catalog/scaled-model.ts'
import { threeSignificant } from '../../../shared/report/format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { ModelRow } from '../catalog/create-catalog.ts'
import type { Models } from './create-models.ts'
import { billionsText } from './model-columns.ts'

/** A copy of another size, as the paper compares models of many sizes. */
export function ScaledVariant(props: { readonly models: Models; readonly row: ModelRow }): JSX.Element {
  const [factor, setFactor] = createSignal(2)
  const [depthExponent, setDepthExponent] = createSignal(Number(PAPER_DEPTH_EXPONENT.toFixed(3)))
  const against = () => unscalable(props.row.entry)
  const scaled = () =>
    scaleModel(props.row.entry, { factor: factor(), depthExponent: depthExponent() }, { id: '', name: 'scaled' })
  return (
    <Disclosure title="Scaled variant">
      <Show when={against() === null} fallback={<p>It cannot be scaled: {against()}.</p>}>
        <div class="form-pair">
          <NumberField
            label="Times the parameters"
            unit="×"
            value={factor()}
            problem={(value) => scaleProblem({ factor: value ?? Number.NaN, depthExponent: 0 })}
            onChange={(value) => setFactor(value ?? 1)}
          />
          <NumberField
            label="Depth exponent"
            unit="share of the growth in layers"
            value={depthExponent()}
            problem={(value) => scaleProblem({ factor: 1, depthExponent: value ?? Number.NaN })}
            onChange={(value) => setDepthExponent(value ?? 0)}
          />
        </div>
        <p class="small">
          Comes to {billionsText(scaled().totalParams)}, {threeSignificant(scaled().reachedFactor)} times as many, with{' '}
          {scaled().entry.layers} layers of width {Math.round(scaled().entry.dModel).toLocaleString('en-US')}.
        </p>
        <div>
          <button type="button" class="button" onClick={() => props.models.scale(props.row, factor(), depthExponent())}>
            Make the variant
          </button>
        </div>
      </Show>
    </Disclosure>
  )
}
