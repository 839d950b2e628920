/** "14:02", in 24 hours. @param time milliseconds since 1970 */
export const clock = (time: number): string =>
  new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "3 May 2026". */
export const day = (time: number): string => new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long' })

/** "3 May 2026, 14:02". */
export const dayAndClock = (time: number): string => `${day(time)}, ${clock(time)}`

/** As short as a column wants it: "14:02" today, "3 May" this year, "3 May 2025" before. */
export function shortTime(time: number, now: number): string {
  const [date, today] = [new Date(time), new Date(now)]
  if (date.toDateString() === today.toDateString()) return clock(time)
  const sameYear = date.getFullYear() === today.getFullYear()
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}
