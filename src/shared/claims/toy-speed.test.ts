import { expect, it } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { GROWING_REDUCE } from '../model/toy-model.ts'
import { fitPowerLaw } from './power-law.ts'
import { toySpeed } from './toy-speed.ts'

const setup = paperSetup('Llama_3_70B', 'H100', {})
const withBandwidth = (factor: number) => ({
  ...setup,
  accelerator: {
    ...setup.accelerator,
    hbmBandwidthBytesPerSecond: factor * setup.accelerator.hbmBandwidthBytesPerSecond,
  },
})

it('is the best of the closed form: latency of 4·L·(4us + 2us·√N) and memory over N, at N = (M/(L·4us))^(2/3)', () => {
  const { architecture, accelerator } = setup
  const memory = (2 * 70_552_387_584) / (accelerator.hbmBandwidthBytesPerSecond * accelerator.memoryBandwidthCap)
  const gpus = (memory / (architecture.layers * 4e-6)) ** (2 / 3)
  const seconds = 4 * architecture.layers * (4e-6 + 2e-6 * Math.sqrt(gpus)) + memory / gpus
  expect(toySpeed(setup, 'fastest') * seconds).toBeCloseTo(1, 4)
})

it('goes with the cube root of bandwidth where only the growing latency is left, and with less where not', () => {
  const factors = [0.25, 0.5, 1, 2]
  const exponent = (reduce?: typeof GROWING_REDUCE) =>
    fitPowerLaw(
      factors,
      factors.map((factor) => toySpeed(withBandwidth(factor), 'fastest', reduce)),
    )!.exponent
  expect(exponent(GROWING_REDUCE)).toBeCloseTo(1 / 3, 3)
  expect(exponent()).toBeLessThan(0.3)
})

it('the preferred point is slower than the fastest', () => {
  expect(toySpeed(setup, 'preferred')).toBeLessThan(toySpeed(setup, 'fastest'))
})
