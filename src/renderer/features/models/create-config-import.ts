import { createMemo, createSignal } from 'solid-js'
import { completeImport, type CompletedImport } from '../../../shared/catalog/hugging-face/complete-import.ts'
import { formField, isFieldPath } from '../../../shared/catalog/hugging-face/form-fields.ts'
import type { ImportPreview } from '../../../shared/catalog/hugging-face/import-preview.ts'
import { readConfig, readHuggingFaceConfig } from '../../../shared/catalog/hugging-face/read-config.ts'
import type { ReleasedModel } from '../../../shared/catalog/model-entry.ts'
import { modelFindings } from '../../../shared/catalog/model-sanity.ts'
import { InputError } from '../../../shared/scenario/input-error.ts'
import { call } from '../../kernel/api.ts'
import { notify } from '../../ui/notices.tsx'
import { parseNumber } from '../../ui/parse-number.ts'

export interface OpenedConfig {
  /** Null: there is none, and everything is for the person to give. */
  readonly fileName: string | null
  readonly preview: ImportPreview
}

const NO_IDENTITY = { name: '', org: '', released: '', source: '', totalParams: '', activeParams: '' }
export type ImportIdentityField = keyof typeof NO_IDENTITY

/** What follows from the rest of a model of one kind of layer: not asked for where there is no file. */
const FOLLOWS = new Set(['blocks.softmaxAttention', 'blocks.denseFf', 'attention.kind'])

/** What says nothing of a model. */
const NOTHING = readHuggingFaceConfig('{}')

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** An answer as a person typed it, in the kind that its field has; the text itself where it is none. */
function answerOf(path: string, text: string): unknown {
  const kind = isFieldPath(path) ? formField(path).kind : 'text'
  if (kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : text
  if (kind !== 'whole') return text
  const number = parseNumber(text)
  return number === null || Number.isNaN(number) ? text : number
}

/** "7.6" billions of parameters; null for an empty field, NaN for no number. */
function parametersOf(text: string): number | null {
  const number = parseNumber(text.replace(/\s*[bB]$/, ''))
  return number === null ? null : number * 1e9
}

/** A config.json while it becomes an entry: what was read, what is asked for, and what is still missing. */
export function createConfigImport() {
  const [opened, setOpened] = createSignal<OpenedConfig | null>(null)
  const [answers, setAnswers] = createSignal<Readonly<Record<string, string>>>({})
  const [identity, setIdentity] = createSignal(NO_IDENTITY)

  const typed = () =>
    Object.fromEntries(
      Object.entries(answers())
        .filter(([, text]) => text.trim() !== '')
        .map(([path, text]) => [path, answerOf(path, text)]),
    )
  const preview = createMemo((): ImportPreview | null => {
    const file = opened()
    return file === null ? null : readConfig(file.preview.config, typed())
  })
  /** Asked for once, and kept in the form when it is answered. */
  const asked = createMemo(() => {
    const file = opened()
    if (file === null) return []
    const now = preview()?.fields ?? []
    // From nothing, what follows from the rest can be said otherwise all the same.
    const fields = file.fileName === null ? [...file.preview.fields, ...now] : [...now, ...file.preview.fields]
    return fields.filter(
      ({ path, origin }, at, all) =>
        (origin.from === 'missing' || Object.hasOwn(answers(), path)) &&
        (file.fileName !== null || !FOLLOWS.has(path)) &&
        all.findIndex((field) => field.path === path) === at,
    )
  })
  const badSize = (): string | null => {
    const sizes = [parametersOf(identity().totalParams), parametersOf(identity().activeParams)]
    return sizes.some((size) => size !== null && !(size > 0)) ? 'Parameters are numbers of billions above 0.' : null
  }
  const completed = createMemo((): CompletedImport | { readonly wrong: string } | null => {
    const file = opened()
    if (file === null) return null
    const wrong = badSize()
    if (wrong !== null) return { wrong }
    try {
      const { name, org, released, source, totalParams, activeParams } = identity()
      return completeImport(file.preview, typed(), {
        // The catalog gives the id, from the name.
        id: 'user/import',
        name,
        org,
        released,
        source,
        totalParams: parametersOf(totalParams),
        activeParams: parametersOf(activeParams),
      })
    } catch (error) {
      if (error instanceof InputError) return { wrong: inWords(error) }
      throw error
    }
  })
  const entry = (): ReleasedModel | null => {
    const done = completed()
    return done !== null && 'entry' in done ? done.entry : null
  }
  const findings = createMemo(() => {
    const done = entry()
    return done === null ? [] : modelFindings(done)
  })

  /** Reads the text of a file; what is no config.json is told, and changes nothing. */
  function read(fileName: string, text: string): void {
    try {
      const next = readHuggingFaceConfig(text)
      setAnswers({})
      setIdentity({ ...NO_IDENTITY, source: fileName })
      setOpened({ fileName, preview: next })
    } catch (error) {
      notify(`${fileName}: ${inWords(error)}`)
    }
  }

  return {
    opened,
    /** Begins a model from nothing: a file that says nothing asks for all that cannot be derived. */
    startNew() {
      setAnswers({})
      setIdentity(NO_IDENTITY)
      setOpened({ fileName: null, preview: NOTHING })
    },
    preview,
    asked,
    answers,
    answer: (path: string, text: string) => setAnswers({ ...answers(), [path]: text }),
    identity,
    identify: (field: ImportIdentityField, text: string) => setIdentity({ ...identity(), [field]: text }),
    /** What keeps it from being kept, a line each. */
    obstacles: (): readonly string[] => {
      const done = completed()
      if (done === null) return []
      if ('wrong' in done) return [done.wrong]
      if ('entry' in done)
        return findings()
          .filter(({ severity }) => severity === 'error')
          .map(({ message }) => message)
      return [
        ...done.problems.map(({ key, message }) => `${key} ${message}`),
        ...(opened()?.fileName === null
          ? done.missing.filter(({ path }) => !FOLLOWS.has(path)).map(({ label }) => `${label}: is to be given`)
          : done.missing.map(({ label, reason }) => `${label}: ${reason}`)),
      ]
    },
    warnings: () => findings().filter(({ severity }) => severity === 'warning'),
    /** The entry as it would be kept; null while something is missing. */
    ready: (): ReleasedModel | null => (findings().some(({ severity }) => severity === 'error') ? null : entry()),
    read,
    /** Asks for a file by the main process's dialog. */
    async open(): Promise<void> {
      try {
        const chosen = await call('catalog.openConfig', undefined)
        if (chosen !== null) read(chosen.fileName, chosen.text)
      } catch (error) {
        notify(inWords(error))
      }
    },
    cancel: () => setOpened(null),
  }
}
