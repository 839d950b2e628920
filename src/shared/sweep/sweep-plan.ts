import type { Catalog } from '../catalog/builtin.ts'
import { InputError, parseInput } from '../scenario/input-error.ts'
import { seriesSchema, type Series } from '../scenario/scenario.ts'
import { axisOf, refuseTwice, type Axis } from './axis-values.ts'
import { checkSweep } from './check-sweep.ts'
import { withField, type Fields } from './fields.ts'
import type { Sweep } from './sweep.ts'

/** A sweep's combinations, made one at a time when asked for. */
export interface SweepPlan {
  readonly axes: readonly Axis[]
  /** How many there are; they are counted from 1, and the last field of `over` changes first. */
  readonly combinations: number
  /** In the order of the axes. */
  valuesOf(combination: number): readonly unknown[]
  /** @throws InputError */
  seriesOf(combination: number): Series
}

const MOST_AXES = 16
const MOST_COMBINATIONS = 10_000_000

/** Checks all fields and values of a sweep. @throws InputError with the path of what is wrong */
export function planSweep(sweep: Sweep, catalog: Catalog): SweepPlan {
  const axes = axesOf(sweep)
  refuseTwice(sweep.speeds, 'speeds')
  // A series' name is no input of its frontier, so that a sweep's may be left out.
  const base: Fields = { name: sweep.name, ...sweep.series }
  const combinations = axes.reduce((product, { values }) => product * values.length, 1)
  if (combinations > MOST_COMBINATIONS)
    throw new InputError('over', `gives ${combinations} combinations; expected at most ${MOST_COMBINATIONS}`)
  checkSweep(base, axes, catalog)

  const valuesOf = (combination: number): unknown[] => {
    let rest = combination - 1
    return axes
      .toReversed()
      .map(({ values }) => {
        const value = values[rest % values.length]
        rest = Math.floor(rest / values.length)
        return value
      })
      .toReversed()
  }
  return {
    axes,
    combinations,
    valuesOf,
    seriesOf(combination) {
      const values = valuesOf(combination)
      const fields = axes.reduce((series, { path }, i) => withField(series, path, values[i]), base)
      return parseInput(seriesSchema, fields, 'series')
    },
  }
}

function axesOf({ over }: Sweep): Axis[] {
  const paths = Object.keys(over)
  if (paths.length === 0 || paths.length > MOST_AXES)
    throw new InputError('over', `has ${paths.length} fields; expected 1 to ${MOST_AXES}`)
  for (const path of paths) {
    if (!/^\w+(\.\w+)*$/.test(path))
      throw new InputError('over', `has ${JSON.stringify(path)}; expected a field of a series, like "limits.maxGpus"`)
    const inner = paths.find((other) => other.startsWith(`${path}.`))
    if (inner !== undefined)
      throw new InputError(`over.${inner}`, `is a part of "${path}", which is swept as well; leave one of them out`)
  }
  return paths.map((path) => axisOf(path, over[path]!))
}
