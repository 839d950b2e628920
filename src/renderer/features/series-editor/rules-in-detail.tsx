import { For, type JSX } from 'solid-js'
import { ALL_REDUCE_ENGINES, type AllReduceEngine } from '../../../shared/model/standard/all-reduce-constants.ts'
import { STANDARD_TERMS, type StandardTermId } from '../../../shared/model/standard/standard-pass.ts'
import { changedRules, ENGINE_NAMES } from '../../../shared/report/series-facts.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import type { EditorPart } from './editor-part.ts'
import { within } from './number-problems.ts'

const ENGINES = (['vllm', ...ALL_REDUCE_ENGINES.filter((engine) => engine !== 'vllm')] as AllReduceEngine[]).map(
  (id) => ({ id, label: ENGINE_NAMES[id] }),
)

const CONSTANTS = [
  { id: 'calibrated', label: 'calibrated' },
  { id: 'physics', label: 'physics' },
] as const

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
      <ChoiceField
        label="Constants"
        options={CONSTANTS}
        value={props.series.constants}
        says={
          props.series.constants === 'calibrated'
            ? 'Fitted once to measured decode times.'
            : 'Textbook figures, nothing fitted.'
        }
        onChange={(constants) => props.onChange({ constants })}
      />
    </>
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
