import type { Database } from 'better-sqlite3'
import * as v from 'valibot'
import { themeSchema } from '../../shared/contract/contract.ts'
import { reportSettingsSchema, USUAL_REPORT } from '../../shared/report/report-settings.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))

const windowState = v.object({
  bounds: v.fallback(
    v.nullable(v.object({ x: pixels, y: pixels, width: pixels, height: pixels, maximized: v.boolean() })),
    null,
  ),
  /** The saved scenario open in it. */
  scenario: v.fallback(v.nullable(v.pipe(v.number(), v.integer())), null),
})

export type WindowState = v.InferOutput<typeof windowState>
export type WindowBounds = NonNullable<WindowState['bounds']>

/** Everything the app remembers besides scenarios; what cannot be read counts as never set. */
const SETTINGS = {
  theme: v.fallback(themeSchema, 'system'),
  /** The windows that were open, oldest first. */
  windows: v.fallback(v.array(windowState), []),
  /** Of the report that was made last. */
  report: v.fallback(reportSettingsSchema, USUAL_REPORT),
} as const satisfies Record<string, v.GenericSchema>

export type SettingName = keyof typeof SETTINGS
export type Setting<N extends SettingName> = v.InferOutput<(typeof SETTINGS)[N]>

export interface SettingsStore {
  get<N extends SettingName>(name: N): Setting<N>
  set<N extends SettingName>(name: N, value: Setting<N>): void
  /** Sets what nobody asked to keep; where that fails, a line in the log is enough. */
  remember<N extends SettingName>(name: N, value: Setting<N>): void
}

export function openSettingsStore(database: Database, log: (line: string) => void): SettingsStore {
  const read = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?')
  const write = database.prepare<[string, string]>(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    get: (name) => v.parse(SETTINGS[name], jsonOrUndefined(read.get(name)?.value)),
    set: (name, value) => void write.run(name, JSON.stringify(value)),
    remember(name, value) {
      try {
        write.run(name, JSON.stringify(value))
      } catch (error) {
        log(`setting ${name} is not remembered: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}

function jsonOrUndefined(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parseJson(text)
  } catch {
    return undefined
  }
}
