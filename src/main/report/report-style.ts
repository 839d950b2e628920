import { LIGHT } from '../../shared/report/palette.ts'

/** The report's style sheet: A4 with the foot printed by the page margin. */
export const reportStyle = `
@page { size: A4; margin: 18mm 18mm 20mm; }
* { box-sizing: border-box; }
html { font-family: 'Inter Variable', Inter, sans-serif; font-size: 9.5pt; line-height: 1.45; color: ${LIGHT.text};
  font-feature-settings: 'tnum'; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
.kicker { font-size: 7.5pt; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: ${LIGHT.textSecondary}; }
h1 { margin: 6pt 0 8pt; font-size: 20pt; font-weight: 650; line-height: 1.2; letter-spacing: -.01em; }
.summary { font-size: 10.5pt; max-width: 150mm; }
.headlines { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12pt; margin: 14pt 0 12pt; }
.headlines strong { display: block; font-size: 14pt; font-weight: 650; }
.headlines span { font-size: 8pt; color: ${LIGHT.textSecondary}; }
figure { break-inside: avoid; }
figure > svg { display: block; width: 100%; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: 3pt 16pt; margin: 4pt 0 3pt 46pt; font-size: 8.5pt; }
figcaption { margin-left: 46pt; font-size: 8pt; color: ${LIGHT.textSecondary}; }
.swatch { vertical-align: middle; margin-right: 2pt; }
h2 { margin: 16pt 0 5pt; font-size: 11.5pt; font-weight: 650; break-after: avoid; }
h3 { margin: 0 0 3pt; font-size: 9.5pt; font-weight: 600; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { font-weight: 500; text-align: left; }
thead th { color: ${LIGHT.textSecondary}; border-bottom: .8pt solid ${LIGHT.lineStrong}; }
th, td { padding: 4pt 0 4pt 8pt; border-bottom: .5pt solid ${LIGHT.line}; vertical-align: top; }
th:first-child { padding-left: 0; }
.number { text-align: right; white-space: nowrap; }
.quiet { color: ${LIGHT.textTertiary}; }
.change { display: inline-block; min-width: 30pt; font-size: 7.5pt; color: ${LIGHT.textTertiary}; }
.change.better { color: ${LIGHT.better}; }
.change.worse { color: ${LIGHT.worse}; }
.sure { min-width: 34mm; max-width: 46mm; font-size: 7.5pt; line-height: 1.35; color: ${LIGHT.textSecondary}; }
.sure strong { font-weight: 600; color: ${LIGHT.text}; }
.layout { display: inline-block; max-width: 36mm; white-space: normal; }
.times + .times { margin-top: 10pt; }
.times .key { display: inline-block; width: 6pt; height: 6pt; margin-right: 3pt; border-radius: 1pt; }
.time-bar { display: flex; width: 42mm; height: 5pt; margin: 2pt 0 1pt; }
.time-bar span + span { border-left: .5pt solid ${LIGHT.surface}; }
.table-note { margin-top: 3pt; font-size: 7.5pt; color: ${LIGHT.textSecondary}; }
.whole { break-inside: avoid; }
.columns { columns: 2; column-gap: 20pt; }
.series { break-inside: avoid; margin-bottom: 12pt; }
dl { display: grid; grid-template-columns: 38% 1fr; gap: 2pt 8pt; font-size: 8pt; }
dt { color: ${LIGHT.textSecondary}; }
.plain li { margin-bottom: 3pt; max-width: 160mm; }
.notes { max-width: 160mm; white-space: pre-wrap; }
`
