import type { JSX } from 'solid-js'
import type { RulesId } from '../../../shared/model/rules.ts'
import { amount } from '../../../shared/report/format.ts'
import { RULES_IN_WORDS } from '../../../shared/report/rules-in-words.ts'
import { withRules } from '../../../shared/scenario/with-rules.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { createSpaceSize } from './create-space-size.ts'
import type { EditorPart } from './editor-part.ts'

const RULE_SETS: readonly { id: RulesId; label: string }[] = [
  { id: 'standard', label: 'Standard (whole GPUs)' },
  { id: 'paper', label: 'Paper' },
]

/** The rule set, what it assumes and how sure it is, and how much there is to search under it. */
export function RulesField(props: EditorPart): JSX.Element {
  const size = createSpaceSize(
    () => props.series,
    () => props.names.brought,
  )
  const counted = (count: number, one: string, many: string) => `${amount(count)} ${count === 1 ? one : many}`
  const space = () => {
    const known = size()
    if (known === null) return ''
    const rows =
      props.series.rules === 'standard'
        ? counted(known.rows, 'layout', 'layouts')
        : counted(known.rows, 'batch', 'batches')
    return `Searches ${rows}, ${counted(known.gridPoints, 'setup', 'setups')}.`
  }
  return (
    <div class="rules-field">
      <ChoiceField
        label="Rule set"
        options={RULE_SETS}
        value={props.series.rules}
        onChange={(rules) => props.onChange(withRules(props.series, rules, props.names.catalog))}
      />
      <p class="field-note">
        {RULES_IN_WORDS[props.series.rules].assumes} {RULES_IN_WORDS[props.series.rules].sure}
      </p>
      <p class="field-note" data-testid="space-size">
        {space()}
      </p>
    </div>
  )
}
