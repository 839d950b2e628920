import { describe, expect, it } from 'vitest'
import { linePicture } from '../../shared/report/line-picture.ts'
import { picturePanel, type ChartPicture } from '../../shared/report/chart-picture.ts'
import { pictureData } from '../../shared/report/picture-data.ts'
import { pictureSvg } from './picture-svg.ts'

const curve = (name: string, styleIndex: number) => ({
  name,
  styleIndex,
  x: Float64Array.of(100, 50, 10),
  y: Float64Array.of(4, 2, 1),
  preferred: 1,
  pins: [{ name: 'A', index: 0 }],
})

const panel = (name: string | null, curves = [curve('16-bit', 0)], without: string | null = null) =>
  picturePanel({
    name,
    bounds: { x: [8, 128], y: [1, 10] },
    curves,
    observed: [{ set: { name: 'InferenceMAX' }, markerIndex: 0, x: Float64Array.of(40), y: Float64Array.of(3) }],
    binding: {
      name: '16-bit',
      styleIndex: 0,
      look: {},
      stretches: [{ parts: ['memory', 'allReduce'], label: 'Memory or all-reduce', says: '', from: 0.1, to: 0.9 }],
    },
    without,
  })

const picture = (panels: ChartPicture['panels'], more: Partial<ChartPicture> = {}): ChartPicture => ({
  subject: 'Precision',
  theme: 'light',
  shows: { of: 'frontiers', metric: 'cost', speedAxis: 'tokens-per-second', pue: 1.2 },
  xScale: 'log',
  yScale: 'log',
  panels,
  notes: [
    { about: 'Assumption', text: 'Decode only: no idle time.' },
    { about: '16-bit', text: 'Price: $2.10 per GPU-hour' },
    { about: 'Written by', text: 'Paretoscope 1.2.3' },
  ],
  ...more,
})

/** Every tag that is opened is closed, in order, and no bare & or < is left: what a reader of XML insists on. */
function complaintAbout(svg: string): string | null {
  const open: string[] = []
  const text = svg.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  for (const [tag, end, name, rest] of text.matchAll(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*\/?>/g)) {
    if (end === '/') {
      if (open.pop() !== name) return `${tag} closes another`
    } else if (!tag.endsWith('/>')) open.push(name!)
    if (/&(?!amp;|lt;|gt;|quot;|#)/.test(rest!)) return `bare & in ${tag}`
  }
  const between = text.replaceAll(/<\/?[\w:-]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, '')
  if (between.includes('<')) return `bare < in ${between}`
  // oxlint-disable-next-line no-control-regex -- what XML cannot hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return 'control characters'
  return open.length === 0 ? null : `${open.join(', ')} left open`
}

describe('a picture', () => {
  it('has title, axis names, legend, what binds and the assumptions, and is well formed', () => {
    const { svg, width, height } = pictureSvg(picture([panel(null, [curve('16-bit', 0), curve('8-bit', 1)])]))
    for (const text of [
      'Precision',
      'Cost against speed',
      'USD per million output tokens',
      'tokens per second for one user',
      '16-bit',
      '8-bit',
      'InferenceMAX (observed)',
      'preferred point',
      'Memory or all-reduce',
      'Decode only: no idle time.',
      'Paretoscope 1.2.3',
    ])
      expect(svg).toContain(`>${text}</text>`)
    expect(svg).toContain('<desc>Assumption: Decode only: no idle time.\n16-bit: Price: $2.10 per GPU-hour')
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${width}" height="${height}"`))
    expect(complaintAbout(svg)).toBeNull()
  })

  it('has all panels, each with ids of its own, and says why one is empty', () => {
    const { svg } = pictureSvg(picture([panel('16-bit'), panel('8-bit'), panel('none', [], 'No layout fits.')]))
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(svg.match(/<svg x=/g)).toHaveLength(2)
    expect(svg).toContain('No layout fits.')
    expect(complaintAbout(svg)).toBeNull()
  })

  it('stays well formed whatever names hold', () => {
    const hostile = `</text><script>1</script>&"'\u0001]]> ${'very '.repeat(60)}long 😀`
    const { svg } = pictureSvg(picture([panel(hostile, [curve(hostile, 0)])], { subject: hostile }))
    expect(complaintAbout(svg)).toBeNull()
    expect(svg).not.toContain('<script')
  })

  it('is the same text for the same picture, and another in the dark', () => {
    const one = pictureSvg(picture([panel(null)])).svg
    expect(pictureSvg(picture([panel(null)])).svg).toBe(one)
    expect(pictureSvg(picture([panel(null)], { theme: 'dark' })).svg).not.toBe(one)
  })
})

it('the points of a picture are a table, with marks and observed points', () => {
  const table = pictureData(picture([panel(null)]))
  expect(table.columns.map(({ title }) => title)).toEqual(['series', 'kind', 'tokens/s', '$ / M tokens', 'mark'])
  expect(table.rows).toEqual([
    ['16-bit', 'frontier', 100, 4, 'pin A'],
    ['16-bit', 'frontier', 50, 2, 'preferred'],
    ['16-bit', 'frontier', 10, 1, ''],
    ['InferenceMAX', 'observed', 40, 3, ''],
  ])
  expect(pictureData(picture([panel('a'), panel('b')])).columns[0]!.title).toBe('panel')
})

it('draws lines of any quantity, fitted ones beside the points they are fitted to', () => {
  const x = Float64Array.from([1e9, 1e10, 1e11])
  const lines = linePicture(
    {
      title: 'Speed against parameters',
      x: { unit: 'parameters', label: 'parameters', name: 'parameters of the model', scale: 'log' },
      y: { unit: 'tokens/s', label: 'speed', name: 'tokens per second for one user', scale: 'log' },
      lines: [
        { name: 'computed', styleIndex: 0, drawn: 'points', x, y: Float64Array.from([300, 100, 30]) },
        { name: 'fitted', styleIndex: 1, drawn: 'line', x, y: Float64Array.from([310, 98, 31]) },
      ],
    },
    { subject: 'A claim', theme: 'light', notes: [] },
  )
  const { svg } = pictureSvg(lines)
  for (const words of ['Speed against parameters', 'parameters of the model', 'computed', 'fitted', '>10B<', '>100B<'])
    expect(svg).toContain(words)
})
