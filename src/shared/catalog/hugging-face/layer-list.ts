import type { ConfigReading, Found } from './config-reading.ts'
import type { FieldPath } from './form-fields.ts'

export const isText = (item: unknown): item is string => typeof item === 'string'
export const isBit = (item: unknown): item is number => item === 0 || item === 1

/** A list with one item for each layer; a list of another length is a problem of the field it is read for. */
export function layerList<T>(
  reading: ConfigReading,
  path: FieldPath,
  key: string,
  isItem: (item: unknown) => item is T,
  items: string,
): Found<T[]> | undefined {
  const found = reading.listKey(path, [key], isItem, items)
  const layers = reading.number('layers')
  if (found === undefined || layers === undefined || found.value.length === layers) return found
  const at = found.origin.from === 'config' ? found.origin.key : key
  reading.problem(path, at, `has ${found.value.length} items; expected ${layers}, one for each layer`)
  return undefined
}
