import { formField, type FieldPath } from './form-fields.ts'
import type { ImportField, ImportProblem, Origin } from './import-preview.ts'

export type Config = Readonly<Record<string, unknown>>
export type Answers = Readonly<Record<string, unknown>>

/** A value of the file that has been checked, with the path of its key; `value` is what the file has. */
export interface Found<T> {
  readonly value: T
  readonly origin: Origin
}

/** Far above any model, far below where products of four stop being exact enough to be worth showing. */
const LARGEST = 1e9
const MOST_LAYERS = 10_000

export const isObject = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as an error quotes it. */
export function quoted(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('-', '−')
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (isObject(value)) return 'an object'
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}...` : json
}

/** What a reader of a family works on: keys of the file in, fields of the entry out. */
export class ConfigReading {
  readonly fields = new Map<FieldPath, ImportField>()
  readonly problems: ImportProblem[] = []
  readonly notes: string[] = []
  readonly #read = new Set<string>()
  readonly #config: Config
  readonly #section: string | null
  readonly #defaults: Config
  readonly #answers: Answers

  /** @param section the key of the object that describes the language model, null = the file itself */
  constructor(config: Config, section: string | null, defaults: Config, answers: Answers) {
    this.#config = config
    this.#section = section
    this.#defaults = defaults
    this.#answers = answers
  }

  /** The first of these keys that has a value, in the section or else at the top, or its default. */
  find(...names: readonly string[]): Found<unknown> | undefined {
    const inner = this.#section === null ? undefined : (this.#config[this.#section] as Config)
    for (const [object, prefix] of [[inner, `${this.#section}.`] as const, [this.#config, ''] as const])
      for (const name of names) {
        if (object === undefined || !Object.hasOwn(object, name) || object[name] === undefined) continue
        const key = `${prefix}${name}`
        this.#read.add(key)
        const value = object[name]
        if (value !== null) return { value, origin: { from: 'config', key, value } }
        // A key that is there and empty says "none", which a default must not undo.
        if (Object.hasOwn(this.#defaults, name)) return undefined
      }
    const name = names.find((key) => Object.hasOwn(this.#defaults, key))
    if (name === undefined) return undefined
    const reason = `the file has no ${name}; the code of this model type takes ${quoted(this.#defaults[name])}`
    return { value: this.#defaults[name], origin: { from: 'default', key: name, reason } }
  }

  /** Marks keys as understood that change nothing in an entry as it is read. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.find(name)
  }

  wasRead(key: string): boolean {
    return this.#read.has(key)
  }

  /** A whole number of the file; a problem names the key and says what would be right. */
  wholeKey(path: FieldPath, names: readonly string[], least = 1, most = LARGEST): Found<number> | undefined {
    return this.#checked(
      path,
      names,
      (value): value is number => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
      `a whole number from ${least} to ${most.toLocaleString('en')}`,
    )
  }

  flagKey(path: FieldPath, ...names: readonly string[]): Found<boolean> | undefined {
    return this.#checked(path, names, (value) => typeof value === 'boolean', 'true or false')
  }

  textKey(path: FieldPath, ...names: readonly string[]): Found<string> | undefined {
    return this.#checked(
      path,
      names,
      (value): value is string => typeof value === 'string' && value.length <= 2000,
      'a text of at most 2000 characters',
    )
  }

  listKey<T>(
    path: FieldPath,
    names: readonly string[],
    isItem: (item: unknown) => item is T,
    items: string,
  ): Found<T[]> | undefined {
    const isList = (value: unknown): value is T[] =>
      Array.isArray(value) && value.length <= MOST_LAYERS && value.every((item) => isItem(item))
    return this.#checked(path, names, isList, `a list of ${items}`)
  }

  #checked<T>(
    path: FieldPath,
    names: readonly string[],
    isRight: (value: unknown) => value is T,
    expected: string,
  ): Found<T> | undefined {
    const found = this.find(...names)
    if (found === undefined) return undefined
    if (isRight(found.value)) return { value: found.value, origin: found.origin }
    const key = found.origin.from === 'config' ? found.origin.key : names[0]!
    this.problem(path, key, `is ${quoted(found.value)}; expected ${expected}`)
    return undefined
  }

  /** Something wrong with a key; nothing where a person has settled the field it is read for. */
  problem(path: FieldPath, key: string, message: string): void {
    if (this.#isAnswered(path) || this.problems.some((known) => known.key === key && known.path === path)) return
    this.problems.push({ path, key, message })
  }

  /** A person has answered the field or the part it is in. */
  #isAnswered(path: FieldPath): boolean {
    return Object.keys(this.#answers).some((answered) => answered === path || path.startsWith(`${answered}.`))
  }

  /** Fills a field from a key of the file; missing where there is none. @returns the value, undefined where missing */
  whole(path: FieldPath, ...names: readonly string[]): number | undefined {
    const found = this.wholeKey(path, names, formField(path).least, path === 'layers' ? MOST_LAYERS : LARGEST)
    return found === undefined
      ? (this.missing(path, names) as number | undefined)
      : this.put(path, found.value, found.origin)
  }

  flag(path: FieldPath, ...names: readonly string[]): boolean | undefined {
    const found = this.flagKey(path, ...names)
    return found === undefined
      ? (this.missing(path, names) as boolean | undefined)
      : this.put(path, found.value, found.origin)
  }

  /** A field that an entry only has where it is true. */
  flagIfTrue(path: FieldPath, ...names: readonly string[]): void {
    const found = this.flagKey(path, ...names)
    if (Object.hasOwn(this.#answers, path)) this.put(path, false, { from: 'answer' })
    else if (found?.value === true) this.put(path, true, found.origin)
  }

  /** A field takes its value, unless a person gave another or a key it is read from is wrong. */
  put<T>(path: FieldPath, value: T, origin: Origin): T | undefined {
    const bad = this.problems.find((problem) => path === problem.path || path.startsWith(`${problem.path}.`))
    if (bad !== undefined && origin.from !== 'answer')
      return this.ask(bad.path!, `${bad.key} cannot be read`) as T | undefined
    const answered = Object.hasOwn(this.#answers, path)
    const own = answered ? (this.#answers[path] as T) : value
    this.fields.set(path, {
      path,
      label: formField(path).label,
      value: own,
      origin: answered ? { from: 'answer' } : origin,
    })
    return own
  }

  /** Asks a person, unless they have answered. */
  missing(path: FieldPath, names: readonly string[]): unknown {
    const bad = this.problems.find((problem) => problem.path === path)
    return this.ask(path, bad === undefined ? `the file has no ${names.join(' or ')}` : `${bad.key} cannot be read`)
  }

  ask(path: FieldPath, reason: string): unknown {
    if (Object.hasOwn(this.#answers, path)) return this.put(path, this.#answers[path], { from: 'answer' })
    this.fields.set(path, { path, label: formField(path).label, value: undefined, origin: { from: 'missing', reason } })
    return undefined
  }

  /** A field that follows from others: missing with them. */
  derive<T>(path: FieldPath, value: T | undefined, how: string): T | undefined {
    return value === undefined
      ? (this.ask(path, `${how}, which is not known`) as T | undefined)
      : this.put(path, value, { from: 'derived', how })
  }

  /** Fields a person answered that no reader came to; a part that the file lacks is there then. */
  putRest(): void {
    for (const path of Object.keys(this.#answers) as FieldPath[]) {
      if (this.fields.has(path)) continue
      const parent = this.fields.get(path.slice(0, Math.max(path.lastIndexOf('.'), 0)) as FieldPath)
      if (parent?.value === null && parent.origin.from !== 'answer') this.fields.delete(parent.path)
      this.put(path, this.#answers[path], { from: 'answer' })
    }
  }

  /** What a field has, by itself or as a part of what a person answered. */
  value(path: FieldPath): unknown {
    const cut = path.lastIndexOf('.')
    const parent = cut < 0 ? undefined : this.fields.get(path.slice(0, cut) as FieldPath)
    if (parent?.origin.from === 'answer') return (parent.value as Config | null)?.[path.slice(cut + 1)]
    return this.fields.get(path)?.value
  }

  /** A field that has a number. */
  number(path: FieldPath): number | undefined {
    const value = this.value(path)
    return typeof value === 'number' ? value : undefined
  }
}
