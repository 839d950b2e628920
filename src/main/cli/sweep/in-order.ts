/**
 * Works on several items at once and gives the results in the order of the items, so that no more than `atOnce` of them are
 * under way or waiting for one before them.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const started: Promise<R>[] = []
  for (const item of items) {
    if (started.length >= atOnce) yield await started.shift()!
    const result = work(item)
    // Whoever takes it hears of a failure; until then it is nobody's.
    result.catch(() => {})
    started.push(result)
  }
  while (started.length > 0) yield await started.shift()!
}
