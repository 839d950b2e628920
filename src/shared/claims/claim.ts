import type { Catalog } from '../catalog/builtin.ts'
import type { RulesId } from '../model/rules.ts'
import type { LineChart } from '../report/line-chart.ts'
import type { Unit } from '../report/quantities.ts'
import { parseInput } from '../scenario/input-error.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { initialInputs, inputsSchema, type ClaimFields, type ClaimInputs, type InputsOf } from './claim-fields.ts'
import type { ClaimResult } from './claim-result.ts'
import { judge, worstOf, type Claimed } from './verdict.ts'

/** What a claim is computed with: the same in the app, on the command line and in tests. */
export interface ClaimTools {
  readonly catalog: Catalog
  /** The frontiers of a comparison's series, in their order. @throws InputError where a series cannot be searched */
  frontiers(comparison: Scenario): Promise<readonly FrontierResult[]>
}

/** A figure that was measured on the model, and what the claim says of it; null where it says nothing. */
export interface Figure {
  readonly label: string
  /** null where there is nothing to measure it on. */
  readonly value: number | null
  readonly unit: Unit
  readonly claimed: Claimed | null
}

export interface Findings {
  readonly chart: LineChart
  readonly figures: readonly Figure[]
  /** What the figures stand under, in sentences. */
  readonly assumptions: readonly string[]
  /** What was searched, or shows the same: to be opened and edited. */
  readonly comparison: Scenario
}

interface ClaimOf<F extends ClaimFields> {
  readonly id: string
  readonly title: string
  /** In a sentence or two. */
  readonly statement: string
  readonly fields: F
  /** Inputs that change with the rules, where both sets can be asked; the fields have one named `rules` then. */
  readonly under?: Readonly<Record<RulesId, Partial<InputsOf<F>>>>
  readonly find: (inputs: InputsOf<F>, tools: ClaimTools) => Promise<Findings> | Findings
}

/** A claim that the product holds against its own model. */
export interface Claim {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly fields: ClaimFields
  readonly under: Readonly<Record<RulesId, ClaimInputs>> | null
  /** Inputs to begin with under each set of rules that it can be asked under, the paper's first. */
  readonly variants: readonly ClaimInputs[]
  /** @throws InputError for inputs that are none of its, or that cannot be searched */
  compute(inputs: unknown, tools: ClaimTools): Promise<ClaimResult>
}

/** A claim with the parser of its inputs and its verdict. */
export function claim<const F extends ClaimFields>({ find, ...about }: ClaimOf<F>): Claim {
  const { id, title, statement, fields } = about
  const schema = inputsSchema(fields)
  const initial = initialInputs(fields) as ClaimInputs
  const under = (about.under ?? null) as Claim['under']
  return {
    id,
    title,
    statement,
    fields,
    under,
    variants: under === null ? [initial] : [initial, { ...initial, rules: 'standard', ...under.standard }],
    async compute(input, tools) {
      const inputs = parseInput(schema, input)
      const { chart, figures, assumptions, comparison } = await find(inputs, tools)
      const judged = figures.map((figure) => ({
        ...figure,
        verdict: figure.claimed === null ? null : judge(figure.value, figure.claimed),
      }))
      return {
        inputs,
        chart,
        figures: judged,
        verdict: worstOf(judged.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]))),
        assumptions: [...assumptions],
        comparison,
      }
    },
  }
}
