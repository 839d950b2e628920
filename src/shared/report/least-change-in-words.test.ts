import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import type { LeastChange } from '../search/least-change.ts'
import { leastChangeInWords, nothingFitsInWords } from './least-change-in-words.ts'

it.each<[LeastChange, string]>([
  [{ kind: 'most-gpus', gpus: 16 }, 'Raise the limit to 16 GPUs'],
  [{ kind: 'pipeline', gpus: 2 }, 'Allow pipeline stages: fits on 2 GPUs'],
  [{ kind: 'weight-format', format: 'nvfp4', gpus: 1 }, 'Weights in nvfp4: fits on 1 GPU'],
  [{ kind: 'weight-bits', bits: 8 }, 'Weights of 8 bits'],
  [{ kind: 'least-speed', tokensPerSecond: 87.1 }, 'Lower the least speed to 87.1 tokens/s'],
  [{ kind: 'first-token', seconds: 0.25 }, 'Raise the time to the first token to 250 ms'],
  [{ kind: 'demand-cap', tokensPerSecond: 12 }, 'Raise the demand cap to 12.0 tokens/s'],
])('says %j as a button does', (change, words) => {
  expect(leastChangeInWords(change)).toBe(words)
})

it('says why nothing fits with what would, computed under the paper’s rules too', () => {
  const setup = paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 30, batches: 30 }, demandCapTokensPerSecond: 1e-3 })
  const result = findFrontier(setup)
  expect(nothingFitsInWords(result)).toMatch(
    /^Every setup that fits .* What would do: Raise the demand cap to [\d.]+ tokens\/s\.$/,
  )
  const [change] = result.leastChanges
  if (change?.kind !== 'demand-cap') throw new Error('no cap is proposed')
  expect(findFrontier({ ...setup, demandCapTokensPerSecond: change.tokensPerSecond }).points.gpus).not.toHaveLength(0)
  const fits = findFrontier({ ...setup, demandCapTokensPerSecond: null })
  expect(nothingFitsInWords(fits)).toBeNull()
})

it('proposes narrower weights where not even the largest grid holds them', () => {
  const setup = paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 10, batches: 10 } })
  const tiny = { ...setup, accelerator: { ...setup.accelerator, hbmBytes: 0.4e6 } }
  expect(findFrontier(tiny).leastChanges).toEqual([{ kind: 'weight-bits', bits: 8 }])
})
