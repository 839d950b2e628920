import { For, Show, type JSX } from 'solid-js'
import { ALL_REDUCE_ENGINES, type AllReduceEngine } from '../../../shared/model/standard/all-reduce-constants.ts'
import { STANDARD_TERMS, type StandardTermId } from '../../../shared/model/standard/standard-pass.ts'
import { changedRules, ENGINE_NAMES } from '../../../shared/report/series-facts.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FieldMark } from '../../ui/field-mark.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { constantsChoices } from './constants-choices.ts'
import type { EditorPart } from './editor-part.ts'
import { within } from './number-problems.ts'

const ENGINES = (['vllm', ...ALL_REDUCE_ENGINES.filter((engine) => engine !== 'vllm')] as AllReduceEngine[]).map(
  (id) => ({ id, label: ENGINE_NAMES[id] }),
)

const FITS = [
  { id: 'engine', label: 'per engine' },
  { id: 'generation', label: 'per GPU generation' },
] as const

/** Whose kernels and constants time the pass. */
export function EngineFields(props: EditorPart): JSX.Element {
  return (
    <>
      <ChoiceField
        label="All-reduce kernels"
        options={ENGINES}
        value={props.series.engine ?? 'vllm'}
        says="Whose kernels sum over tensor-parallel GPUs; NCCL only where no CUDA graph is used."
        onChange={(engine) => props.onChange({ engine: engine === 'vllm' ? null : engine })}
      />
      <ConstantsField {...props} />
    </>
  )
}

/** The set of constants: the app's two as buttons; with sets of one's own, a list. */
function ConstantsField(props: EditorPart): JSX.Element {
  const choices = () => constantsChoices(props.names)
  const says = () => {
    const { constants } = props.series
    if (constants === 'calibrated') return 'Fitted once to measured decode times.'
    if (constants === 'physics') return 'Textbook figures, nothing fitted.'
    const notes = props.names.constantSets[constants]?.notes ?? ''
    return `Your own; it travels with the scenario. ${notes}`.trim()
  }
  return (
    <Show
      when={choices().length > 2}
      fallback={
        <ChoiceField
          label="Constants"
          options={choices()}
          value={props.series.constants}
          says={says()}
          onChange={(constants) => props.onChange({ constants })}
        />
      }
    >
      <div class="field">
        <Choice
          label="Constants"
          options={choices()}
          value={props.series.constants}
          onChange={(constants) => props.onChange({ constants })}
        />
        <FieldMark label="Constants" />
        <p class="field-note">{says()}</p>
      </div>
    </Show>
  )
}

/** Switches that few need: each term of the pass, and forms of the rules beside the usual ones. */
export function RulesInDetail(props: EditorPart): JSX.Element {
  const changed = () => changedRules(props.series).length
  const switchTerm = (id: StandardTermId, on: boolean) =>
    props.onChange({
      without: STANDARD_TERMS.map((term) => term.id).filter((term) => (term === id ? !on : left(term))),
    })
  const left = (id: StandardTermId) => props.series.without.includes(id)
  return (
    <Disclosure title="Rules in detail" note={changed() === 0 ? undefined : `${changed()} changed`}>
      <Toggle
        label="Tensor parallel across domains"
        says="heads split over scale-out links too; not validated"
        checked={props.series.tensorAcrossDomains}
        onChange={(tensorAcrossDomains) => props.onChange({ tensorAcrossDomains })}
      />
      <ChoiceField
        label="All-reduce fit"
        options={FITS}
        value={props.series.allReduceFit}
        says="Constants of the engine’s own kernels, or of all graph engines on a GPU generation."
        onChange={(allReduceFit) => props.onChange({ allReduceFit })}
      />
      <NumberField
        label="Routing skew"
        unit="0.1 to 100"
        value={props.series.routingSkew}
        placeholder="none: even routing"
        note="Tokens crowd on fewer experts, the more so the smaller the number; 1 to 3 is usual. Not validated."
        problem={within(0.1, 100, 'a number from 0.1 to 100, or nothing', true)}
        onChange={(routingSkew) => props.onChange({ routingSkew })}
      />
      <fieldset class="terms">
        <legend class="field-label">Terms of a pass</legend>
        <For each={STANDARD_TERMS}>
          {(term) => (
            <Toggle
              label={term.label}
              says={term.says}
              checked={!left(term.id)}
              onChange={(on) => switchTerm(term.id, on)}
            />
          )}
        </For>
      </fieldset>
    </Disclosure>
  )
}
