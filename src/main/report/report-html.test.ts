import { describe, expect, it } from 'vitest'
import { fakeCompute } from '../../../test/fake-compute.ts'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { REPORT_SECTIONS, type ReportSectionId } from '../../shared/report/report-sections.ts'
import { USUAL_REPORT, type ReportSettings } from '../../shared/report/report-settings.ts'
import { buildReport } from '../../shared/report/report.ts'
import { newScenario, seriesOf, type Scenario } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import { uncertaintyOf } from '../../shared/scenario/uncertainty-of.ts'
import { provenanceOf } from './provenance.ts'
import { footLine, headHtml, reportHtml } from './report-html.ts'

const grid = { gpus: 12, batches: 12 }
const paper = { model: 'paper/Llama_3_8B', accelerator: 'paper/H100', grid }
const deployed = { model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard', pipeline: false } as const
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'عنوان السلسلة',
  '😀🚀',
  'x'.repeat(200),
  '</style></table>',
]

const scenario: Scenario = {
  ...newScenario(`Names ${HOSTILE.join(' ')}`.slice(0, 200), [
    ...HOSTILE.map((name) => seriesOf({ ...paper, name, notes: `of ${name}` })),
    ...[1, 2, 3, 4].map((i) => seriesOf({ ...deployed, name: `deployed ${i}`, contextTokens: 1000 * i })),
    seriesOf({ ...paper, name: 'nothing fits', demandCapTokensPerSecond: 1e-6 }),
    seriesOf({
      ...paper,
      name: 'drafted',
      model: 'paper/Llama_3_70B',
      speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.8 },
    }),
  ]),
  notes: 'One.\n\n<i>Two.</i>',
  readings: { ...newScenario('x', [seriesOf({ ...paper, name: 'x' })]).readings, costs: [0.1, 1] },
  observed: [
    {
      name: 'Lab <1>',
      source: 'https://example.com/?a=1&b=2',
      date: '2026-05',
      model: null,
      accelerator: null,
      usdPerGpuHour: 2,
      hidden: false,
      points: Array.from({ length: 50 }, (_, i) => ({
        name: `batch ${i}`,
        tokensPerSecond: 20 + i,
        usdPerMillionTokens: i % 2 === 0 ? null : 1,
        tokensPerSecondPerGpu: 100,
        note: '',
      })),
    },
  ],
}

const results = scenario.series.map((series) => findFrontier(searchSetup(series, BUILT_IN_CATALOG)))
const report = buildReport(scenario, results, BUILT_IN_CATALOG)
const date = new Date(Date.UTC(2026, 10, 23, 12))
const provenance = provenanceOf(scenario, BUILT_IN_CATALOG, '1.2.3', date)
const htmlWith = (settings: Partial<ReportSettings> = {}) =>
  reportHtml(report, provenance, { ...USUAL_REPORT, ...settings }, '')
const titlesIn = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title)

describe('reportHtml', () => {
  it('says what is uncertain: ranges below figures, what they stand for, and the intervals of the series', async () => {
    const ranges = { usdPerGpuHour: { low: 2, high: 3.5 } }
    const uncertain = newScenario('Uncertain', [seriesOf({ ...deployed, name: 'one', contextTokens: 1000, ranges })])
    const one = uncertain.series[0]!
    const setup = searchSetup(one, BUILT_IN_CATALOG)
    const uncertainty = uncertaintyOf(one, BUILT_IN_CATALOG)!
    const found = await fakeCompute().band(setup, uncertainty)
    const html = reportHtml(
      buildReport(uncertain, [findFrontier(setup)], BUILT_IN_CATALOG, [found]),
      provenance,
      USUAL_REPORT,
      '',
    )
    expect(html).toMatch(/<span class="range small">\$[\d.]+–[\d.]+<\/span>/)
    expect(html).toContain('1,024 samples (Sobol points, seed 20261123)')
    expect(html).toContain('$2.00–3.50 per GPU-hour')
    expect(htmlWith()).not.toContain('class="range small"')
  })

  it('has all sections in their order, and nothing but text of what people wrote', () => {
    const html = htmlWith()
    expect(titlesIn(html)).toEqual(Object.values(REPORT_SECTIONS).map(({ title }) => title))
    expect(html).not.toMatch(/<(script|i|img)\b/i)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('</style></table>')
    expect(html).not.toMatch(/\b(NaN|undefined|null|Infinity)\b/)
  })

  it('is the same text for the same input', () => {
    expect(htmlWith()).toBe(htmlWith())
  })

  it('has the sections that are chosen, in the person’s order, with the person’s text first', () => {
    const sections = (['origin', 'summary'] satisfies ReportSectionId[]).map((id) => ({
      id,
      shown: true,
      text: id === 'summary' ? 'For <you>.\nStill.\n\nMore.' : '',
    }))
    const html = htmlWith({ sections: [...sections, { id: 'notes', shown: false, text: 'kept' }] })
    expect(titlesIn(html)).toEqual(['How to repeat this', 'Summary'])
    expect(html).toContain(
      '<p class="own" dir="auto">For &lt;you&gt;.\nStill.</p><p class="own" dir="auto">More.</p><p class="summary">',
    )
    expect(html).not.toContain('kept')
  })

  it('says how to repeat it: hashes in full, search and entries', () => {
    const html = htmlWith()
    for (const hash of [
      provenance.scenarioSha256,
      provenance.catalogSha256,
      ...provenance.entries.map(({ sha256 }) => sha256),
    ]) {
      expect(hash).toMatch(/^[\da-f]{64}$/)
      expect(html).toContain(hash)
    }
    expect(provenance.entries.map(({ id }) => id)).toEqual([
      'paper/H100',
      'h100-sxm',
      'paper/Llama_3_8B',
      'llama-3.3-70b',
      'paper/Llama_3_70B',
    ])
    expect(html).toContain('on a grid of 12 GPU counts x 12 batches')
  })

  it('lists observed points with source and prediction, as many as a reader takes in', () => {
    const html = htmlWith()
    expect(html).toContain('Source: https://example.com/?a=1&amp;b=2, 2026-05.')
    expect(html).toContain('The 40 fastest of 50 points')
    expect(html.match(/<th scope="row"><bdi>batch \d+<\/bdi>/g)).toHaveLength(40)
  })

  it('says why a series has no point', () => {
    expect(htmlWith()).toMatch(/nothing fits<\/bdi><\/th><td colspan="6"/)
  })

  it.each([
    ['a4', 'portrait', '210mm 297mm'],
    ['a4', 'landscape', '297mm 210mm'],
    ['letter', 'portrait', '215.9mm 279.4mm'],
    ['letter', 'landscape', '279.4mm 215.9mm'],
  ] as const)('is laid out for %s, %s', (paperSize, orientation, size) => {
    expect(htmlWith({ paper: paperSize, orientation })).toContain(`@page { size: ${size};`)
  })

  it('takes the house’s colours', () => {
    const html = htmlWith({ accent: '#aa0000', palette: 'grey' })
    expect(html).toContain('solid #aa0000')
    expect(html).not.toContain('#d55e00')
  })
})

describe('margins', () => {
  it('have the logo, or the author where there is none', () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo='
    expect(headHtml(report, { ...USUAL_REPORT, logo, author: 'A' })).toContain(`<img class="logo" src="${logo}"`)
    expect(headHtml(report, { ...USUAL_REPORT, author: '<A>' })).toContain('&lt;A&gt;')
  })

  it('name the comparison, the version, the scenario and the day', () => {
    expect(footLine(report, provenance)).toMatch(
      /^Names .* · Paretoscope 1\.2\.3 · rules: paper and standard · scenario [\da-f]{12} · 23 November 2026$/,
    )
  })
})
