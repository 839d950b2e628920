import type { ReplicaLayout, StandardSetup } from '../../model/standard/standard-setup.ts'
import { layoutKind, type LayoutKind } from '../../validation/regime.ts'

/** What a layout's error is known by: like ones were measured, or none was. */
export type MeasuredKind = LayoutKind | 'unmeasured'

/** Factors on the time per token. */
export type TimeFactors = Readonly<Record<MeasuredKind, number>>

/** The kind of a row of the space: stages, drafts, and tensor parallel beyond a domain have no measured row (error-class.ts). */
export function measuredKind(
  { chip: { domainSize, isPcie } }: StandardSetup,
  { layout, drafting }: { readonly layout: ReplicaLayout; readonly drafting: boolean },
): MeasuredKind {
  const across = layout.tensor > (isPcie ? 1 : domainSize)
  return drafting || across || layout.pipeline > 1 ? 'unmeasured' : layoutKind(layout)
}
