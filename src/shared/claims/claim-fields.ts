import * as v from 'valibot'
import { between, wholeBetween } from '../catalog/quantity.ts'
import type { RulesId } from '../model/rules.ts'
import type { Unit } from '../report/quantities.ts'
import { entryId } from '../scenario/scenario.ts'

/** What of a claim's inputs may be changed: how it is called, what it may be, and what it is to begin with. */
export interface EntryField {
  readonly kind: 'model' | 'accelerator'
  readonly label: string
  readonly initial: string
}

export interface ChoiceField<T extends string = string> {
  readonly kind: 'choice'
  readonly label: string
  readonly options: readonly { readonly id: T; readonly label: string }[]
  readonly initial: T
}

/** Ends that a number must stay within; both are allowed. */
interface Limits {
  readonly least: number
  readonly most: number
}

export interface NumberField extends Limits {
  readonly kind: 'number'
  readonly label: string
  readonly unit: Unit
  readonly whole: boolean
  readonly initial: number
}

export interface Range {
  readonly from: number
  readonly to: number
}

export interface RangeField extends Limits {
  readonly kind: 'range'
  readonly label: string
  readonly unit: Unit
  readonly initial: Range
}

export type ClaimField = EntryField | ChoiceField | NumberField | RangeField
export type ClaimFields = Readonly<Record<string, ClaimField>>

export type InputsOf<F extends ClaimFields> = { readonly [K in keyof F]: F[K]['initial'] }
export type ClaimInput = string | number | Range
export type ClaimInputs = Readonly<Record<string, ClaimInput>>

export const modelField = (label: string, initial: string): EntryField => ({ kind: 'model', label, initial })
export const acceleratorField = (label: string, initial: string): EntryField => ({
  kind: 'accelerator',
  label,
  initial,
})
export const choiceField = <const T extends string>(
  label: string,
  options: readonly { readonly id: T; readonly label: string }[],
  initial: NoInfer<T>,
): ChoiceField<T> => ({ kind: 'choice', label, options, initial })
export const numberField = (
  label: string,
  unit: Unit,
  [least, most]: readonly [number, number],
  initial: number,
  whole = false,
): NumberField => ({ kind: 'number', label, unit, least, most, whole, initial })
export const rangeField = (
  label: string,
  unit: Unit,
  [least, most]: readonly [number, number],
  initial: Range,
): RangeField => ({ kind: 'range', label, unit, least, most, initial })

export const rulesField: ChoiceField<RulesId> = choiceField(
  'Rules',
  [
    { id: 'paper', label: 'paper' },
    { id: 'standard', label: 'standard' },
  ],
  'paper',
)

/** "a number from 1 to 100", "a whole number from 2 to 4096". */
export const numberWanted = ({ least, most, whole }: Limits & { readonly whole: boolean }): string =>
  `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`

function numberWithin(field: Limits & { readonly whole: boolean }): v.GenericSchema<unknown, number> {
  const within = field.whole ? wholeBetween : between
  return within(field.least, field.most, numberWanted(field))
}

function schemaOf(field: ClaimField): v.GenericSchema<unknown, ClaimInput> {
  if (field.kind === 'number') return numberWithin(field)
  if (field.kind === 'range') {
    const end = numberWithin({ ...field, whole: false })
    return v.pipe(
      v.strictObject({ from: end, to: end }),
      v.check(({ from, to }) => from < to, 'a range that begins below its end'),
    )
  }
  if (field.kind === 'choice') {
    const ids = field.options.map(({ id }) => id)
    return v.picklist(ids, ids.map((id) => `"${id}"`).join(' or '))
  }
  return entryId
}

/** The parser of a claim's inputs; what is left out is as it is to begin with. */
export const inputsSchema = <F extends ClaimFields>(fields: F): v.GenericSchema<unknown, InputsOf<F>> =>
  v.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, v.optional(schemaOf(field), field.initial)]),
    ),
  ) as unknown as v.GenericSchema<unknown, InputsOf<F>>

/** What a claim begins with. */
export const initialInputs = <F extends ClaimFields>(fields: F): InputsOf<F> =>
  Object.fromEntries(Object.entries(fields).map(([name, { initial }]) => [name, initial])) as InputsOf<F>
