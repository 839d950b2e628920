import { createMemo } from 'solid-js'
import { leastChangePatch } from '../../../shared/scenario/least-change-patch.ts'
import type { Scenario, Series } from '../../../shared/scenario/scenario.ts'
import type { LeastChange } from '../../../shared/search/least-change.ts'
import { createHistory } from '../../kernel/create-history.ts'
import { reuseEqual } from '../../kernel/reuse-equal.ts'

/** A scenario being worked on; each series has a key that lasts while it is renamed, moved and edited. */
export interface WorkDocument {
  readonly scenario: Scenario
  readonly keys: readonly string[]
}

export interface KeyedSeries {
  readonly key: string
  readonly series: Series
}

const newKey = (): string => crypto.randomUUID()

const documentOf = (scenario: Scenario): WorkDocument => ({ scenario, keys: scenario.series.map(newKey) })

/** Path of the one number or name that a patch changes; null where it changes anything else. */
export function typedField(before: object | undefined, patch: object): string | null {
  const changed = Object.entries(patch).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)?.[field]),
  )
  if (changed.length !== 1) return null
  const [field, value] = changed[0]! as [string, unknown]
  const was = (before as Record<string, unknown>)?.[field]
  if (typeof value === 'object' && value !== null && typeof was === 'object' && was !== null) {
    const inner = typedField(was, value)
    return inner === null ? null : `${field}.${inner}`
  }
  const isTyped = (one: unknown) => one === null || typeof one === 'number'
  return field === 'name' || (isTyped(value) && isTyped(was)) ? field : null
}

/** The edited scenario with undo and redo; every edit makes a new document. */
export function createDocument(initial: Scenario) {
  const history = createHistory(documentOf(initial))
  const document = history.present

  const keyed = createMemo((before: KeyedSeries[]): KeyedSeries[] => {
    const { scenario, keys } = document()
    return reuseEqual(
      before,
      scenario.series.map((series, i) => ({ key: keys[i]!, series })),
    )
  }, [])

  const replaceSeries = (next: readonly KeyedSeries[], kind: string | null = null) => {
    history.change(
      { scenario: { ...document().scenario, series: next.map((one) => one.series) }, keys: next.map((one) => one.key) },
      kind,
    )
  }

  return {
    scenario: () => document().scenario,
    keyed,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undo: history.undo,
    redo: history.redo,
    load: (scenario: Scenario) => history.reset(documentOf(scenario)),
    rename: (name: string) => history.change({ ...document(), scenario: { ...document().scenario, name } }, 'name'),
    editSeries(key: string, patch: Partial<Series>) {
      const field = typedField(keyed().find((one) => one.key === key)?.series, patch)
      replaceSeries(
        keyed().map((one) => (one.key === key ? { key, series: { ...one.series, ...patch } } : one)),
        field === null ? null : `${key} ${field}`,
      )
    },
    /** Makes a change that lets a series fit, as a step of its own. */
    applyChange(key: string, change: LeastChange) {
      replaceSeries(
        keyed().map((one) =>
          one.key === key ? { key, series: { ...one.series, ...leastChangePatch(one.series, change) } } : one,
        ),
      )
    },
    /** Adds a series after the one with the key, or at the end; gives its key. */
    addSeries(series: Series, after: string | null): string {
      const key = newKey()
      const all = keyed()
      const at = all.findIndex((one) => one.key === after)
      replaceSeries(at === -1 ? [...all, { key, series }] : all.toSpliced(at + 1, 0, { key, series }))
      return key
    },
    removeSeries(key: string) {
      replaceSeries(keyed().filter((one) => one.key !== key))
    },
    /** Makes the series the first, against which the others are read. */
    makeBaseline(key: string) {
      replaceSeries(keyed().toSorted((a, b) => Number(b.key === key) - Number(a.key === key)))
    },
  }
}
