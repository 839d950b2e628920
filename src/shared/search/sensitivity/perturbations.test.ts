import { expect, it } from 'vitest'
import { paperSetup } from '../../../../test/golden/golden-setup.ts'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import { paperSpace, type PaperSearchSetup } from '../paper/space.ts'
import type { StandardSearchSetup } from '../standard/space.ts'
import { baselineOf, perturbations } from './perturbations.ts'

type Setup = PaperSearchSetup | StandardSearchSetup
const ids = (setup: Setup) => perturbations(setup).map(({ id }) => id)
const setupOf = (setup: Setup, id: string): Setup => perturbations(setup).find((one) => one.id === id)!.setup
const paper = (setup: Setup, id: string) => setupOf(setup, id) as PaperSearchSetup
const standard = (setup: Setup, id: string) => setupOf(setup, id) as StandardSearchSetup

it('moves one input by a tenth and leaves all else as it is', () => {
  const base = baselineOf(paperSetup('Llama_3_70B', 'H100', {})) as PaperSearchSetup
  const faster = paper(base, 'memory-bandwidth')
  expect(faster.accelerator.hbmBandwidthBytesPerSecond).toBe(1.1 * base.accelerator.hbmBandwidthBytesPerSecond)
  expect({ ...faster, accelerator: base.accelerator }).toEqual(base)
  expect(paper(base, 'kernels').accelerator.kernelLaunchSeconds).toBe(0.9 * base.accelerator.kernelLaunchSeconds)
})

it('searches every setup on the grid of the baseline, so that its steps cancel', () => {
  const base = baselineOf(paperSetup('Llama_3_70B', 'H100', {})) as PaperSearchSetup
  expect(paperSpace(paper(base, 'memory'))).toEqual(paperSpace(base))
  expect(base.grid).toMatchObject({ gpus: 128, batches: 128 })
})

it('moves the draft model with the GPUs it shares', () => {
  const setup = standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', {
    contextTokens: 1000,
    speculative: { draft: 'llama-3.1-8b', acceptance: 0.7 },
  })
  const { model, speculative } = standard(setup, 'network-latency')
  expect(model.constants.networkLatencyFactor).toBeCloseTo(0.9, 12)
  expect(speculative!.draft.constants).toEqual(model.constants)
  expect(standard(setup, 'context').speculative!.draft.contextTokens).toBe(900)
})

it('leaves out what there is nothing of: an empty context, a narrower format', () => {
  const narrow = standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', { contextTokens: 0, weightFormat: 'fp8' })
  expect(ids(narrow)).not.toContain('context')
  expect(ids(narrow)).not.toContain('weights')
  const blackwell = standardSearchSetupOf('llama-3.3-70b', 'b200-sxm', { contextTokens: 10, weightFormat: 'fp8' })
  expect(perturbations(blackwell).find(({ id }) => id === 'weights')!.format).toBe('nvfp4')
  expect(ids(paperSetup('Llama_3_70B', 'TPU_v4', {}))).not.toContain('scale-up')
})
