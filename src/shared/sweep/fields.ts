/** Fields of a series as they stand in a file, not yet parsed. */
export type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

/** A copy with the field at a path like `limits.maxGpus` set; objects on the way are made where there are none. */
export function withField(fields: Fields, path: string, value: unknown): Fields {
  const [name, rest] = firstStep(path)
  const own = Object.hasOwn(fields, name) ? fields[name] : undefined
  return { ...fields, [name]: rest === null ? value : withField(fieldsOf(own), rest, value) }
}

export function hasField(value: unknown, path: string): boolean {
  const [name, rest] = firstStep(path)
  const fields = fieldsOf(value)
  return Object.hasOwn(fields, name) && (rest === null || hasField(fields[name], rest))
}

/** The top-level field that a path is in. */
export const topField = (path: string): string => firstStep(path)[0]

function firstStep(path: string): [string, string | null] {
  const dot = path.indexOf('.')
  return dot === -1 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)]
}
