import { describe, expect, it } from 'vitest'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import { replicaLayouts, replicaRows, type StandardSearchSetup } from './space.ts'

/** `tensor.data.expert.pipeline` of every layout. */
const layouts = (setup: StandardSearchSetup): string =>
  replicaLayouts(setup)
    .map(({ tensor, data, expert, pipeline }) => [tensor, data, expert, pipeline].join('.'))
    .join(' ')

const limits = (maxGpus: number) => ({ limits: { maxGpus, minTokensPerSecond: null, maxTtftSeconds: null } })

describe('layouts', () => {
  it.each([
    ['llama-3.3-70b', 'h100-sxm', {}, 18],
    ['llama-3.3-70b', 'h100-sxm', { pipeline: false, tensorAcrossDomains: true }, 6],
    ['deepseek-r1', 'h200-sxm', {}, 34],
    ['deepseek-r1', 'h200-sxm', limits(8), 26],
    ['qwen3-235b-a22b', 'gb200-nvl72', { pipeline: false }, 130],
    ['qwen3-next-80b-a3b', 'h200-sxm', limits(8), 51],
  ])('of %s on %s, %j: %d', (model, accelerator, fields, count) => {
    expect(replicaLayouts(standardSearchSetupOf(model, accelerator, fields))).toHaveLength(count)
  })

  it('divide a dense model over tensor ranks and stages, in whole domains or a part of one', () => {
    // 80 layers and 64 heads, 8 of keys: 16 GPUs as 8 x 2, 4 x 4, 2 x 8 and 1 x 16, but 5 stages of one GPU only.
    expect(layouts(standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', limits(16)))).toBe(
      '1.1.1.1 2.1.1.1 4.1.1.1 8.1.1.1 1.1.1.2 2.1.1.2 4.1.1.2 8.1.1.2 1.1.1.4 2.1.1.4 4.1.1.4 1.1.1.5 ' +
        '1.1.1.8 2.1.1.8 1.1.1.16',
    )
  })

  it('copy attention beside routed experts, each copy with experts of its own or none', () => {
    expect(layouts(standardSearchSetupOf('deepseek-r1', 'h200-sxm', limits(4)))).toBe(
      '1.1.1.1 1.2.1.1 1.2.2.1 1.4.1.1 1.4.4.1 2.1.1.1 2.1.2.1 2.2.1.1 2.2.2.1 2.2.4.1 4.1.1.1 4.1.2.1 4.1.4.1',
    )
  })

  it('over several domains have experts on every GPU', () => {
    const several = replicaLayouts(standardSearchSetupOf('deepseek-r1', 'h200-sxm')).filter(
      ({ tensor, data }) => tensor * data > 8,
    )
    expect(several.map(({ tensor, data, expert }) => [tensor, data, expert])).toEqual([
      [1, 16, 16],
      [1, 32, 32],
      [2, 8, 16],
      [2, 16, 32],
      [4, 4, 16],
      [4, 8, 32],
      [8, 2, 16],
      [8, 4, 32],
    ])
  })

  it('of chips that are alone in their domain have one tensor rank', () => {
    expect(layouts(standardSearchSetupOf('llama-3.1-8b', 'gh200-96gb'))).toBe('1.1.1.1 1.1.1.2 1.1.1.4')
    expect(layouts(standardSearchSetupOf('mixtral-8x7b', 'gh200-96gb'))).toBe(
      '1.1.1.1 1.2.2.1 1.4.4.1 1.1.1.2 1.2.2.2 1.1.1.4',
    )
  })

  it('keep tensor ranks that cannot fill domains of 72 to a single one', () => {
    const beyond = replicaLayouts(standardSearchSetupOf('qwen3-235b-a22b', 'gb200-nvl72')).filter(
      ({ tensor, data, pipeline }) => tensor * data * pipeline > 72,
    )
    expect(beyond.filter(({ tensor }) => 72 % tensor !== 0)).toEqual([])
  })

  it('divide a width that tensor ranks do not, where fewer of them share an expert', () => {
    const setup = standardSearchSetupOf('mixtral-8x7b', 'h100-sxm', limits(8))
    const feedForward = setup.model.architecture.feedForward.map((group) => ({ ...group, dFf: 4 * 3583 }))
    const odd = { ...setup, model: { ...setup.model, architecture: { ...setup.model.architecture, feedForward } } }
    expect(replicaLayouts(odd).filter(({ tensor }) => tensor === 8)).toEqual([
      { tensor: 8, data: 1, expert: 2, pipeline: 1 },
      { tensor: 8, data: 1, expert: 4, pipeline: 1 },
      { tensor: 8, data: 1, expert: 8, pipeline: 1 },
    ])
  })
})

it('lets a draft model ride along on one stage', () => {
  const setup = standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', {
    speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 },
  })
  const rows = replicaRows(setup)
  expect(rows).toHaveLength(18 + 4)
  expect(rows.slice(18).every(({ drafting, layout }) => drafting && layout.pipeline === 1)).toBe(true)
})
