/**
 * What a search along a factor needs, each made when it is first asked for, and once.
 * @param total how many there will be at most, for the progress that is told
 */
export function madeOnce<T>(
  make: (factor: number) => Promise<T>,
  total: number,
  onProgress: (done: number, total: number) => void,
) {
  const asked = new Map<number, Promise<T>>()
  const made = new Map<number, T>()
  async function first(factor: number): Promise<T> {
    const one = await make(factor)
    made.set(factor, one)
    onProgress(Math.min(made.size, total), total)
    return one
  }
  return {
    at: (factor: number): Promise<T> => {
      const one = asked.get(factor) ?? first(factor)
      asked.set(factor, one)
      return one
    },
    /** All that were made, by rising factor. */
    all: (): [factor: number, made: T][] => [...made].toSorted(([a], [b]) => a - b),
  }
}
