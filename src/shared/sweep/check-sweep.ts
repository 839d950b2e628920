import type { Catalog } from '../catalog/builtin.ts'
import { findEntry } from '../scenario/entries.ts'
import { InputError, parseInput } from '../scenario/input-error.ts'
import { seriesSchema } from '../scenario/scenario.ts'
import type { Axis } from './axis-values.ts'
import { hasField, topField, withField, type Fields } from './fields.ts'

/** A value of an axis, with the axis. */
interface Choice {
  readonly axis: Axis
  readonly index: number
}

/**
 * Finds what is wrong with the form of any combination, without going through all of them: a series is well formed where each of
 * its fields is, so only values inside the same field are combined.
 * @throws InputError with the path of the value
 */
export function checkSweep(base: Fields, axes: readonly Axis[], catalog: Catalog): void {
  for (const { path } of axes)
    if (path === 'name')
      throw new InputError('over.name', 'is no input of a frontier; sweep over another field of a series')
  const first = axes.map((axis): Choice => ({ axis, index: 0 }))
  checkSeries(base, first, catalog)
  for (const field of new Set(axes.map(({ path }) => topField(path)))) {
    const others = first.filter(({ axis }) => topField(axis.path) !== field)
    const inside = axes.filter(({ path }) => topField(path) === field)
    for (const choices of choicesOf(inside)) checkSeries(base, [...others, ...choices], catalog)
  }
}

function* choicesOf(axes: readonly Axis[]): Generator<Choice[]> {
  const [axis, ...rest] = axes
  if (axis === undefined) yield []
  else
    for (const index of axis.values.keys()) for (const choices of choicesOf(rest)) yield [{ axis, index }, ...choices]
}

function checkSeries(base: Fields, choices: readonly Choice[], catalog: Catalog): void {
  const fields = choices.reduce((series, { axis, index }) => withField(series, axis.path, axis.values[index]), base)
  try {
    const series = parseInput(seriesSchema, fields)
    // A parser passes over names that every object has, like "toString".
    for (const { axis } of choices)
      if (!hasField(series, axis.path)) throw new InputError(axis.path, 'is not a known field; remove it')
    findEntry(catalog.models, series.model, 'model', 'model')
    findEntry(catalog.accelerators, series.accelerator, 'accelerator', 'accelerator')
    if (series.speculative !== null) findEntry(catalog.models, series.speculative.draft, 'speculative.draft', 'model')
  } catch (error) {
    throw error instanceof InputError ? inTheFile(error, choices) : error
  }
}

const isInside = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)

/** An error in a series as one in the file: at the value that brought it, else in the base series. */
function inTheFile(error: InputError, choices: readonly Choice[]): InputError {
  const problem = error.path === '' ? error.message : error.message.slice(error.path.length + 2)
  const choice = choices.find(({ axis }) => isInside(error.path, axis.path) || isInside(axis.path, error.path))
  if (choice === undefined || error.path === '') return new InputError(`series.${error.path}`, problem)
  const { axis, index } = choice
  const unknown = problem.startsWith('is not a known field') && error.path === axis.path
  const place = unknown || !isInside(error.path, axis.path) ? `over.${axis.path}` : axis.placeOf(index)
  return new InputError(`${place}${isInside(error.path, axis.path) ? error.path.slice(axis.path.length) : ''}`, problem)
}
