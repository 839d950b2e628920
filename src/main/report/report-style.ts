import { LIGHT, type Palette } from '../../shared/report/palette.ts'
import { PAGE_MARGINS_MM as MARGINS, type Sheet } from '../../shared/report/paper.ts'

const page = ({ widthMm, heightMm }: Sheet): string => `
@page { size: ${widthMm}mm ${heightMm}mm; margin: ${MARGINS.top}mm ${MARGINS.side}mm ${MARGINS.bottom}mm; }
@media print { .running { display: none; } }
@media screen {
  html { background: #e8eaee; }
  body { width: ${widthMm}mm; min-height: ${heightMm}mm; margin: 14px auto !important;
    padding: ${MARGINS.top - 10}mm ${MARGINS.side}mm ${MARGINS.bottom}mm !important; background: #fff; box-shadow: 0 1px 8px rgb(0 0 0 / 18%); }
  .running { display: flex; justify-content: space-between; align-items: center; min-height: 8mm; margin-bottom: 3mm; }
}`

const text = (palette: Palette): string => `
* { box-sizing: border-box; }
html { font-family: Inter, sans-serif; font-size: 9.5pt; line-height: 1.45; color: ${palette.text};
  font-feature-settings: 'tnum'; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
body { orphans: 3; widows: 3; overflow-wrap: break-word; }
bdi, .sources, .own, h1 { overflow-wrap: anywhere; }
ul { list-style: none; }
.kicker { font-size: 7.5pt; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: ${palette.textSecondary}; }
.logo { max-width: 60mm; max-height: 8mm; }
header { padding-bottom: 8pt; margin-bottom: 10pt; border-bottom: 1.4pt solid ${palette.accent}; }
h1 { font-size: 21pt; font-weight: 600; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; break-after: avoid; }
.byline { margin-top: 5pt; font-size: 8.5pt; color: ${palette.textSecondary}; }
strong { font-weight: 600; }
.summary { max-width: 215mm; font-size: 11pt; line-height: 1.5; }
.own { max-width: 165mm; margin-bottom: 6pt; white-space: pre-wrap; break-after: avoid; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.headlines { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 12pt; margin: 13pt 0 2pt; break-inside: avoid; }
.headlines strong { display: block; font-size: 15pt; font-weight: 600; line-height: 1.3; }
.headlines span { display: block; overflow-wrap: anywhere; font-size: 8pt; line-height: 1.4; color: ${palette.textSecondary}; }
.part + .part { margin-top: 18pt; }
h2 { margin: 0 0 6pt; font-size: 12pt; font-weight: 600; break-after: avoid; }
h3 { margin: 0 0 4pt; font-size: 9.5pt; font-weight: 600; break-after: avoid; }
.quiet { font-weight: 400; color: ${palette.textTertiary}; }
.small { font-size: 7.5pt; }
.caption, .table-note { max-width: 165mm; margin-top: 4pt; font-size: 7.5pt; line-height: 1.4; color: ${palette.textSecondary}; break-before: avoid; }
.table-note.before { margin: 0 0 5pt; break-before: auto; break-after: avoid; }
.plain { break-inside: avoid; }
.plain li { margin-bottom: 4pt; max-width: 165mm; break-inside: avoid; }`

const figures = (): string => `
figure { break-inside: avoid; }
figure > svg { display: block; width: 100%; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: 3pt 14pt; margin: 4pt 0 3pt; font-size: 8.5pt; break-before: avoid; break-inside: avoid; }
.swatch { flex: none; vertical-align: middle; margin-right: 2pt; }
.panels { display: grid; gap: 10pt 12pt; }
.panel { break-inside: avoid; }
.panel figcaption { margin-bottom: 2pt; font-size: 8pt; font-weight: 600; }`

const tables = (palette: Palette): string => `
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }
table + table, p + table { margin-top: 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
table:not(:has(tbody tr:nth-child(9))) { break-inside: avoid; }
th { font-weight: 500; text-align: left; }
thead th { vertical-align: bottom; color: ${palette.textSecondary}; border-bottom: .8pt solid ${palette.lineStrong}; }
th, td { padding: 4pt 0 4pt 7pt; border-bottom: .5pt solid ${palette.line}; vertical-align: top; }
th:first-child { padding-left: 0; }
tbody th { min-width: 24mm; max-width: 52mm; }
thead, tbody tr:first-child, tbody tr:nth-last-child(2) { break-after: avoid; }
.number { text-align: right; white-space: nowrap; }
.change { display: inline-block; min-width: 30pt; font-size: 7.5pt; color: ${palette.textTertiary}; }
.change.better { color: ${palette.better}; }
.change.worse { color: ${palette.worse}; }
.sure { min-width: 34mm; max-width: 46mm; font-size: 7.5pt; line-height: 1.35; color: ${palette.textSecondary}; }
.sure strong { font-weight: 600; color: ${palette.text}; }
.layout { display: inline-block; max-width: 36mm; white-space: normal; }
.times + .times { margin-top: 10pt; }
.times .key { display: inline-block; width: 6pt; height: 6pt; margin-right: 3pt; border-radius: 1pt; }
.times thead th { white-space: normal; }
.time-bar { display: flex; width: 42mm; height: 5pt; margin: 3pt 0 1pt; }
.time-bar span + span { border-left: .5pt solid ${palette.surface}; }
.observed { margin-bottom: 12pt; }
.compact th, .compact td { padding-block: 2.5pt; font-size: 8pt; }
.hash { font-size: 7pt; overflow-wrap: anywhere; }`

const entries = (palette: Palette): string => `
.entry { break-inside: avoid; padding: 7pt 0 8pt; border-top: .5pt solid ${palette.line}; }
.entry-body { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 4pt 16pt; }
dl { display: grid; grid-template-columns: minmax(0, 28mm) minmax(0, 1fr); gap: 2pt 8pt; font-size: 8pt; align-content: start; }
dt { color: ${palette.textSecondary}; }
.same { grid-template-columns: minmax(0, 32mm) minmax(0, 1fr) minmax(0, 32mm) minmax(0, 1fr); margin-bottom: 10pt; break-inside: avoid; }
table + h3, p + h3, dl + h3 { margin-top: 12pt; }
.hashes { grid-template-columns: minmax(0, 40mm) minmax(0, 1fr); break-inside: avoid; }
.entry-note, .sources { font-size: 7.5pt; line-height: 1.4; color: ${palette.textSecondary}; }
.entry-note { margin-bottom: 4pt; }
.sources li { margin-bottom: 1.5pt; }
.sources strong { font-weight: 600; }`

/** The report's style sheet for a sheet of paper: as pages in print, as one long sheet on a screen. */
export const reportStyle = (sheet: Sheet, palette: Palette): string =>
  [page(sheet), text(palette), figures(), tables(palette), entries(palette)].join('\n')

/** Of what stands in the margins: documents of their own, which inherit nothing. */
export const marginStyle = `
* { font-family: Inter, sans-serif; }
.kicker { font-size: 7.5px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: ${LIGHT.textSecondary}; }
.logo { max-width: 60mm; max-height: 8mm; }
.foot, .pages { font-size: 7.5px; color: ${LIGHT.textTertiary}; white-space: nowrap; }
.foot { overflow: hidden; text-overflow: ellipsis; }`
