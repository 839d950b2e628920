import { describe, expect, it } from 'vitest'
import { parseInput } from '../scenario/input-error.ts'
import { isLogo, LARGEST_LOGO } from './report-logo.ts'
import { LIGHT } from './palette.ts'
import { REPORT_PALETTES, reportPalette } from './report-palettes.ts'
import { REPORT_SECTION_IDS } from './report-sections.ts'
import { reportSettingsSchema, USUAL_REPORT } from './report-settings.ts'

const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=='
const svg = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')}`
const xml = `data:image/svg+xml;base64,${Buffer.from('<?xml version="1.0"?><svg/>').toString('base64')}`

describe('reportSettingsSchema', () => {
  it('has every section, shown and without a text, unless it says otherwise', () => {
    expect(USUAL_REPORT).toMatchObject({ paper: 'a4', orientation: 'portrait', logo: null, accent: null })
    expect(USUAL_REPORT.sections).toEqual(REPORT_SECTION_IDS.map((id) => ({ id, shown: true, text: '' })))
  })

  it('keeps the order and leaves out what is not named', () => {
    const { sections } = parseInput(reportSettingsSchema, {
      sections: [{ id: 'notes' }, { id: 'summary', shown: false }],
    })
    expect(sections).toEqual([
      { id: 'notes', shown: true, text: '' },
      { id: 'summary', shown: false, text: '' },
    ])
  })

  it.each([
    [{ paper: 'a3' }, /^paper: is "a3"; expected "a4" or "letter"/],
    [{ orientation: 'upright' }, /^orientation: /],
    [{ sections: [{ id: 'summary' }, { id: 'summary' }] }, /^sections: .*each section once/],
    [{ sections: [{ id: '__proto__' }] }, /^sections\[0\]\.id: /],
    [{ sections: [{ id: 'notes', text: 'x'.repeat(10_001) }] }, /^sections\[0\]\.text: .*10,000/],
    [{ accent: 'red' }, /^accent: is "red"; expected a colour like/],
    [{ accent: '#2457d6;}body{display:none' }, /^accent: /],
    [{ logo: 'https://example.com/logo.png' }, /^logo: .*PNG, JPEG or SVG/],
    [{ logo: `${png}${'A'.repeat(LARGEST_LOGO)}` }, /^logo: .*at most 500 KB/],
    [{ palette: 'rainbow' }, /^palette: /],
    [{ font: 'Comic' }, /^font: is not a known field/],
  ])('refuses %j', (input, says) => {
    expect(() => parseInput(reportSettingsSchema, input)).toThrow(says)
  })
})

describe('isLogo', () => {
  it.each([
    [png, true],
    ['data:image/jpeg;base64,/9j/4AAQ', true],
    [svg, true],
    [xml, true],
    // What it says and what its first bytes are must agree.
    [png.replace('image/png', 'image/jpeg'), false],
    [svg.replace('image/svg+xml', 'image/png'), false],
    [svg.replace('image/svg+xml', 'text/html'), false],
    ['data:image/gif;base64,R0lGODlh', false],
    ['data:image/png,iVBORw0KGgo', false],
    [`${png}" onerror="alert(1)`, false],
    ['', false],
  ])('%s', (url, is) => {
    expect(isLogo(url)).toBe(is)
  })
})

/** WCAG 2.1, relative luminance. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('reportPalette', () => {
  it.each(Object.entries(REPORT_PALETTES))('%s has six colours, each 3:1 on white', (_, { series }) => {
    expect(series).toHaveLength(LIGHT.series.length)
    expect(new Set(series).size).toBe(series.length)
    for (const colour of series) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(3)
  })

  it('takes the house’s accent, or keeps the app’s', () => {
    expect(reportPalette('grey', '#aa0000')).toMatchObject({ accent: '#aa0000', text: LIGHT.text })
    expect(reportPalette('usual', null)).toEqual(LIGHT)
  })
})
