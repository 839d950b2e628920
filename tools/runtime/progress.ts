export type Log = (line: string) => void

/** One line when a long step begins, one with its outcome and time at its end; an error is passed on. */
export async function timedStep<T>(
  log: Log,
  title: string,
  work: () => Promise<T>,
  outcome: (result: T) => string = () => 'done',
): Promise<T> {
  const begun = Date.now()
  log(`${title} …`)
  const result = await work()
  log(`  ${outcome(result)}, ${seconds(Date.now() - begun)}`)
  return result
}

/** 1234 ms -> "1.2 s"; 83000 ms -> "1 min 23 s". */
export function seconds(milliseconds: number): string {
  const total = milliseconds / 1000
  if (total < 60) return `${total.toFixed(1)} s`
  const whole = Math.round(total)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}
