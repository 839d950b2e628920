/** What an entry has at a path like "scaleUp.domainSize"; undefined where it has nothing, or not even the place. */
export const valueAt = (entry: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, field) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, field)
          ? (at as Record<string, unknown>)[field]
          : undefined,
      entry,
    )

/** A number at a path; null where there is none. */
export function numberAt(entry: unknown, path: string): number | null {
  const value = valueAt(entry, path)
  return typeof value === 'number' ? value : null
}

/**
 * The same entry with another value at a path; undefined takes the field out. Places on the way are made; in a list the field
 * is a place of it.
 */
export function withValueAt<T>(entry: T, path: string, value: unknown): T {
  const [field, ...inner] = path.split('.') as [string, ...string[]]
  if (Array.isArray(entry)) {
    const at = Number(field)
    const next: unknown = inner.length === 0 ? value : withValueAt<unknown>(entry[at], inner.join('.'), value)
    return (next === undefined ? entry.toSpliced(at, 1) : entry.with(at, next)) as T
  }
  const before = (entry ?? {}) as Record<string, unknown>
  const next = inner.length === 0 ? value : withValueAt(before[field], inner.join('.'), value)
  if (next !== undefined) return { ...before, [field]: next } as T
  return Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)) as T
}
