/** What a row that this app cannot read must not do is take the whole list with it: it is left out and told of. */
export function readable<T>(what: string, log: (line: string) => void, read: () => T): T[] {
  try {
    return [read()]
  } catch (error) {
    log(`${what} left out: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
}
