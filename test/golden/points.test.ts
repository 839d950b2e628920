import { describe, expect, it } from 'vitest'
import { flopPerToken } from '../../src/shared/model/architecture.ts'
import { Decode, infeasibleReason } from '../../src/shared/model/decode.ts'
import { ForwardPass } from '../../src/shared/model/forward-pass.ts'
import { passSeconds } from '../../src/shared/model/terms.ts'
import { toyLatencySeconds } from '../../src/shared/model/toy-model.ts'
import { attentionBytesPerLayer, feedForwardBytesPerLayer } from '../../src/shared/model/weight-traffic.ts'
import { GOLDEN, misses, type GoldenPoint } from './golden-files.ts'
import { setupOfPoint } from './golden-setup.ts'

const points = GOLDEN.latency
const passOf = (point: GoldenPoint) => new ForwardPass({ ...setupOfPoint(point), tokensPerPass: point.seq_len })
const orInfinite = (seconds: number | null): number => seconds ?? Infinity

/** Like misses(), with both sides allowed to say that nothing fits. */
const latencyMisses = <T extends { found: number; golden: number }>(rows: readonly T[]): T[] =>
  misses(rows.filter(({ found, golden }) => !(found === Infinity && golden === Infinity)))

describe('the 600 golden points', () => {
  it('are 600, some of them infeasible and some speculative', () => {
    expect(points).toHaveLength(600)
    expect(points.filter((point) => point.latency === null).length).toBeGreaterThan(50)
    expect(points.filter((point) => point.spec_dec).length).toBeGreaterThan(100)
  })

  it('have the latency of the notebook, infinite where it has none', () => {
    const rows = points.map((point) => ({
      point,
      found: passOf(point).latencySeconds(point.n_gpu, point.batch),
      golden: orInfinite(point.latency),
    }))
    expect(latencyMisses(rows)).toEqual([])
  })

  it('have the FLOP of the notebook', () => {
    const rows = points.map((point) => ({
      point,
      found: flopPerToken(setupOfPoint(point).architecture, point.input_len) * point.batch * point.seq_len,
      golden: point.flop,
    }))
    expect(misses(rows)).toEqual([])
  })

  it('move the bytes of the notebook through one layer at degree 4', () => {
    const rows = points.flatMap((point) => {
      const { architecture, precision } = setupOfPoint(point)
      const { dModel, attention, feedForward } = architecture
      const tokens = point.batch * point.seq_len
      return [
        {
          point,
          found: feedForwardBytesPerLayer(dModel, precision, feedForward[0]!, tokens, 4, 4),
          golden: point.ff_rw_bytes_tp4,
        },
        {
          point,
          found: attentionBytesPerLayer(dModel, precision, attention[0]!, tokens, 4),
          golden: point.attn_rw_bytes_tp4,
        },
      ]
    })
    expect(misses(rows)).toEqual([])
  })

  it('have the toy model of section 2.2', () => {
    const rows = points.map((point) => {
      const { architecture, precision, accelerator } = setupOfPoint(point)
      return {
        point,
        found: toyLatencySeconds(architecture, precision, accelerator, point.n_gpu, point.batch, point.input_len),
        golden: orInfinite(point.section_2_2),
      }
    })
    expect(latencyMisses(rows)).toEqual([])
  })

  it('decode speculatively as the notebook does', () => {
    const rows = points.flatMap((point) => {
      if (point.spec_dec === undefined) return []
      const { draft, acceptance, gamma_max: maxDraftTokens, latency } = point.spec_dec
      // The notebook's speculative decoding always allows the scale-down.
      const decode = new Decode(
        setupOfPoint({ ...point, allow_attn_scaledown: true }, { draft: `paper/${draft}`, acceptance, maxDraftTokens }),
      )
      return [{ point, found: decode.latencySeconds(point.n_gpu, point.batch), golden: orInfinite(latency) }]
    })
    expect(rows.length).toBeGreaterThan(100)
    expect(latencyMisses(rows)).toEqual([])
  })

  it('take as long as their terms add up to', () => {
    const rows = points.flatMap((point) => {
      const pass = passOf(point)
      const golden = pass.latencySeconds(point.n_gpu, point.batch)
      return golden === Infinity ? [] : [{ point, found: passSeconds(pass.terms), golden }]
    })
    expect(rows.length).toBeGreaterThan(500)
    expect(misses(rows)).toEqual([])
  })

  it('say in words why nothing fits, and how many GPUs would do', () => {
    for (const point of points.filter(({ latency }) => latency === null)) {
      const pass = passOf(point)
      const reason = infeasibleReason(pass, point.n_gpu, point.batch)
      if (point.n_gpu < 1) {
        expect(reason).toBe('A pass needs at least one GPU.')
        continue
      }
      expect(reason).toContain('hold')
      const needed = Number(/At least ([\d,]+) GPUs/.exec(reason!)?.[1]?.replaceAll(',', ''))
      expect(needed).toBeGreaterThan(point.n_gpu)
      expect(pass.latencySeconds(needed, point.batch)).toBeLessThan(Infinity)
      expect(needed === 1 ? Infinity : pass.latencySeconds(needed - 1, point.batch)).toBe(Infinity)
    }
  })

  it('give no reason where something fits', () => {
    const point = points.find(({ latency }) => latency !== null)!
    expect(infeasibleReason(passOf(point), point.n_gpu, point.batch)).toBeNull()
  })
})
