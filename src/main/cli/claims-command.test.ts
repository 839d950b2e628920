import { describe, expect, it } from 'vitest'
import { createCompute } from '../../../test/folder-run.ts'
import { runOn } from '../../../test/fake-host.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'

const claims = (...argv: string[]) => runOn({}, ['claims', ...argv], { createCompute })

interface Answer {
  readonly claims: readonly {
    readonly id: string
    readonly verdict: string
    readonly inputs: object
    readonly figures: readonly { readonly label: string; readonly value: number; readonly verdict: string | null }[]
    readonly chart: { readonly lines: readonly { readonly x: readonly number[]; readonly y: readonly number[] }[] }
    readonly comparison: unknown
  }[]
}

describe('claims', () => {
  it('gives all values of a claim, under each set of rules', async () => {
    const run = await claims('--only', 'hbm-bandwidth', '--json')
    const { claims: found } = JSON.parse(run.out) as Answer
    expect(found.map(({ inputs }) => inputs)).toMatchObject([{ rules: 'paper' }, { rules: 'standard' }])
    const [paper] = found
    expect(paper!.verdict).toMatch(/^holds within \d+ %$/)
    expect(paper!.figures[0]!.label).toBe('Exponent, full model')
    expect(paper!.figures[0]!.verdict).toMatch(/^holds within/)
    expect(paper!.chart.lines[0]!.x).toHaveLength(9)
    expect(parseScenario(JSON.stringify(paper!.comparison)).series).toHaveLength(9)
  })

  it('has no figure that JSON cannot say', async () => {
    const { claims: found } = JSON.parse((await claims('--only', 'precision', '--json')).out) as Answer
    expect(found[0]!.figures.map(({ value }) => value)).not.toContain(null)
  })

  it('prints a line for each, and all figures of one that is asked for', async () => {
    const { out } = await claims('--only', 'drain-time')
    expect(out).toMatch(/^claim +measured +verdict\ndrain-time +24\.2 ms, claimed about 24 ms +holds$/m)
    expect(out).toContain('As a speed: 41.3 tokens/s')
  })

  it('writes a page with its charts, and replaces nothing unless forced', async () => {
    const argv = ['claims', '--only', 'drain-time', '--docs', 'out']
    const run = await runOn({}, argv, { createCompute })
    expect(run.files.get('out/claims.md')).toContain('(claims/drain-time.svg)')
    expect(run.files.get('out/claims/drain-time.svg')).toMatch(/^<svg /)
    const mine = { 'out/claims/drain-time.svg': 'mine' }
    const refused = await runOn(mine, argv, { createCompute })
    expect(refused.exitCode).toBe(2)
    expect(refused.files.has('out/claims.md')).toBe(false)
    expect((await runOn(mine, [...argv, '--force'], { createCompute })).files.get('out/claims/drain-time.svg')).toMatch(
      /^<svg/,
    )
  })

  it('refuses a claim that there is not, with those there are', async () => {
    const run = await claims('--only', 'mine')
    expect(run.exitCode).toBe(2)
    expect(run.error).toMatch(/^--only: claim: is "mine"; expected one of network-latency, /)
  })
})
