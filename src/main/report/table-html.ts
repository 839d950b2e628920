import { cellInWords, columnHeadInWords, type TableData } from '../../shared/report/table-data.ts'
import { escapeHtml } from './escape-html.ts'

const STYLE = `:root{color-scheme:light dark}body{font:14px/1.45 system-ui,sans-serif;margin:2rem}
h1{font-size:1.3rem}table{border-collapse:collapse}th,td{padding:.3rem .7rem;text-align:left;border-bottom:1px solid #8888;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}thead th{position:sticky;top:0;background:Canvas}
.wide{overflow-x:auto}dl{max-width:60rem}dt{font-weight:600;margin-top:.6rem}dd{margin:0;white-space:pre-line}`

/** A table as one page of HTML that needs nothing from outside: figures as people read them, the notes below. */
export function tableHtml({ subject, title, columns, rows, notes }: TableData): string {
  const name = escapeHtml(`${subject}: ${title}`)
  const kind = (at: number) => (columns[at]!.kind === 'text' ? '' : ' class="number"')
  const head = columns.map((column, i) => `<th scope="col"${kind(i)}>${escapeHtml(columnHeadInWords(column))}</th>`)
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => `<td${kind(i)}>${escapeHtml(cellInWords(cell, columns[i]!))}</td>`)
    return `<tr>${cells.join('')}</tr>\n`
  })
  const list = notes.map(({ about, text }) => `<dt>${escapeHtml(about)}</dt><dd>${escapeHtml(text)}</dd>\n`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><style>${STYLE}</style></head>
<body><h1>${name}</h1>
<div class="wide"><table><thead><tr>${head.join('')}</tr></thead><tbody>
${body.join('')}</tbody></table></div>
<dl>${list.join('')}</dl>
</body></html>
`
}
