import Trash from 'lucide-solid/icons/trash'
import { For, Show, type JSX } from 'solid-js'
import { observedMarker } from '../../../shared/report/markers.ts'
import { observedFrom } from '../../../shared/report/observed-facts.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { Check } from '../../ui/check.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MarkerSwatch } from '../../ui/marker-swatch.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { Observed } from './create-observed.ts'

const priceProblem = (value: number | null): string | null =>
  value === null || value > 0 ? null : 'a price above 0, or none'

/** The sets of the comparison: shown or not, priced, removed. */
export function SetsHere(props: { readonly observed: Observed; readonly palette: Palette }): JSX.Element {
  const { observed } = props
  return (
    <section class="vary-inputs" aria-label="In this comparison">
      <h3 class="section-label">In this comparison</h3>
      <Show when={observed.sets().length === 0}>
        <p class="quiet">
          None yet. Points that were measured, or offered by a provider, stand beside the frontiers with how far the
          nearest prediction is from them.
        </p>
      </Show>
      <ul class="observed-sets" aria-label="Sets in this comparison">
        <For each={observed.sets().map((_, at) => at)}>
          {(at) => (
            <Show when={observed.sets()[at]}>
              {(set) => (
                <li>
                  <div class="observed-set">
                    <Check label={set().name} checked={!set().hidden} onChange={() => observed.toggle(at)} />
                    <MarkerSwatch style={observedMarker(props.palette, at)} hollow />
                    <IconButton label={`Remove ${set().name}`} onClick={() => observed.remove(at)}>
                      <Trash size={13} aria-hidden="true" />
                    </IconButton>
                  </div>
                  <p class="field-note">
                    {[`${set().points.length} points`, ...observedFrom(set()).slice(1)].join(' · ')}
                  </p>
                  <Show when={observed.needsPrice(set())}>
                    <NumberField
                      label={`Price for ${set().name}`}
                      unit="USD per GPU-hour"
                      value={set().usdPerGpuHour}
                      problem={priceProblem}
                      placeholder="none"
                      note={
                        observed.withoutCost(set()) === 0
                          ? 'The source gives throughput; this price makes it a cost.'
                          : `${observed.withoutCost(set())} points have no cost without a price.`
                      }
                      onChange={(price) => observed.setPrice(at, price)}
                    />
                  </Show>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </section>
  )
}
