import { Show, type JSX } from 'solid-js'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Picker } from '../../ui/picker.tsx'
import { PaperFormats } from '../series-editor/paper-formats.tsx'
import { middleOfAnswer } from '../series-editor/prefill-mode.ts'
import { PriceFields } from '../series-editor/price-fields.tsx'
import { ContextField, PromptFields } from '../series-editor/prompt-fields.tsx'
import { RulesField } from '../series-editor/rules-field.tsx'
import { StandardFormats } from '../series-editor/standard-formats.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'

/** The deployment that a question is about, by the same inputs as a series of a comparison. */
export function DeploymentFields(props: {
  readonly series: Series
  readonly names: CatalogNames
  /** Whether the accelerator is asked for here, with its price. */
  readonly withAccelerator: boolean
  readonly onChange: (series: Series) => void
}): JSX.Element {
  const change = (patch: Partial<Series>) => props.onChange({ ...props.series, ...patch })
  const part = () => ({ series: props.series, names: props.names, onChange: change })
  return (
    <>
      <Picker
        label="Model"
        groups={props.names.modelGroups[props.series.rules]}
        value={props.series.model}
        // Formats go with the model: a new one is taken as it was released.
        onChange={(model) =>
          change({ model, name: props.names.model(model), weightBits: null, activationBits: null, weightFormat: null })
        }
      />
      <Show when={props.withAccelerator}>
        <Picker
          label="Accelerator"
          groups={props.names.acceleratorGroups[props.series.rules]}
          value={props.series.accelerator}
          onChange={(accelerator) => change({ accelerator, usdPerGpuHour: null })}
        />
        <PriceFields {...part()} />
      </Show>
      <RulesField {...part()} />
      <Disclosure title="Formats, prompts and context">
        <div class="editor question-more">
          <Show when={props.series.rules === 'standard'} fallback={<PaperFormats {...part()} />}>
            <StandardFormats {...part()} />
            <PromptFields {...part()} />
          </Show>
          <ContextField {...part()} middle={props.series.rules === 'paper' ? null : middleOfAnswer(props.series)} />
        </div>
      </Disclosure>
    </>
  )
}
