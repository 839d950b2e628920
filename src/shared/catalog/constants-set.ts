import * as v from 'valibot'
import {
  CONSTANT_SETS,
  STANDARD_CONSTANTS,
  type ConstantSet,
  type StandardConstants,
} from '../model/standard/constants.ts'
import { positive } from './quantity.ts'

/** Ids of a person's own sets begin with this; "calibrated" and "physics" are the app's. */
export const OWN_SET_PREFIX = 'own/'

const seconds = v.pipe(positive, v.maxValue(1, 'seconds, at most 1'))
const belowOne = v.pipe(positive, v.ltValue(1, 'a share below 1'))

/** Values of every constant that measurement can move; times in seconds, shares of 1. */
export const constantValuesSchema: v.GenericSchema<unknown, StandardConstants> = v.strictObject({
  kernelSeconds: v.strictObject({ ampere: seconds, hopper: seconds, blackwell: seconds, cdna: seconds }),
  allToAllFloorSeconds: seconds,
  allToAllShare: belowOne,
  amdAllReduceFloorSeconds: seconds,
  networkLatencyFactor: v.pipe(positive, v.maxValue(1000, 'a factor of at most 1000')),
  emulatedShare: belowOne,
})

/** What a set is called. */
const setName = v.pipe(
  v.string('a name'),
  v.trim(),
  v.minLength(1, 'a name of at least 1 character'),
  v.maxLength(100, 'a name of at most 100 characters'),
)

/** Constants under a name, with where they are from. */
export const constantsSetSchema = v.strictObject({
  name: setName,
  notes: v.optional(v.pipe(v.string('a text'), v.maxLength(5000, 'a text of at most 5000 characters')), ''),
  values: constantValuesSchema,
})
export type OwnConstants = v.InferOutput<typeof constantsSetSchema>

export const ownSetId = v.pipe(
  v.string('an id'),
  v.startsWith(OWN_SET_PREFIX, `an id that begins with "${OWN_SET_PREFIX}"`),
  v.maxLength(200, 'an id of at most 200 characters'),
)

const whichSet = '"calibrated", "physics", or the id of a set that the scenario brings along ("own/…")'

/** Names a set: one of the app's, or a person's own. */
export const constantsId = v.pipe(
  v.string(whichSet),
  v.regex(new RegExp(`^(?:${CONSTANT_SETS.join('|')}|${OWN_SET_PREFIX}.{1,190})$`), whichSet),
)

/** By id. */
export type OwnSets = Readonly<Record<string, OwnConstants>>

export const isShippedSet = (id: string): id is ConstantSet => (CONSTANT_SETS as readonly string[]).includes(id)

/** Values of a set by its id; null where neither the app nor `own` has it. */
export function constantsById(id: string, own: OwnSets): StandardConstants | null {
  if (isShippedSet(id)) return STANDARD_CONSTANTS[id]
  return Object.hasOwn(own, id) ? own[id]!.values : null
}
