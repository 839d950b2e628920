import { foundName, type FoundClaim } from '../../shared/claims/claims-page.ts'
import { linePicture } from '../../shared/report/line-picture.ts'
import { pictureSvg } from './picture-svg.ts'

/** The charts of claims, each by the name that the page has it under. */
export const claimsSvgs = (found: readonly FoundClaim[]): { readonly name: string; readonly svg: string }[] =>
  found.map((one) => ({
    name: foundName(one),
    svg: pictureSvg(linePicture(one.result.chart, { subject: one.claim.title, theme: 'light', notes: [] })).svg,
  }))
