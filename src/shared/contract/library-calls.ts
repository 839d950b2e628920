import * as v from 'valibot'
import { LINE_STYLES, SERIES_COLOURS } from '../scenario/presentation-fields.ts'
import { scenarioSchema, title } from '../scenario/scenario.ts'

const nothing = v.undefined()
const id = v.pipe(v.number(), v.integer(), v.minValue(1))
/** Milliseconds since 1970. */
const time = v.number()

export const scenarioId = id

export const scenarioSummary = v.object({
  id,
  name: v.string(),
  series: v.number(),
  savedAt: time,
  favourite: v.boolean(),
})

/** Far more than a library holds: a limit on what one call can ask for. */
const ids = v.pipe(v.array(id), v.maxLength(100_000))

const folder = v.object({ id, parent: v.nullable(id), name: v.string() })
const folderName = title
const tagName = v.pipe(v.string(), v.trim(), v.minLength(1, 'a tag of at least 1 character'), v.maxLength(60))

const shelf = v.variant('kind', [
  v.object({ kind: v.picklist(['all', 'recent', 'favourites', 'bin']) }),
  v.object({ kind: v.picklist(['folder', 'tag']), id }),
])

const query = v.object({
  /** As typed; every word is found as the beginning of one. */
  search: v.pipe(v.string(), v.maxLength(1000)),
  shelf,
  order: v.picklist(['relevance', 'saved', 'opened', 'created', 'name']),
})

const bulkMove = v.object({ folder: v.nullable(id), ids })
const removedFolder = v.object({ folder, folders: ids, scenarios: ids })
const switched = v.object({ ids, on: v.boolean() })

/** A line of a thumbnail: an SVG path in a box of THUMBNAIL's size, and how the series looks. */
const thumbnailLine = v.object({
  path: v.string(),
  place: v.number(),
  colour: v.nullable(v.picklist(SERIES_COLOURS)),
  dash: v.nullable(v.picklist(LINE_STYLES)),
})

const row = v.object({
  ...scenarioSummary.entries,
  createdAt: time,
  openedAt: v.nullable(time),
  deletedAt: v.nullable(time),
  folder: v.nullable(id),
  tags: v.array(v.string()),
  /** Ids of the catalog, each once. */
  models: v.array(v.string()),
  accelerators: v.array(v.string()),
  /** Empty where no results are stored. */
  thumbnail: v.array(thumbnailLine),
  /** Why it cannot be opened by this app; null where it can. */
  problem: v.nullable(v.string()),
})

const counted = v.object({ id, name: v.string(), count: v.number() })

const shelves = v.object({
  counts: v.object({ all: v.number(), favourites: v.number(), bin: v.number() }),
  /** Counted without the folders in them. */
  folders: v.array(v.object({ ...folder.entries, count: v.number() })),
  tags: v.array(counted),
})

/** What makes a version stay as it is, besides edits that come later than five minutes. */
const keptBy = v.picklist(['save', 'restore', 'figures'])

const version = v.object({
  id,
  savedAt: time,
  keptBy: v.nullable(keptBy),
  name: v.nullable(v.string()),
  /** Against the version before: what changed, and what it did to the preferred points. */
  changes: v.array(v.string()),
  preferred: v.array(v.string()),
  /** Why it cannot be read; null where it can. */
  problem: v.nullable(v.string()),
})

const reading = v.object({ tokensPerSecond: v.number(), usdPerMillionTokens: v.number() })
const readings = v.object({ fastest: reading, preferred: reading, cheapest: reading })

const outdated = v.object({
  /** Place of the series, from 0, and its name. */
  place: v.number(),
  name: v.string(),
  computedAt: time,
  appVersion: v.string(),
  /** What of the catalog is not as it was then, in words; empty where the app alone computes otherwise. */
  because: v.array(v.string()),
  /** As stored; null where nothing fitted. */
  stored: v.nullable(readings),
  /** null where nothing fits, or it cannot be computed any more. */
  today: v.nullable(readings),
})

/** Calls about the saved scenarios as a whole; those on many answer what undoes them. */
export const LIBRARY_CALLS = {
  /** Ids of what a shelf holds and a search finds, in order. */
  'library.query': { input: query, output: v.array(id) },
  'library.rows': { input: v.pipe(v.array(id), v.maxLength(200)), output: v.array(row) },
  'library.shelves': { input: nothing, output: shelves },
  /** Answers where they were. */
  'library.move': { input: v.pipe(v.array(bulkMove), v.maxLength(10_000)), output: v.array(bulkMove) },
  /** Answers which changed, as those below do. */
  'library.tag': { input: v.object({ ...switched.entries, tag: tagName }), output: ids },
  'library.favourite': { input: switched, output: ids },
  /** To the bin, or back from it. */
  'library.bin': { input: switched, output: ids },
  /** Deletes for good what is in the bin; answers how many it were. */
  'library.purge': { input: ids, output: v.number() },
  'library.createFolder': { input: v.object({ name: folderName, parent: v.nullable(id) }), output: folder },
  'library.renameFolder': { input: v.object({ id, name: folderName }), output: folder },
  'library.moveFolder': { input: v.object({ id, parent: v.nullable(id) }), output: folder },
  /** What is in it goes to where it was; the answer brings it back. */
  'library.removeFolder': { input: id, output: removedFolder },
  'library.restoreFolder': { input: removedFolder, output: folder },
  /** A page of a scenario's versions, the newest first: those before one, or from the present one. */
  'versions.list': {
    input: v.object({ scenario: id, before: v.nullable(id) }),
    output: v.object({ versions: v.array(version), more: v.boolean() }),
  },
  'versions.open': { input: id, output: scenarioSchema },
  /** Makes the present version stay as it is. */
  'versions.keep': { input: v.object({ scenario: id, by: keptBy }), output: nothing },
  'versions.name': { input: v.object({ id, name: v.nullable(title) }), output: nothing },
  /** Stores the frontiers that are computed with a scenario; answers the series whose stored numbers are others. */
  'results.record': { input: id, output: v.array(outdated) },
  /** Takes today's numbers in place of the stored ones, which stay with the version before. */
  'results.accept': { input: id, output: nothing },
  /** A comparison of the stored numbers' series, with the catalog's entries of then, and today's. */
  'results.compare': { input: id, output: scenarioSchema },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export type LibraryQuery = v.InferOutput<typeof query>
export type LibraryShelf = v.InferOutput<typeof shelf>
export type BulkMove = v.InferOutput<typeof bulkMove>
export type Folder = v.InferOutput<typeof folder>
export type RemovedFolder = v.InferOutput<typeof removedFolder>
export type Shelves = v.InferOutput<typeof shelves>
export type LibraryRow = v.InferOutput<typeof row>
export type ThumbnailLine = v.InferOutput<typeof thumbnailLine>
export type KeptBy = v.InferOutput<typeof keptBy>
export type Version = v.InferOutput<typeof version>
export type OutdatedSeries = v.InferOutput<typeof outdated>
export type StoredReadings = v.InferOutput<typeof readings>
