import { Show, type JSX } from 'solid-js'
import { NumberField } from '../../ui/number-field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { DraftPicker } from './draft-picker.tsx'
import type { EditorPart } from './editor-part.ts'
import { wholeWithin, within } from './number-problems.ts'

const DEFAULT_DRAFT = {
  paper: { draft: 'paper/Llama_3_8B', acceptance: 0.8, maxDraftTokens: 5 },
  standard: { draft: 'llama-3.1-8b', acceptance: 0.8, maxDraftTokens: 5 },
} as const

/** A draft model, and how well it drafts. */
export function SpeculativeFields(props: EditorPart): JSX.Element {
  const says = () =>
    `a draft model proposes tokens, the model checks them in one pass${props.series.rules === 'standard' ? '; not validated' : ''}`
  return (
    <>
      <Toggle
        label="Speculative decoding"
        says={says()}
        checked={props.series.speculative !== null}
        onChange={(on) => props.onChange({ speculative: on ? { ...DEFAULT_DRAFT[props.series.rules] } : null })}
      />
      <Show when={props.series.speculative}>
        {(speculative) => (
          <fieldset class="nested">
            <legend class="for-screen-readers">Speculative decoding</legend>
            <DraftPicker
              series={props.series}
              names={props.names}
              value={speculative().draft}
              onPick={(draft) => props.onChange({ speculative: { ...speculative(), draft } })}
            />
            <NumberField
              label="Acceptance"
              unit="share of drafted tokens"
              value={speculative().acceptance}
              slider={{ least: 0, most: 1 }}
              problem={within(0, 1, 'a share from 0 to 1', false)}
              onChange={(acceptance) =>
                props.onChange({ speculative: { ...speculative(), acceptance: acceptance ?? 0 } })
              }
            />
            <NumberField
              label="Drafted tokens at most"
              unit="tokens per pass"
              value={speculative().maxDraftTokens}
              problem={wholeWithin(2, 16, 'a whole number from 2 to 16', false)}
              onChange={(tokens) => props.onChange({ speculative: { ...speculative(), maxDraftTokens: tokens ?? 5 } })}
            />
          </fieldset>
        )}
      </Show>
    </>
  )
}
