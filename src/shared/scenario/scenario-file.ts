import { InputError, NewerVersionError, parseInput } from './input-error.ts'
import { parseJson } from './parse-json.ts'
import { SCENARIO_FORMAT, SCENARIO_VERSION, scenarioSchema, type Scenario } from './scenario.ts'

/** Reads the text of a scenario file. @throws InputError, NewerVersionError */
export function parseScenario(source: string): Scenario {
  return scenarioFrom(parseJson(source))
}

/** A scenario from parsed JSON; checks format and version first, so that a newer file is told from a broken one. */
export function scenarioFrom(json: unknown): Scenario {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new InputError('', 'is not a scenario; expected a JSON object')
  if (!('format' in json) || json.format !== SCENARIO_FORMAT)
    throw new InputError('format', `is not "${SCENARIO_FORMAT}"; this is not a scenario file`)
  if ('version' in json && typeof json.version === 'number' && json.version > SCENARIO_VERSION)
    throw new NewerVersionError(json.version, SCENARIO_VERSION)
  return parseInput(scenarioSchema, json)
}

/** The text of a scenario file: stable key order, one trailing newline. */
export const formatScenario = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`
