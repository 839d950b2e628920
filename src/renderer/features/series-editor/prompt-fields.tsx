import { Show, type JSX } from 'solid-js'
import { amount, threeSignificant } from '../../../shared/report/format.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { EditorPart } from './editor-part.ts'
import { positive, within } from './number-problems.ts'
import { withPrefillMode, type PrefillMode } from './prefill-mode.ts'

const MODES: readonly { id: PrefillMode; label: string }[] = [
  { id: 'none', label: 'left out' },
  { id: 'colocated', label: 'same GPUs' },
  { id: 'disaggregated', label: 'own GPUs' },
]

const SAYS: Readonly<Record<PrefillMode, string>> = {
  none: 'Decode alone is timed and paid for.',
  colocated: 'Prompts take turns with decoding on the same GPUs.',
  disaggregated: 'Other GPUs, as many as needed, work on prompts.',
}

/** Whether prompts are accounted for, how long they and the answers are, and at what mix tokens are sold. */
export function PromptFields(props: EditorPart): JSX.Element {
  const mode = (): PrefillMode => props.series.prefill?.mode ?? 'none'
  const counted = () => {
    const { prefill } = props.series
    return prefill === null || prefill.mode === 'none' ? null : prefill
  }
  return (
    <>
      <ChoiceField
        label="Prompts"
        options={MODES}
        value={mode()}
        says={SAYS[mode()]}
        onChange={(next) => props.onChange(withPrefillMode(props.series, next))}
      />
      <Show when={counted()}>
        {(prefill) => (
          <fieldset class="nested">
            <legend class="for-screen-readers">Prompts</legend>
            <NumberField
              label="Prompt"
              unit="tokens"
              value={prefill().inputTokens}
              slider={{ least: 10, most: 100_000 }}
              problem={positive('a number of tokens above 0')}
              onChange={(tokens) =>
                props.onChange({ prefill: { ...prefill(), inputTokens: tokens ?? prefill().inputTokens } })
              }
            />
            <NumberField
              label="Answer"
              unit="tokens"
              value={prefill().outputTokens}
              slider={{ least: 10, most: 100_000 }}
              problem={positive('a number of tokens above 0')}
              onChange={(tokens) =>
                props.onChange({ prefill: { ...prefill(), outputTokens: tokens ?? prefill().outputTokens } })
              }
            />
            <NumberField
              label="Price mix"
              unit="input per output token"
              value={prefill().inputPerOutput}
              placeholder={threeSignificant(prefill().inputTokens / prefill().outputTokens)}
              note="For the blended price; empty: as the requests are."
              problem={within(0, Infinity, 'a number from 0, or nothing', true)}
              onChange={(inputPerOutput) => props.onChange({ prefill: { ...prefill(), inputPerOutput } })}
            />
          </fieldset>
        )}
      </Show>
    </>
  )
}

/** Tokens that attention looks back on; with prompts given, their middle of the answer is offered. */
export function ContextField(props: EditorPart & { readonly middle: number | null }): JSX.Element {
  return (
    <div class="field">
      <NumberField
        label="Context"
        unit="tokens"
        value={props.series.contextTokens}
        slider={{ least: 100, most: 1e6 }}
        problem={within(0, 1e8, 'a number of tokens from 0 to 100M', false)}
        onChange={(contextTokens) => props.onChange({ contextTokens: contextTokens ?? 0 })}
      />
      <Show when={props.middle !== null && props.middle !== props.series.contextTokens}>
        <button type="button" class="text-button hint" onClick={() => props.onChange({ contextTokens: props.middle! })}>
          Middle of the answer: prompt + half the answer = {amount(props.middle!)}
        </button>
      </Show>
    </div>
  )
}
