import type { Compute } from '../src/main/compute/compute.ts'
import { answerRanges } from '../src/main/compute/answer-ranges.ts'
import { searchBand } from '../src/main/compute/search-band.ts'
import { replicaThroughputs } from '../src/shared/search/standard/replica-throughputs.ts'
import { findFrontier } from './find-frontier.ts'

/** A compute that searches in this thread, one worker; what it does may be replaced. */
export const fakeCompute = (parts: Partial<Compute> = {}): Compute => ({
  workers: 1,
  warm: () => {},
  frontier: async (setup) => findFrontier(setup),
  band: async (setup, uncertainty) => ({
    ...(await searchBand(
      async (tasks) => tasks.map(answerRanges) as never[],
      setup,
      uncertainty,
      () => {},
    )),
    elapsedMs: 5,
    workers: 1,
  }),
  throughputs: async (setup, speeds) => speeds.map((speed) => replicaThroughputs(setup, speed)),
  close: async () => {},
  ...parts,
})
