import type { FrontierSearch } from './frontier-search.ts'
import type { Blocks } from './paper/blocks.ts'
import { paperSearch } from './paper/paper-search.ts'
import type { PaperSearchSetup } from './paper/space.ts'
import type { Gaps } from './standard/gaps.ts'
import type { StandardSearchSetup } from './standard/space.ts'
import { standardSearch } from './standard/standard-search.ts'

/** All that a search needs, as plain data fit for any process. */
export type SearchSetup = PaperSearchSetup | StandardSearchSetup

/** Part of a search, as plain data: of the paper's grid, or of the standard rules' layouts. */
export type SearchPart = Blocks | Gaps

/** The search under a setup's rule set; the parts it takes are those that its own survey gave. */
export const searchOf = (setup: SearchSetup): FrontierSearch<SearchPart> =>
  setup.kind === 'paper' ? paperSearch(setup) : standardSearch(setup)
