import { createMemo } from 'solid-js'
import { baselineOf } from '../../../shared/scenario/baseline.ts'
import type { OwnSets } from '../../../shared/catalog/constants-set.ts'
import { withConstants } from '../../../shared/scenario/own-constants.ts'
import { leastChangePatch } from '../../../shared/scenario/least-change-patch.ts'
import type { ObservedSet } from '../../../shared/observed/observed-set.ts'
import type { ReadingsSettings } from '../../../shared/scenario/presentation-fields.ts'
import { MOST_SERIES, type Scenario, type Series } from '../../../shared/scenario/scenario.ts'
import type { LeastChange } from '../../../shared/search/least-change.ts'
import { createHistory } from '../../kernel/create-history.ts'
import { reuseEqual } from '../../kernel/reuse-equal.ts'
import { editInWords } from './edit-in-words.ts'

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
  return field === 'name' || field === 'notes' || (isTyped(value) && isTyped(was)) ? field : null
}

/**
 * The edited scenario with undo and redo; every edit makes a new document and says in words what it does.
 * @param keptSets constants of the person's own: a set that a series is given becomes the scenario's
 */
export function createDocument(initial: Scenario, keptSets: () => OwnSets = () => ({})) {
  const history = createHistory(documentOf(initial))
  const document = history.present

  const keyed = createMemo((before: KeyedSeries[]): KeyedSeries[] => {
    const { scenario, keys } = document()
    return reuseEqual(
      before,
      scenario.series.map((series, i) => ({ key: keys[i]!, series })),
    )
  }, [])
  const one = (key: string) => keyed().find((candidate) => candidate.key === key)
  const nameOf = (key: string) => one(key)?.series.name ?? ''

  const changeScenario = (patch: Partial<Scenario>, kind: string | null, says: string) =>
    history.change({ ...document(), scenario: { ...document().scenario, ...patch } }, kind, says)

  /** The baseline stays the series it is, wherever it goes; the first takes over when it goes away. */
  const replaceSeries = (next: readonly KeyedSeries[], says: string, kind: string | null = null) => {
    const { scenario, keys } = document()
    const baseline = Math.max(
      0,
      next.findIndex(({ key }) => key === keys[scenario.baseline]),
    )
    history.change(
      {
        scenario: withConstants({ ...scenario, series: next.map(({ series }) => series), baseline }, keptSets()),
        keys: next.map(({ key }) => key),
      },
      kind,
      says,
    )
  }

  const setHidden = (hidden: (key: string) => boolean, says: string) => {
    const next = keyed().map((each) =>
      each.series.hidden === hidden(each.key)
        ? each
        : { key: each.key, series: { ...each.series, hidden: hidden(each.key) } },
    )
    if (next.some(({ series }) => !series.hidden)) replaceSeries(next, says)
  }

  return {
    scenario: () => document().scenario,
    keyed,
    history,
    /** How many more series the comparison can take. */
    room: () => MOST_SERIES - keyed().length,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undo: history.undo,
    redo: history.redo,
    load: (scenario: Scenario) => history.reset(documentOf(scenario)),
    /** Puts another scenario in its place, as a step that can be undone. */
    replace: (scenario: Scenario, says: string) => history.change(documentOf(scenario), null, says),
    /** Key of the series that the others are read against. */
    baselineKey: () => document().keys[baselineOf(document().scenario)]!,
    rename: (name: string) => changeScenario({ name }, 'name', `Name: ${name}`),
    setReadings(patch: Partial<ReadingsSettings>, says: string) {
      changeScenario({ readings: { ...document().scenario.readings, ...patch } }, says.replace(/:.*/, ''), says)
    },
    setObserved(observed: readonly ObservedSet[], says: string, kind: string | null = null) {
      changeScenario({ observed: [...observed] }, kind, says)
    },
    editSeries(key: string, patch: Partial<Series>) {
      const before = one(key)?.series
      if (before === undefined) return
      const field = typedField(before, patch)
      replaceSeries(
        keyed().map((each) => (each.key === key ? { key, series: { ...each.series, ...patch } } : each)),
        editInWords(before, patch),
        field === null ? null : `${key} ${field}`,
      )
    },
    /** Makes a change that lets a series fit, as a step of its own. */
    applyChange(key: string, change: LeastChange) {
      replaceSeries(
        keyed().map((each) =>
          each.key === key ? { key, series: { ...each.series, ...leastChangePatch(each.series, change) } } : each,
        ),
        `Make ${nameOf(key)} fit`,
      )
    },
    /** Adds series after the one with the key, or at the end; gives the key of the first. */
    addSeries(series: readonly Series[], after: string | null, says: string): string {
      const added = series.map((each) => ({ key: newKey(), series: each }))
      const at = keyed().findIndex((each) => each.key === after)
      replaceSeries(keyed().toSpliced(at === -1 ? keyed().length : at + 1, 0, ...added), says)
      return added[0]!.key
    },
    removeSeries(key: string) {
      replaceSeries(
        keyed().filter((each) => each.key !== key),
        `Remove ${nameOf(key)}`,
      )
    },
    /** Moves a series to a place, counted from 0 without it. */
    moveSeries(key: string, to: number) {
      const moved = one(key)
      const others = keyed().filter((each) => each.key !== key)
      const place = Math.min(others.length, Math.max(0, to))
      if (moved === undefined || keyed()[place] === moved) return
      replaceSeries(others.toSpliced(place, 0, moved), `Move ${nameOf(key)} to place ${place + 1}`, `move ${key}`)
    },
    /** Makes a series the one against which the others are read; it is shown from then on. */
    makeBaseline(key: string) {
      const { scenario, keys } = document()
      changeScenario(
        {
          baseline: keys.indexOf(key),
          series: scenario.series.map((series, i) => (keys[i] === key ? { ...series, hidden: false } : series)),
        },
        null,
        `Baseline: ${nameOf(key)}`,
      )
    },
    /** Hides a series or shows it again; the last one that is shown stays. */
    toggleHidden(key: string) {
      const hide = one(key)?.series.hidden === false
      setHidden(
        (other) => (other === key ? hide : one(other)!.series.hidden),
        `${hide ? 'Hide' : 'Show'} ${nameOf(key)}`,
      )
    },
    solo: (key: string) => setHidden((other) => other !== key, `Show only ${nameOf(key)}`),
    showAll: () => setHidden(() => false, 'Show all series'),
  }
}
