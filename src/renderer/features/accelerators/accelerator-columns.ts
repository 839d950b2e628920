import { acceleratorName, isPaperAccelerator, listPrice } from '../../../shared/catalog/accelerator-entry.ts'
import { VENDOR_FIGURES } from '../../../shared/catalog/accelerator-figures.ts'
import { numberAt, valueAt } from '../../../shared/catalog/entry-path.ts'
import { inUnit, type Figure } from '../../../shared/catalog/figure.ts'
import { knownPrices } from '../../../shared/catalog/known-prices.ts'
import { isStale, priceAge } from '../../../shared/catalog/price-age.ts'
import { threeSignificant, usd } from '../../../shared/report/format.ts'
import type { ComparedFigure } from '../catalog/comparison.tsx'
import type { AcceleratorRow } from '../catalog/create-catalog.ts'
import { numberColumn, ORIGIN_NAMES, textColumn } from '../catalog/entry-columns.ts'
import type { EntryColumn, EntryFilter } from '../catalog/entry-listing.ts'
import { thisMonth } from '../catalog/this-month.ts'

type Column = EntryColumn<AcceleratorRow>

export const makerOf = ({ entry }: AcceleratorRow): string =>
  isPaperAccelerator(entry) ? 'paper’s notebook' : entry.vendor

const yearOf = ({ entry }: AcceleratorRow): number | null => (isPaperAccelerator(entry) ? null : entry.year)

const figureColumn = (figure: Figure): Column =>
  numberColumn(figure.path, figure.label.replace(' peak', ''), figure.unit, ({ entry }) => {
    const value = numberAt(entry, figure.path)
    return value === null ? null : inUnit(figure, value)
  })

const domainOf = ({ entry }: AcceleratorRow): number =>
  isPaperAccelerator(entry) ? entry.nodeSize : entry.scaleUp.domainSize

const listPriceOf = ({ entry }: AcceleratorRow) => (listPrice(entry) === null ? null : (knownPrices(entry)[0] ?? null))

const read = ({ entry }: AcceleratorRow): number => (1e3 * entry.hbmBytes) / entry.hbmBandwidthBytesPerSecond

export const ACCELERATOR_COLUMNS: readonly Column[] = [
  textColumn('maker', 'Maker', makerOf),
  // A year is a name of numbers, not a number of something.
  { ...numberColumn('year', 'Year', '', yearOf, String), kind: 'text' },
  ...VENDOR_FIGURES.map((figure) =>
    figure.path === 'scaleUp.domainSize'
      ? numberColumn(figure.path, 'Domain', 'devices', domainOf)
      : figureColumn(figure),
  ),
  numberColumn('readSeconds', 'Whole memory read in', 'ms', read, threeSignificant),
  {
    ...numberColumn('price', 'Price', 'USD/h', ({ entry }) => listPrice(entry), threeSignificant),
    text: ({ entry }) => (listPrice(entry) === null ? '–' : usd(listPrice(entry)!)),
    title: (row) => listPriceOf(row)?.note ?? 'no price known',
  },
  {
    ...textColumn('priceDate', 'Price of', (row) => {
      const price = listPriceOf(row)
      if (price === null) return '–'
      return `${price.asOf?.slice(0, 7) ?? 'undated'}${isStale(price.asOf, thisMonth()) ? ', old' : ''}`
    }),
    title: (row) => {
      const price = listPriceOf(row)
      return price === null ? 'no price known' : priceAge(price.asOf, thisMonth())
    },
  },
  textColumn('memoryType', 'Memory type', ({ entry }) => (isPaperAccelerator(entry) ? '–' : entry.memoryType)),
  textColumn('status', 'Status', ({ entry }) => (isPaperAccelerator(entry) ? '–' : entry.status)),
  textColumn('origin', 'Origin', ({ origin }) => ORIGIN_NAMES[origin]),
]

export const USUAL_COLUMNS = [
  'maker',
  'year',
  'hbmBytes',
  'hbmBandwidthBytesPerSecond',
  'flopPerSecond.4',
  'flopPerSecond.8',
  'flopPerSecond.16',
  'scaleUp.perGpuBandwidthBytesPerSecond',
  'scaleOut.perGpuBandwidthBytesPerSecond',
  'scaleUp.domainSize',
  'tdpWatts',
  'price',
  'priceDate',
  'origin',
]

const distinct = (values: readonly string[]) => [...new Set(values)].map((value) => ({ id: value, label: value }))
const years = (rows: readonly AcceleratorRow[]): string[] =>
  rows
    .flatMap((row) => yearOf(row) ?? [])
    .toSorted((a, b) => a - b)
    .map(String)

export const ACCELERATOR_FILTERS: readonly EntryFilter<AcceleratorRow>[] = [
  {
    id: 'maker',
    label: 'Maker',
    choices: (rows) => distinct(rows.map(makerOf)),
    keeps: (row, maker) => makerOf(row) === maker,
  },
  {
    id: 'from',
    label: 'From',
    choices: (rows) => distinct(years(rows)),
    keeps: (row, year) => (yearOf(row) ?? 0) >= Number(year),
  },
  {
    id: 'to',
    label: 'To',
    choices: (rows) => distinct(years(rows)),
    keeps: (row, year) => (yearOf(row) ?? Infinity) <= Number(year),
  },
  {
    id: 'precision',
    label: 'Computes in',
    choices: () => ['4', '8', '16', '32'].map((bits) => ({ id: bits, label: `${bits} bits` })),
    keeps: ({ entry }, bits) => valueAt(entry, `flopPerSecond.${bits}`) != null,
  },
  {
    id: 'origin',
    label: 'Origin',
    choices: () => Object.entries(ORIGIN_NAMES).map(([id, label]) => ({ id, label })),
    keeps: ({ origin }, id) => origin === id,
  },
]

const per = (over: number | null, under: number | null): number | null =>
  over === null || under === null || under === 0 ? null : over / under

/** What accelerators are compared in: their figures, and what a dollar buys of them. */
export const COMPARED_FIGURES: readonly ComparedFigure<AcceleratorRow>[] = [
  ...VENDOR_FIGURES.map((figure) => ({
    label: figure.label,
    unit: figure.unit,
    value: ({ entry }: AcceleratorRow) => {
      const value = numberAt(entry, figure.path)
      return value === null ? null : inUnit(figure, value)
    },
  })),
  { label: 'Whole memory read in', unit: 'ms', value: read },
  { label: 'Price', unit: 'USD per hour', value: ({ entry }) => listPrice(entry) },
  {
    label: 'Memory bandwidth for a dollar',
    unit: 'GB/s per USD per hour',
    value: ({ entry }) => per(entry.hbmBandwidthBytesPerSecond / 1e9, listPrice(entry)),
  },
  {
    label: '16-bit arithmetic for a dollar',
    unit: 'TFLOP/s per USD per hour',
    value: ({ entry }) => per(per(numberAt(entry, 'flopPerSecond.16'), 1e12), listPrice(entry)),
  },
  {
    label: 'Memory for a dollar',
    unit: 'GB per USD per hour',
    value: ({ entry }) => per(entry.hbmBytes / 1e9, listPrice(entry)),
  },
]

export const acceleratorRowName = ({ entry }: Pick<AcceleratorRow, 'entry'>): string => acceleratorName(entry)
