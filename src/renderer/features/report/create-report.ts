import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { USUAL_REPORT, type ReportSection, type ReportSettings } from '../../../shared/report/report-settings.ts'
import { REPORT_SECTION_IDS, type ReportSectionId } from '../../../shared/report/report-sections.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { call, CallError, listen } from '../../kernel/api.ts'
import { createTemplates } from './create-templates.ts'
import { readLogo } from './read-logo.ts'

/** Rest after a change before the preview follows: typing is not a change for each letter. */
const PREVIEW_AFTER_MS = 250

const isCancelled = (error: unknown): boolean => error instanceof CallError && error.kind === 'cancelled'

/** The settings with every section in the list: those that it does not name come last, and are not shown. */
export const withAllSections = (settings: ReportSettings): ReportSettings => {
  const named = new Set(settings.sections.map(({ id }) => id))
  const others = REPORT_SECTION_IDS.filter((id) => !named.has(id))
  return { ...settings, sections: [...settings.sections, ...others.map((id) => ({ id, shown: false, text: '' }))] }
}

/** The PDF report of the comparison: its settings, what it looks like, and the writing of it. */
export function createReport(scenario: () => Scenario, say: (message: string) => void) {
  const [isOpen, setOpen] = createSignal(false)
  const [settings, setSettings] = createSignal<ReportSettings>(USUAL_REPORT)
  const [preview, setPreview] = createSignal<string | null>(null)
  const [previewProblem, setPreviewProblem] = createSignal<string | null>(null)
  /** Section that the preview is to show. */
  const [lookingAt, lookAt] = createSignal<ReportSectionId | null>(null)
  const [writing, setWriting] = createSignal<string | null>(null)
  const [progress, setProgress] = createSignal(0)
  const words = (error: unknown) => (error instanceof Error ? error.message : String(error))
  const telling = (task: () => Promise<void>) => void task().catch((error: unknown) => say(words(error)))

  const cancelJob = (job: string) => void call('report.cancel', job).catch(() => undefined)

  let previewJob: string | null = null
  async function renewPreview(): Promise<void> {
    if (previewJob !== null) cancelJob(previewJob)
    const job = `preview ${crypto.randomUUID()}`
    previewJob = job
    try {
      const url = await call('report.preview', { job, scenario: scenario(), settings: settings() })
      if (previewJob !== job) return
      setPreview(url)
      setPreviewProblem(null)
    } catch (error) {
      if (previewJob === job && !isCancelled(error)) setPreviewProblem(words(error))
    } finally {
      if (previewJob === job) previewJob = null
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on([isOpen, settings, scenario], ([open]) => {
      clearTimeout(timer)
      if (open) timer = setTimeout(() => void renewPreview(), preview() === null ? 0 : PREVIEW_AFTER_MS)
    }),
  )
  onCleanup(listen('report.progress', ({ job, done }) => job === writing() && setProgress(done)))

  const change = (patch: Partial<ReportSettings>) => setSettings((before) => ({ ...before, ...patch }))
  const templates = createTemplates(settings, (template) => setSettings(withAllSections(template)), say)

  return {
    isOpen,
    settings,
    change,
    preview,
    previewProblem,
    lookingAt,
    templates,
    /** Share of the work on the file that is done, 0 to 1; null while none is written. */
    progress: () => (writing() === null ? null : progress()),
    show: () =>
      telling(async () => {
        const start = await call('report.start', undefined)
        setSettings(withAllSections(start.settings))
        templates.begin(start.templates)
        setOpen(true)
      }),
    close() {
      setOpen(false)
      setPreview(null)
      setPreviewProblem(null)
    },
    setSection(id: ReportSectionId, patch: Partial<ReportSection>) {
      lookAt(id)
      change({ sections: settings().sections.map((one) => (one.id === id ? { ...one, ...patch } : one)) })
    },
    /** Puts a section at a place of the list; what lies outside is its end. */
    moveSection(id: ReportSectionId, to: number) {
      const { sections } = settings()
      const from = sections.findIndex((one) => one.id === id)
      const place = Math.max(0, Math.min(sections.length - 1, to))
      if (from === place) return
      lookAt(id)
      change({ sections: sections.toSpliced(from, 1).toSpliced(place, 0, sections[from]!) })
    },
    setLogo: (file: File) =>
      telling(async () => {
        const logo = await readLogo(file)
        change({ logo })
      }),
    write: () =>
      telling(async () => {
        if (writing() !== null) return
        const job = `report ${crypto.randomUUID()}`
        setProgress(0)
        setWriting(job)
        try {
          const saved = await call('report.savePdf', { job, scenario: scenario(), settings: settings() })
          if (saved === null) return
          setOpen(false)
          say(`Report saved as ${saved.fileName}.`)
        } catch (error) {
          say(isCancelled(error) ? 'No report was written.' : words(error))
        } finally {
          setWriting(null)
        }
      }),
    cancel() {
      const job = writing()
      if (job !== null) cancelJob(job)
    },
  }
}

export type ReportState = ReturnType<typeof createReport>
