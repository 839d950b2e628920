import { createSignal } from 'solid-js'
import type { ReportTemplate } from '../../../shared/contract/report-calls.ts'
import type { ReportSettings } from '../../../shared/report/report-settings.ts'
import { call } from '../../kernel/api.ts'

/** Report settings that are kept under names. */
export function createTemplates(
  settings: () => ReportSettings,
  use: (settings: ReportSettings) => void,
  say: (message: string, undo?: () => void) => void,
) {
  const [all, setAll] = createSignal<readonly ReportTemplate[]>([])
  const [chosen, setChosen] = createSignal<number | null>(null)
  const current = () => all().find(({ id }) => id === chosen()) ?? null
  const put = (template: ReportTemplate) => {
    setAll((before) =>
      [...before.filter(({ id }) => id !== template.id), template].toSorted((a, b) => a.name.localeCompare(b.name)),
    )
    setChosen(template.id)
  }
  const telling = (task: () => Promise<void>) => {
    task().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
  }
  const save = (id: number | null, name: string, kept = settings()) =>
    telling(async () => put(await call('report.saveTemplate', { id, name, settings: kept })))

  return {
    all,
    current,
    begin(templates: readonly ReportTemplate[]) {
      setAll(templates)
      if (current() === null) setChosen(null)
    },
    choose(id: number | null) {
      setChosen(id)
      const template = current()
      if (template !== null) use(template.settings)
    },
    /** Whether the settings are no longer those of the chosen template. */
    isChanged: () => {
      const template = current()
      return template !== null && JSON.stringify(template.settings) !== JSON.stringify(settings())
    },
    saveAs: (name: string) => save(null, name),
    saveOver() {
      const template = current()
      if (template !== null) save(template.id, template.name)
    },
    rename: (name: string) =>
      telling(async () => {
        const template = current()
        if (template !== null) put(await call('report.renameTemplate', { id: template.id, name }))
      }),
    remove: () =>
      telling(async () => {
        const template = current()
        if (template === null) return
        await call('report.deleteTemplate', template.id)
        setAll((before) => before.filter(({ id }) => id !== template.id))
        setChosen(null)
        say(`Template ${template.name} deleted.`, () => save(null, template.name, template.settings))
      }),
  }
}

export type Templates = ReturnType<typeof createTemplates>
