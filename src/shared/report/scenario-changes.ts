import type { Scenario } from '../scenario/scenario.ts'
import { scenarioDifferences } from './scenario-differences.ts'

/** What was changed from one state of a scenario to the next, in words, series by series. */
export const scenarioChanges = (before: Scenario, after: Scenario): string[] =>
  scenarioDifferences(before, after).map(({ says }) => says)
