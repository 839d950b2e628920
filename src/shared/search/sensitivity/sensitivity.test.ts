import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../../test/find-frontier.ts'
import { paperSetup } from '../../../../test/golden/golden-setup.ts'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import type { SearchSetup } from '../search.ts'
import { baselineOf, perturbations } from './perturbations.ts'
import { movesAt, type Sensitivity } from './sensitivity.ts'

function sensitivityOf(setup: SearchSetup): Sensitivity {
  return {
    baseline: findFrontier(baselineOf(setup)).points,
    moved: perturbations(setup).map(({ id, format, setup: changed }) => ({
      id,
      format,
      curve: findFrontier(changed).points,
    })),
  }
}

const standard = standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', { contextTokens: 1500, weightFormat: 'bf16' })
const setups: [string, SearchSetup, readonly string[]][] = [
  ['the paper’s rules', paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 60, batches: 60 } }), ['context']],
  ['the standard rules', standard, []],
]

describe.each(setups)('%s', (_, setup, absent) => {
  const sensitivity = sensitivityOf(setup)
  const { tokensPerSecond } = sensitivity.baseline
  const at = (share: number) => movesAt(sensitivity, share * tokensPerSecond[0]!)
  const of = (id: string, share: number) => at(share).find((move) => move.id === id)!

  it('moves every input once, save what there is nothing of', () => {
    const ids = sensitivity.moved.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids, ...absent]).toHaveLength(10)
  })

  it('makes cost exactly a tenth less by a tenth of the price, and a faster point affordable', () => {
    for (const share of [0.2, 0.5, 0.9]) {
      expect(of('price', share).cost).toBeCloseTo(-0.1, 12)
      expect(of('price', share).speed).toBeGreaterThan(0)
    }
  })

  it('never makes a point worse', () => {
    for (const share of [0.1, 0.4, 0.7, 0.99])
      for (const { cost, speed } of at(share)) {
        expect(cost).toBeLessThanOrEqual(0)
        expect(speed).toBeGreaterThanOrEqual(0)
      }
  })

  it('gives kernels and latencies more weight at the fast end, arithmetic less', () => {
    expect(of('kernels', 0.95).cost).toBeLessThan(3 * of('kernels', 0.4).cost!)
    expect(of('network-latency', 0.95).cost).toBeLessThan(of('network-latency', 0.4).cost!)
    expect(of('arithmetic', 0.95).cost).toBeGreaterThan(of('arithmetic', 0.2).cost!)
  })

  it('names the format that weights step to', () => {
    expect(of('weights', 0.5).change).toBe(setup.kind === 'paper' ? '8-bit' : 'fp8')
    expect(of('weights', 0.5).cost).toBeLessThan(-0.3)
  })
})

it('has the largest change of cost first', () => {
  const costs = movesAt(sensitivityOf(standard), 40).map(({ cost }) => cost!)
  expect(costs).toEqual(costs.toSorted((a, b) => a - b))
})

it('takes a point beyond the baseline at its end', () => {
  const sensitivity = sensitivityOf(setups[0]![1])
  const fastest = sensitivity.baseline.tokensPerSecond[0]!
  expect(movesAt(sensitivity, 1.01 * fastest)).toEqual(movesAt(sensitivity, fastest))
})

it('says of nothing that nothing moves', () => {
  const none = { tokensPerSecond: new Float64Array(), usdPerMillionTokens: new Float64Array() }
  expect(movesAt({ baseline: none, moved: [{ id: 'price', format: null, curve: none }] }, 10)).toEqual([])
})
