import Check from 'lucide-solid/icons/check'
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark'
import EqualApproximately from 'lucide-solid/icons/equal-approximately'
import Minus from 'lucide-solid/icons/minus'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { verdictInWords, type Verdict } from '../../../shared/claims/verdict.ts'

const MARKS = {
  holds: Check,
  'holds-within': EqualApproximately,
  'does-not-hold': X,
  'not-claimed': Minus,
  'not-measured': CircleQuestionMark,
} as const

/** What a claim comes to, by a mark and in words. */
export function VerdictMark(props: { readonly verdict: Verdict }): JSX.Element {
  return (
    <span class="verdict" data-verdict={props.verdict.kind}>
      <Dynamic component={MARKS[props.verdict.kind]} size={14} aria-hidden="true" />
      {verdictInWords(props.verdict)}
    </span>
  )
}
