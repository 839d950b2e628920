import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { SHIPPED_OBSERVED_SETS } from '../src/shared/observed/shipped-sets.ts'
import type { QuestionTools } from '../src/shared/questions/answer.ts'
import type { FrontierResult } from '../src/shared/search/frontier-result.ts'
import { replicaThroughputs } from '../src/shared/search/standard/replica-throughputs.ts'
import { findFrontier } from './find-frontier.ts'

const known = new Map<string, FrontierResult>()

/** What questions are answered with, in this thread; a frontier is computed once. */
export const QUESTION_TOOLS: QuestionTools = {
  catalog: BUILT_IN_CATALOG,
  observed: SHIPPED_OBSERVED_SETS,
  async frontier(setup) {
    const key = JSON.stringify(setup)
    const result = known.get(key) ?? findFrontier(setup)
    known.set(key, result)
    return result
  },
  throughputs: async (setup, speeds) => speeds.map((speed) => replicaThroughputs(setup, speed)),
  onProgress: () => {},
}
