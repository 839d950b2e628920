import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaint, scenario, series, withSeries } from '../../../test/scenario-complaint.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import { formatScenario, parseScenario } from './scenario-file.ts'
import { NO_RANGES } from './ranges.ts'
import { decodeSetup } from './search-setup.ts'

describe('a scenario file', () => {
  it('gets every default', () => {
    expect(parseScenario(JSON.stringify(scenario))).toEqual({
      ...scenario,
      notes: '',
      accelerators: {},
      models: {},
      series: [
        {
          ...series,
          rules: 'paper',
          contextTokens: 0,
          pipeline: true,
          attentionScaleDown: true,
          weightBits: null,
          activationBits: null,
          speculative: null,
          demandCapTokensPerSecond: null,
          usdPerGpuHour: null,
          grid: { gpus: 400, batches: 400 },
          weightFormat: null,
          kvFormat: null,
          prefill: null,
          engine: null,
          constants: 'calibrated',
          allReduceFit: 'engine',
          routingSkew: null,
          without: [],
          limits: { maxGpus: null, minTokensPerSecond: null, maxTtftSeconds: null },
          tensorAcrossDomains: false,
          reserveBytesPerGpu: null,
          notes: '',
          hidden: false,
          colour: null,
          dash: null,
        },
      ],
      baseline: 0,
      observed: [],
      readings: {
        speedWeight: 3,
        speeds: [],
        costs: [],
        columns: ['fastest', 'preferred', 'cheapest', 'sure', 'setup'],
      },
    })
  })

  it('may begin with a byte-order mark', () => {
    expect(complaint(`\uFEFF${JSON.stringify(scenario)}`)).toBe('nothing')
  })

  it('comes back as it was written', () => {
    const read = parseScenario(
      JSON.stringify(withSeries({ speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.8 } })),
    )
    expect(parseScenario(formatScenario(read))).toEqual(read)
    expect(formatScenario(read).endsWith('}\n')).toBe(true)
  })

  it('keeps its ranges, and fills in those that are not given', () => {
    const ranges = { kernelTime: { low: 0.8, high: 1.1 }, modelError: true }
    const standard = { model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard' }
    const read = parseScenario(JSON.stringify(withSeries({ ...standard, ranges })))
    expect(read.series[0]!.ranges).toEqual({ ...NO_RANGES, ...ranges })
    expect(parseScenario(formatScenario(read))).toEqual(read)
  })

  it('brings entries along that win over the catalog', () => {
    const own = { ...BUILT_IN_CATALOG.models['paper/Llama_3_8B']!, label: 'mine' }
    const read = parseScenario(JSON.stringify({ ...scenario, models: { [series.model]: own } }))
    const setup = decodeSetup(read.series[0]!, mergeCatalogs(BUILT_IN_CATALOG, read), 'series')
    expect(setup.architecture.name).toBe('mine')
  })

  it.each(readdirSync('examples').filter((name) => name.endsWith('.paretoscope.json')))(
    'examples/%s is valid',
    (name) => {
      expect(complaint(readFileSync(`examples/${name}`, 'utf8'))).toBe('nothing')
    },
  )
})
