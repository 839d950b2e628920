import { infeasibleReason } from '../../model/decode.ts'
import { ForwardPass } from '../../model/forward-pass.ts'
import { searchBy, type FrontierSearch } from '../frontier-search.ts'
import type { Blocks } from './blocks.ts'
import { describeGrid } from './describe.ts'
import { Grid } from './grid.ts'
import { paperChanges } from './least-changes.ts'
import { layoutsPerPoint, paperSpace, type PaperSearchSetup } from './space.ts'

/** The search over the paper's grid: every GPU count and batch, each with its fastest layout (model-spec A6). */
export function paperSearch(setup: PaperSearchSetup): FrontierSearch<Blocks> {
  const { gpus, batches } = paperSpace(setup)
  const gridPoints = gpus.length * batches.length
  return {
    size: () => ({ rows: batches.length, gridPoints, layouts: gridPoints * layoutsPerPoint(setup) }),
    hbmBytes: setup.accelerator.hbmBytes,
    reserveBytes: 0,
    reading: setup.rules,
    ...searchBy(() => new Grid(setup)),
    describe: (chosen) => describeGrid(setup, chosen),
    nothingFits: () => ({ reason: whyNothingFits(setup), changes: paperChanges(setup) }),
  }
}

function whyNothingFits(setup: PaperSearchSetup): string {
  const { gpus, batches } = paperSpace(setup)
  const pass = new ForwardPass({ ...setup, tokensPerPass: 1 })
  if (gpus.length === 0)
    return `The weights need more than ${setup.rules.gridLimit.toLocaleString('en-US')} x ${setup.accelerator.name}.`
  const reason = infeasibleReason(pass, gpus[gpus.length - 1]!, batches[0]!)
  if (reason !== null) return reason
  return `Every setup that fits makes more than the demand cap of ${setup.demandCapTokensPerSecond} tokens per second.`
}
