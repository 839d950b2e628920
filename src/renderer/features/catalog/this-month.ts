import type { Month } from '../../../shared/catalog/price-age.ts'

/** The month by the computer's clock. */
export function thisMonth(): Month {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1 }
}

/** As entries date things: "2026-11". */
export const monthText = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}`
