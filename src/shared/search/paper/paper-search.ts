import { infeasibleReason } from '../../model/decode.ts'
import { ForwardPass } from '../../model/forward-pass.ts'
import type { FrontierSearch } from '../search.ts'
import { describeGrid } from './describe.ts'
import { scanGrid } from './scan.ts'
import { layoutsPerPoint, paperSpace, type PaperSearchSetup } from './space.ts'

/** Layouts a shard tries at most (but for one row at least): some 20 to 30 ms of work, so that jobs share workers finely. */
const LAYOUTS_PER_SHARD = 200_000

/** The search over the paper's grid: every GPU count and batch, each with its fastest layout (model-spec A6). */
export function paperSearch(setup: PaperSearchSetup): FrontierSearch {
  const { gpus, batches } = paperSpace(setup)
  const gridPoints = gpus.length * batches.length
  return {
    rows: gpus.length === 0 ? 0 : batches.length,
    rowsPerShard: Math.max(1, Math.floor(LAYOUTS_PER_SHARD / (layoutsPerPoint(setup) * Math.max(1, gpus.length)))),
    gridPoints,
    layouts: gridPoints * layoutsPerPoint(setup),
    hbmBytes: setup.accelerator.hbmBytes,
    reserveBytes: 0,
    reading: setup.rules,
    scan: (rows) => scanGrid(setup, rows),
    describe: (chosen) => describeGrid(setup, chosen),
    nothingFits: () => whyNothingFits(setup),
  }
}

function whyNothingFits(setup: PaperSearchSetup): string {
  const { gpus, batches } = paperSpace(setup)
  const pass = new ForwardPass({ ...setup, tokensPerPass: 1 })
  if (gpus.length === 0)
    return `The weights need more than ${setup.rules.gridLimit.toLocaleString('en-US')} x ${setup.accelerator.name}.`
  const reason = infeasibleReason(pass, gpus[gpus.length - 1]!, batches[0]!)
  if (reason !== null) return reason
  return `Every setup that fits makes more than the demand cap of ${setup.demandCapTokensPerSecond} tokens per second; raise the cap.`
}
