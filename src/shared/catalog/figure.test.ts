import { expect, it } from 'vitest'
import { acceleratorEntrySchema } from './accelerator-entry.ts'
import { figuresOf, VENDOR_FIGURES } from './accelerator-figures.ts'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { numberAt, valueAt, withValueAt } from './entry-path.ts'
import { changesInWords, figureInWords, inUnit, withOwnSources } from './figure.ts'
import { parsedEntry } from './finding.ts'

const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm']!
const bandwidth = VENDOR_FIGURES.find(({ path }) => path === 'hbmBandwidthBytesPerSecond')!

/** Every number of an entry but its prices and its year, which are told in their own ways. */
const numberPaths = (value: unknown, path = ''): string[] =>
  typeof value === 'number'
    ? [path]
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([field, inner]) => numberPaths(inner, path === '' ? field : `${path}.${field}`))
      : []

it.each(Object.entries(BUILT_IN_CATALOG.accelerators))('%s has no number that is not a figure', (_, entry) => {
  const told = new Set([...figuresOf(entry).map(({ path }) => path), 'year', 'usdPerHour', 'priceUsdPerHour.value'])
  expect(numberPaths(entry).filter((path) => !told.has(path))).toEqual([])
})

it('a figure is read in its unit, and back to twelve digits', () => {
  expect(figureInWords(bandwidth, 3.35e12)).toBe('3,350 GB/s')
  expect(figureInWords(bandwidth, 'Infinity')).toBe('unlimited')
  expect(figureInWords(bandwidth, null)).toBe('not known')
  for (const entry of Object.values(BUILT_IN_CATALOG.accelerators))
    for (const figure of figuresOf(entry)) {
      const value = numberAt(entry, figure.path)
      if (value !== null)
        expect(Math.abs((inUnit(figure, value) * figure.perUnit) / value - 1 || 0)).toBeLessThan(1e-12)
    }
})

it('changes are told in the words of the figures', () => {
  const after = withValueAt(withValueAt(h100, 'hbmBandwidthBytesPerSecond', 3.4e12), 'notes', 'mine')
  expect(changesInWords(h100, after, VENDOR_FIGURES)).toEqual([
    'Memory bandwidth: 3,350 GB/s → 3,400 GB/s',
    'notes: nothing → mine',
  ])
})

it('a figure that a person changed is their own, unless they named its source', () => {
  const after = withValueAt(withValueAt(h100, 'hbmBandwidthBytesPerSecond', 3.4e12), 'scaleUp.domainSize', 16)
  const own = withOwnSources(h100, after, VENDOR_FIGURES, '2026-11')
  expect(valueAt(own, 'sources.hbmBandwidthBytesPerSecond')).toEqual(['own figure (2026-11): Memory bandwidth'])
  expect(valueAt(own, 'sources.scaleUp')).toEqual([
    'github.com/ai-dynamo/aiconfigurator@095f58a (2026-08-21) systems/h100_sxm.yaml',
    'own figure (2026-11): Scale-up domain',
  ])
  expect(valueAt(own, 'sources.hbmBytes')).toBe(valueAt(h100, 'sources.hbmBytes'))
  const named = withValueAt(after, 'sources.hbmBandwidthBytesPerSecond', 'measured by us')
  expect(valueAt(withOwnSources(h100, named, VENDOR_FIGURES, '2026-11'), 'sources.hbmBandwidthBytesPerSecond')).toBe(
    'measured by us',
  )
  const doubted = withValueAt(h100, 'confidence.scaleOut', 'low')
  const link = 'scaleOut.perGpuBandwidthBytesPerSecond'
  expect(
    valueAt(withOwnSources(doubted, withValueAt(doubted, link, 1e11), VENDOR_FIGURES, '2026-11'), 'confidence'),
  ).toEqual({ scaleOut: 'own figure' })
})

it.each([
  ['hbmBytes', null, 'is needed'],
  ['hbmBytes', 'abc', 'is "abc"; expected a number'],
  ['hbmBytes', -1, 'is -1; expected a number above 0'],
  ['hbmBytes', Infinity, 'is Infinity; expected a finite number'],
  ['scaleUp.domainSize', 0.5, 'is 0.5; expected a whole number'],
  ['name', '', 'is needed'],
  ['name', 'x'.repeat(201), /expected a text of at most 200/],
  ['evil', 1, 'is not a known field; remove it'],
  ['otherPrices.0.value', 'x', 'is "x"; expected a number'],
])('%s of %j is refused at its field', (path, value, message) => {
  const { entry, findings } = parsedEntry(acceleratorEntrySchema, withValueAt(h100, path, value))
  expect(entry).toBeNull()
  expect(findings).toEqual([
    { severity: 'error', path, message: typeof message === 'string' ? message : expect.stringMatching(message) },
  ])
})
