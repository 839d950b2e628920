import type { Catalog } from '../catalog/builtin.ts'
import type { ConstantSet, StandardConstants } from '../model/standard/constants.ts'
import { threeSignificant } from '../report/format.ts'
import { ALL_REDUCE_GROUPINGS, decodeGroupings } from './groupings.ts'
import type { MeasuredAllReduce } from './measured-all-reduce.ts'
import type { MeasuredDecode } from './measured-decode.ts'
import type { Measurements } from './measurements.ts'
import { predictAllReduce } from './predict-all-reduce.ts'
import { decodeBatch, predictDecode } from './predict-decode.ts'
import { reportOf, type Validation, type ValidationReport } from './validation-report.ts'

/** Compares the standard rules with measurements. @param constants the set that groups and worst rows are for */
export const validate = (
  { decode, allReduce }: Measurements,
  catalog: Catalog,
  constants: ConstantSet,
): Validation => ({
  decode: decode === null ? null : validateDecodes(decode, catalog, constants),
  allReduce: allReduce === null ? null : validateAllReduces(allReduce, catalog, constants),
})

const layoutText = ({ tp, dp, ep }: MeasuredDecode): string =>
  [`TP ${tp}`, ...(dp > 1 ? [`DP ${dp}`] : []), ...(ep > 1 ? [`EP ${ep}`] : [])].join(', ')

const bytesText = (bytes: number): string => {
  const power = Math.min(3, Math.floor(Math.log2(bytes) / 10))
  return `${threeSignificant(bytes / 1024 ** power)} ${['bytes', 'KiB', 'MiB', 'GiB'][power]}`
}

/** @param constants one of the app's sets, or values that were fitted */
export const validateDecodes = (
  rows: readonly MeasuredDecode[],
  catalog: Catalog,
  constants: ConstantSet | { readonly fitted: StandardConstants },
): ValidationReport =>
  reportOf<MeasuredDecode>(
    {
      rows,
      groupings: decodeGroupings(catalog),
      nameOf: (row) =>
        `${row.model} ${row.precision} on ${row.hardware}, ${layoutText(row)}, batch ${decodeBatch(row)}, ${row.engine}${row.id === '' ? '' : ` (${row.id})`}`,
      factsOf: (row) => ({
        Model: row.model,
        Accelerator: row.hardware,
        Precision: row.precision,
        Layout: layoutText(row),
        Batch: threeSignificant(decodeBatch(row)),
        Engine: row.engine,
        Context: row.meanContext == null ? 'not known' : `${threeSignificant(row.meanContext)} tokens`,
      }),
      sourceOf: ({ source, sourcePath }) => [source, sourcePath].filter((part) => part !== '').join(', '),
      secondsOf: ({ tpotMs }) => tpotMs / 1e3,
      predict: (row, set) => predictDecode(row, catalog, set),
    },
    constants,
  )

const validateAllReduces = (
  rows: readonly MeasuredAllReduce[],
  catalog: Catalog,
  constants: ConstantSet,
): ValidationReport =>
  reportOf<MeasuredAllReduce>(
    {
      rows,
      groupings: ALL_REDUCE_GROUPINGS,
      nameOf: ({ impl, hardware, nGpus, bytes }) => `${bytes} bytes over ${nGpus} ${hardware}, ${impl}`,
      factsOf: ({ impl, hardware, nGpus, bytes }) => ({
        Message: bytesText(bytes),
        Ranks: String(nGpus),
        Accelerator: hardware,
        Implementation: impl,
      }),
      sourceOf: ({ source }) => source,
      secondsOf: ({ microseconds }) => microseconds / 1e6,
      predict: (row, set) => predictAllReduce(row, catalog, set),
    },
    constants,
  )
