import { createMemo, Show, type JSX } from 'solid-js'
import { listed } from '../../../shared/report/format.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { differingInputs, inputInWords, inputValue, type SeriesInput } from '../../../shared/report/series-inputs.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { FieldMarks } from '../../ui/field-mark.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import type { EditorPart } from './editor-part.ts'
import { LimitFields } from './limit-fields.tsx'
import { LookFields } from './look-fields.tsx'
import { positiveOrEmpty } from './number-problems.ts'
import { PaperFormats } from './paper-formats.tsx'
import { middleOfAnswer } from './prefill-mode.ts'
import { PriceFields } from './price-fields.tsx'
import { ContextField, PromptFields } from './prompt-fields.tsx'
import { RangeFields } from './range-fields.tsx'
import { RulesField } from './rules-field.tsx'
import { EngineFields, RulesInDetail } from './rules-in-detail.tsx'
import { SpeculativeFields } from './speculative-fields.tsx'
import { StandardFormats } from './standard-formats.tsx'

/** All inputs of one series; each valid change is computed at once. */
export function SeriesEditor(props: {
  readonly series: Series
  readonly names: CatalogNames
  readonly problem: string | null
  /** What it is compared with; null for the baseline itself. */
  readonly baseline: Series | null
  /** Place of the series in the comparison. */
  readonly at: number
  readonly palette: Palette
  readonly onChange: (patch: Partial<Series>) => void
}): JSX.Element {
  const differing = createMemo(() => (props.baseline === null ? [] : differingInputs(props.series, props.baseline)))
  const valueOf = (input: SeriesInput, baseline: Series) => {
    const value = inputValue(baseline, input)
    if (input.path === 'model' || input.path === 'speculative.draft') return props.names.model(String(value))
    return input.path === 'accelerator' ? props.names.accelerator(String(value)) : inputInWords(input, value)
  }
  const markOf = (label: string) => {
    const input = differing().find((candidate) => candidate.label === label)
    return input === undefined ? undefined : `baseline: ${valueOf(input, props.baseline!)}`
  }
  return (
    <FieldMarks.Provider value={markOf}>
      <form class="editor" aria-label={`Inputs of ${props.series.name}`} onSubmit={(event) => event.preventDefault()}>
        <Show when={props.problem}>
          <p class="problem" role="alert">
            {props.problem}
          </p>
        </Show>
        <Show when={props.baseline}>
          {(baseline) => (
            <p class="differs" data-testid="differs">
              {differing().length === 0
                ? `The same inputs as the baseline, ${baseline().name}.`
                : `Other than the baseline, ${baseline().name}, in: ${listed(differing().map(({ label }) => label.toLowerCase()))}.`}
            </p>
          )}
        </Show>
        <TextField label="Name" value={props.series.name} onChange={(name) => props.onChange({ name })} />
        <Picker
          label="Model"
          groups={props.names.modelGroups[props.series.rules]}
          value={props.series.model}
          onChange={(model) => props.onChange({ model, weightBits: null, activationBits: null })}
        />
        <Picker
          label="Accelerator"
          groups={props.names.acceleratorGroups[props.series.rules]}
          value={props.series.accelerator}
          onChange={(accelerator) => props.onChange({ accelerator })}
        />
        <RulesField series={props.series} names={props.names} onChange={props.onChange} />
        <PriceFields series={props.series} names={props.names} onChange={props.onChange} />
        <Show
          when={props.series.rules === 'standard'}
          fallback={<PaperInputs series={props.series} names={props.names} onChange={props.onChange} />}
        >
          <StandardInputs series={props.series} names={props.names} onChange={props.onChange} />
        </Show>
        <LookFields series={props.series} at={props.at} palette={props.palette} onChange={props.onChange} />
      </form>
    </FieldMarks.Provider>
  )
}

function StandardInputs(props: EditorPart): JSX.Element {
  return (
    <>
      <p class="section-label">Formats</p>
      <StandardFormats {...props} />
      <p class="section-label">Requests</p>
      <PromptFields {...props} />
      <ContextField {...props} middle={middleOfAnswer(props.series)} />
      <p class="section-label">Limits</p>
      <LimitFields {...props} />
      <DemandField {...props} />
      <p class="section-label">Engine</p>
      <EngineFields {...props} />
      <Toggle
        label="Pipeline stages"
        says="layers split into stages on different GPUs; not validated"
        checked={props.series.pipeline}
        onChange={(pipeline) => props.onChange({ pipeline })}
      />
      <SpeculativeFields {...props} />
      <RangeFields {...props} />
      <RulesInDetail {...props} />
    </>
  )
}

function PaperInputs(props: EditorPart): JSX.Element {
  return (
    <>
      <PaperFormats {...props} />
      <ContextField {...props} middle={null} />
      <DemandField {...props} />
      <Toggle
        label="Pipeline parallelism"
        says="layers split into stages on different GPUs"
        checked={props.series.pipeline}
        onChange={(pipeline) => props.onChange({ pipeline })}
      />
      <Toggle
        label="Attention scale-down"
        says="attention on fewer ranks than the feed-forward"
        checked={props.series.attentionScaleDown}
        onChange={(attentionScaleDown) => props.onChange({ attentionScaleDown })}
      />
      <SpeculativeFields {...props} />
      <RangeFields {...props} />
    </>
  )
}

function DemandField(props: EditorPart): JSX.Element {
  return (
    <NumberField
      label="Demand cap"
      unit="tokens/s, all users"
      value={props.series.demandCapTokensPerSecond}
      placeholder="none"
      problem={positiveOrEmpty('a number above 0, or nothing for no cap')}
      onChange={(demandCapTokensPerSecond) => props.onChange({ demandCapTokensPerSecond })}
    />
  )
}
