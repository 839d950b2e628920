import { Show, type JSX } from 'solid-js'
import { threeSignificant } from '../../../shared/report/format.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import type { CatalogNames } from './catalog-names.ts'
import type { KeyedSeries } from './create-document.ts'

type Problem = (value: number | null) => string | null

const within =
  (least: number, most: number, what: string, emptyIsFine: boolean): Problem =>
  (value) => {
    if (value === null) return emptyIsFine ? null : what
    return value >= least && value <= most ? null : what
  }

const positiveOrEmpty =
  (what: string): Problem =>
  (value) =>
    value === null || value > 0 ? null : what

const WEIGHT_BITS = ['native', '16', '8', '4'] as const

const DEFAULT_DRAFT = { draft: 'paper/Llama_3_8B', acceptance: 0.8, maxDraftTokens: 5 } as const

/** All inputs of one series; each valid change is computed at once. */
export function SeriesEditor(props: {
  readonly one: KeyedSeries
  readonly names: CatalogNames
  readonly problem: string | null
  readonly onChange: (patch: Partial<Series>) => void
}): JSX.Element {
  const series = () => props.one.series
  const native = () => props.names.nativeBits(series().model)
  const bitChoice = (bits: number | null) => (bits === null ? 'native' : String(bits))
  const bitOptions = (own: number | undefined, chosen: number | null) => {
    const listed: string[] = [...WEIGHT_BITS]
    if (chosen !== null && !listed.includes(String(chosen))) listed.push(String(chosen))
    return listed.map((id) => ({ id, label: id === 'native' ? `as it is${own === undefined ? '' : ` (${own})`}` : id }))
  }
  const bitsOf = (choice: string) => (choice === 'native' ? null : Number(choice))
  const listPrice = () => props.names.price(series().accelerator)

  return (
    <form class="editor" aria-label={`Inputs of ${series().name}`} onSubmit={(event) => event.preventDefault()}>
      <Show when={props.problem}>
        <p class="problem" role="alert">
          {props.problem}
        </p>
      </Show>
      <TextField label="Name" value={series().name} onChange={(name) => props.onChange({ name })} />
      <Picker
        label="Model"
        groups={props.names.modelGroups}
        value={series().model}
        onChange={(model) => props.onChange({ model, weightBits: null, activationBits: null })}
      />
      <Picker
        label="Accelerator"
        groups={props.names.acceleratorGroups}
        value={series().accelerator}
        onChange={(accelerator) => props.onChange({ accelerator })}
      />
      <NumberField
        label="Price"
        unit="USD per GPU-hour"
        value={series().usdPerGpuHour}
        placeholder={listPrice() === null ? 'needed' : threeSignificant(listPrice()!)}
        note={
          series().usdPerGpuHour === null
            ? `List price: ${props.names.priceNote(series().accelerator)}`
            : 'Your own price'
        }
        problem={(value) =>
          value === null && listPrice() === null
            ? 'the catalog has no price for this accelerator; give one'
            : positiveOrEmpty('a price above 0')(value)
        }
        onChange={(usdPerGpuHour) => props.onChange({ usdPerGpuHour })}
      />
      <div class="field">
        <span class="field-label">Bits per weight</span>
        <Segmented
          label="Bits per weight"
          options={bitOptions(native()?.weight, series().weightBits)}
          value={bitChoice(series().weightBits)}
          onChange={(choice) => props.onChange({ weightBits: bitsOf(choice) })}
        />
      </div>
      <div class="field">
        <span class="field-label">Bits per activation and cached value</span>
        <Segmented
          label="Bits per activation and cached value"
          options={bitOptions(native()?.activation, series().activationBits)}
          value={bitChoice(series().activationBits)}
          onChange={(choice) => props.onChange({ activationBits: bitsOf(choice) })}
        />
      </div>
      <NumberField
        label="Context"
        unit="tokens"
        value={series().contextTokens}
        problem={within(0, 1e8, 'a number of tokens from 0 to 100M', false)}
        onChange={(contextTokens) => props.onChange({ contextTokens: contextTokens ?? 0 })}
      />
      <NumberField
        label="Demand cap"
        unit="tokens/s, all users"
        value={series().demandCapTokensPerSecond}
        placeholder="none"
        problem={positiveOrEmpty('a number above 0, or nothing for no cap')}
        onChange={(demandCapTokensPerSecond) => props.onChange({ demandCapTokensPerSecond })}
      />
      <Toggle
        label="Pipeline parallelism"
        says="layers split into stages on different GPUs"
        checked={series().pipeline}
        onChange={(pipeline) => props.onChange({ pipeline })}
      />
      <Toggle
        label="Attention scale-down"
        says="attention on fewer ranks than the feed-forward"
        checked={series().attentionScaleDown}
        onChange={(attentionScaleDown) => props.onChange({ attentionScaleDown })}
      />
      <Toggle
        label="Speculative decoding"
        says="a draft model proposes tokens, the model checks them in one pass"
        checked={series().speculative !== null}
        onChange={(on) => props.onChange({ speculative: on ? { ...DEFAULT_DRAFT } : null })}
      />
      <Show when={series().speculative}>
        {(speculative) => (
          <fieldset class="nested">
            <legend class="for-screen-readers">Speculative decoding</legend>
            <Picker
              label="Draft model"
              groups={props.names.modelGroups}
              value={speculative().draft}
              onChange={(draft) => props.onChange({ speculative: { ...speculative(), draft } })}
            />
            <NumberField
              label="Acceptance"
              unit="share of drafted tokens"
              value={speculative().acceptance}
              problem={within(0, 1, 'a share from 0 to 1', false)}
              onChange={(acceptance) =>
                props.onChange({ speculative: { ...speculative(), acceptance: acceptance ?? 0 } })
              }
            />
            <NumberField
              label="Drafted tokens at most"
              unit="tokens per pass"
              value={speculative().maxDraftTokens}
              problem={(value) =>
                value !== null && Number.isInteger(value) && value >= 2 && value <= 16
                  ? null
                  : 'a whole number from 2 to 16'
              }
              onChange={(tokens) => props.onChange({ speculative: { ...speculative(), maxDraftTokens: tokens ?? 5 } })}
            />
          </fieldset>
        )}
      </Show>
      <div class="field">
        <span class="field-label">Rule set</span>
        <p class="fixed-value">
          Paper: the model of “Inference economics of language models”, real-valued GPU counts, empty machines
        </p>
      </div>
    </form>
  )
}
