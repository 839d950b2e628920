import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { readTextFile } from './read-text-file.ts'

/** Reads a scenario file. @throws InputError where it cannot be read or is wrong, NewerVersionError */
export const readScenarioFile = async (path: string): Promise<Scenario> => parseScenario(await readTextFile(path))
