import * as v from 'valibot'
import { logoSchema } from './report-logo.ts'
import { REPORT_PALETTE_IDS } from './report-palettes.ts'
import { REPORT_SECTION_IDS } from './report-sections.ts'

const LONGEST_TEXT = 10_000

const oneOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  v.picklist(names, names.map((name) => `"${name}"`).join(' or '))

const sectionSchema = v.strictObject({
  id: oneOf(REPORT_SECTION_IDS),
  shown: v.optional(v.boolean('true or false'), true),
  /** The person's own, before what the section holds; empty lines part paragraphs. */
  text: v.optional(v.pipe(v.string('a text'), v.maxLength(LONGEST_TEXT, 'a text of at most 10,000 characters')), ''),
})

export type ReportSection = v.InferOutput<typeof sectionSchema>

const usualSections = (): ReportSection[] => REPORT_SECTION_IDS.map((id) => ({ id, shown: true, text: '' }))

/** How a report looks and what is in it; a template is these settings under a name. */
export const reportSettingsSchema = v.strictObject({
  paper: v.optional(oneOf(['a4', 'letter']), 'a4'),
  orientation: v.optional(oneOf(['portrait', 'landscape']), 'portrait'),
  /** In the order of the report; a section that is not named is not in it. */
  sections: v.optional(
    v.pipe(
      v.array(sectionSchema, 'a list of sections'),
      v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each section once'),
    ),
    usualSections,
  ),
  /** Who made it, for the title block and the file's properties. */
  author: v.optional(v.pipe(v.string('a name'), v.maxLength(200, 'a name of at most 200 characters')), ''),
  logo: v.optional(v.nullable(logoSchema), null),
  /** Of rules and headings; null: the app's own. */
  accent: v.optional(
    v.nullable(v.pipe(v.string('a colour'), v.regex(/^#[0-9a-f]{6}$/, 'a colour like "#2457d6", or null'))),
    null,
  ),
  palette: v.optional(oneOf(REPORT_PALETTE_IDS), 'usual'),
})

export type ReportSettings = v.InferOutput<typeof reportSettingsSchema>

export const USUAL_REPORT: ReportSettings = v.parse(reportSettingsSchema, {})
