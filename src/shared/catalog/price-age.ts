/** A month of the calendar, 1 to 12. */
export interface Month {
  readonly year: number
  readonly month: number
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Months after which a price is called old: rental prices fall by a fifth and more in such a time. */
const STALE_MONTHS = 6

/** A date as the catalog has it: "2026-05", "2026-05-20", "2024; recalled"; null where it names no year. */
function parsedDate(asOf: string | null): { readonly year: number; readonly month: number | null } | null {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?!\d))?/.exec(asOf ?? '')
  if (match === null) return null
  return { year: Number(match[1]), month: match[2] === undefined ? null : Number(match[2]) }
}

/** Whole months since a date; of a year alone since its end; null where the date is not known. */
export function monthsOld(asOf: string | null, today: Month): number | null {
  const date = parsedDate(asOf)
  return date === null ? null : 12 * (today.year - date.year) + today.month - (date.month ?? 12)
}

/** Whether a price is so old, or so badly dated, that it needs another look. */
export function isStale(asOf: string | null, today: Month): boolean {
  const months = monthsOld(asOf, today)
  return months === null || months >= STALE_MONTHS || months < 0
}

const inWords = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

function ageInWords(months: number): string {
  if (months < 0) return 'which is still to come'
  if (months === 0) return 'this month'
  return months < 24 ? `${inWords(months, 'month')} old` : `${inWords(Math.floor(months / 12), 'year')} old`
}

/** How old a price of a known month is, "6 months old"; null where its month is not known. */
export function ageOfPrice(asOf: string | null, today: Month): string | null {
  return parsedDate(asOf)?.month == null ? null : ageInWords(monthsOld(asOf, today)!)
}

/** When a price held and how old it is: "price of May 2026, 6 months old". */
export function priceAge(asOf: string | null, today: Month): string {
  const date = parsedDate(asOf)
  if (date === null) return asOf === null || asOf === '' ? 'undated price' : `undated price (${asOf})`
  if (date.month !== null)
    return `price of ${MONTHS[date.month - 1]} ${date.year}, ${ageInWords(monthsOld(asOf, today)!)}`
  const years = today.year - date.year
  return `price of ${asOf}, ${years > 0 ? `about ${inWords(years, 'year')} old` : 'within a year old'}`
}
