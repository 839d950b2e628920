import type { RulesId } from '../model/rules.ts'
import { PAPER_ERROR } from '../validation/paper-error.ts'
import { REGIME_ERRORS } from '../validation/regime-errors.ts'
import { listed } from './format.ts'

const regimes = Object.values(REGIME_ERRORS.calibrated)
const rows = regimes.reduce((sum, regime) => sum + regime.rows, 0)
const standardError = regimes.reduce((sum, regime) => sum + regime.rows * regime.meanAbsoluteError, 0) / rows

const wholePercent = (share: number): string => `±${Math.round(100 * share)} %`

interface RulesInWords {
  readonly name: string
  /** What the rule set assumes, and how sure it is, in a sentence each. */
  readonly assumes: string
  readonly sure: string
  /** "±9 %". */
  readonly error: string
}

export const RULES_IN_WORDS: Readonly<Record<RulesId, RulesInWords>> = {
  standard: {
    name: 'standard',
    assumes: 'Layouts that exist on whole GPUs, at every batch that memory holds.',
    sure: `About ${wholePercent(standardError)} on ${rows} measured decode times; 13–15 % on a new model.`,
    error: wholePercent(standardError),
  },
  paper: {
    name: 'paper',
    assumes: '“Inference economics of language models”: GPU counts are real numbers, machines are empty.',
    sure: `About ${wholePercent(PAPER_ERROR)} from measured decode times; for trends.`,
    error: wholePercent(PAPER_ERROR),
  },
}

/** The rule sets of some series, each once, in the order they first appear. */
export const rulesInUse = (series: readonly { readonly rules: RulesId }[]): RulesId[] => [
  ...new Set(series.map(({ rules }) => rules)),
]

/** "standard ±9 %", "standard ±9 % and paper ±40 %". */
export const rulesWithErrors = (series: readonly { readonly rules: RulesId }[]): string =>
  listed(rulesInUse(series).map((rules) => `${RULES_IN_WORDS[rules].name} ${RULES_IN_WORDS[rules].error}`))
