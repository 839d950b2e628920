import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import type { FrontierSearch, Scanned, Surveyed } from '../../shared/search/frontier-search.ts'
import { frontierOf } from '../../shared/search/frontier.ts'
import type { LeastChange } from '../../shared/search/least-change.ts'
import { searchOf, type SearchPart, type SearchSetup } from '../../shared/search/search.ts'
import { replicaThroughputs, type ReplicaThroughput } from '../../shared/search/standard/replica-throughputs.ts'
import type { StandardSearchSetup } from '../../shared/search/standard/space.ts'
import { mergeStaircases, type Staircase } from '../../shared/search/staircase.ts'
import { answerRanges, type RangesAnswer, type RangesTask } from './answer-ranges.ts'

/** Look over a space, and divide what is worth a closer look. */
export interface SurveyTask {
  readonly kind: 'survey'
  readonly setup: SearchSetup
  readonly parts: number
}

/** Search a part of a space. */
export interface ScanTask {
  readonly kind: 'scan'
  readonly setup: SearchSetup
  readonly part: SearchPart
  readonly known: Staircase
}

/** Merge what the scans found, take the frontier, and describe its points. */
export interface DescribeTask {
  readonly kind: 'describe'
  readonly setup: SearchSetup
  readonly parts: readonly Staircase[]
}

/** What a replica of each layout makes at speeds. */
export interface ThroughputsTask {
  readonly kind: 'throughputs'
  readonly setup: StandardSearchSetup
  readonly speeds: readonly number[]
}

export interface Described {
  readonly points: FrontierPoints
  readonly nothingFits: string | null
  readonly leastChanges: LeastChange[]
}

export type ComputeTask = SurveyTask | ScanTask | DescribeTask | ThroughputsTask | RangesTask

/** A survey that leaves nothing to scan is the whole search, and comes with its end. */
export interface SurveyAnswer extends Surveyed<SearchPart> {
  readonly described: Described | null
}

export type ComputeAnswer = SurveyAnswer | Scanned | Described | ReplicaThroughput[][] | RangesAnswer

/** What a worker does with a task: pure, so that every kind of worker gives the same answer. */
export function answer(task: ComputeTask): ComputeAnswer {
  if (task.kind === 'throughputs') return task.speeds.map((speed) => replicaThroughputs(task.setup, speed))
  if (isRangesTask(task)) return answerRanges(task)
  const search = searchOf(task.setup)
  if (task.kind === 'scan') return search.scan(task.part, task.known)
  if (task.kind === 'describe') return describe(search, task.parts)
  const surveyed = search.survey(task.parts)
  return { ...surveyed, described: surveyed.parts.length === 0 ? describe(search, [surveyed.staircase]) : null }
}

const isRangesTask = (task: ComputeTask): task is RangesTask => task.kind.startsWith('ranges-')

function describe(search: FrontierSearch<SearchPart>, parts: readonly Staircase[]): Described {
  const frontier = frontierOf(mergeStaircases(parts), search.reading)
  const nothing = frontier.position.length === 0 ? search.nothingFits() : null
  return {
    points: search.describe(frontier),
    nothingFits: nothing?.reason ?? null,
    leastChanges: [...(nothing?.changes ?? [])],
  }
}
