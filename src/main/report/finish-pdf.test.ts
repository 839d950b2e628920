import { expect, it } from 'vitest'
import { finishPdf, type PdfFinish } from './finish-pdf.ts'

/** From the names of parts, sorted, to their objects. */
function partTable(parts: readonly string[]): string {
  const rows = parts.map((name, i) => ({ name: `(node${name})`, object: i + 4 }))
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  return `<</Limits [${rows[0]!.name} ${rows.at(-1)!.name}]\n/Names [${rows.map(({ name, object }) => `${name} ${object} 0 R`).join(' ')}]>>`
}

/** A PDF as Skia lays it out, of the fewest objects. */
function printedAt(date: string, parts: readonly string[] = []): Uint8Array {
  const objects = [
    `1 0 obj\n<</Title (x)\n/Creator (Chromium)\n/CreationDate (${date})\n/ModDate (${date})>>\nendobj\n`,
    '2 0 obj\n<</Type /Catalog\n/Pages 3 0 R\n/Lang (en)>>\nendobj\n',
    '3 0 obj\n<</Type /Pages\n/Count 0\n/Kids []>>\nendobj\n',
    // Each part names the last as the head of its column.
    ...parts.map((name, i) => `${i + 4} 0 obj\n<</ID (node${name})\n/Headers [(node${parts.at(-1)!})]>>\nendobj\n`),
    ...(parts.length === 0 ? [] : [`${parts.length + 4} 0 obj\n${partTable(parts)}\nendobj\n`]),
  ]
  let body = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n'
  const places = objects.map((object) => {
    const at = body.length
    body += object
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const text = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

const finish: PdfFinish = {
  title: 'Grün 🚀',
  author: 'A (b) \\ c',
  subject: 'What it says',
  date: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  attachment: {
    fileName: 'scenario.json',
    mimeType: 'application/json',
    says: 'The scenario',
    bytes: new TextEncoder().encode('{"name":"é"}'),
  },
}
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const hex = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

it('gives the same bytes whenever it was printed', () => {
  const one = finishPdf(printedAt("D:20261123173756+00'00'"), finish)
  const other = finishPdf(printedAt("D:20270102030405+00'00'"), finish)
  expect(Buffer.compare(one, other)).toBe(0)
  const later = finishPdf(printedAt("D:20261123173756+00'00'"), {
    ...finish,
    date: new Date(Date.UTC(2026, 0, 2, 3, 4, 6)),
  })
  expect(later).toHaveLength(one.length)
  expect(Buffer.compare(one, later)).not.toBe(0)
})

it('gives the same bytes whatever numbers the parts of the page have, and keeps their table sorted', () => {
  const date = "D:20261123173756+00'00'"
  const one = finishPdf(printedAt(date, ['00000016', '00001090', '00000023']), finish)
  const other = finishPdf(printedAt(date, ['00000024', '00000001', '00000017']), finish)
  expect(Buffer.compare(one, other)).toBe(0)
  const text = textOf(one)
  expect(text).toContain('/Limits [(node00000001) (node00000003)]')
  expect(text).toContain('/Names [(node00000001) 4 0 R (node00000002) 5 0 R (node00000003) 6 0 R]')
  expect(text).toMatch(/4 0 obj\n<<\/ID \(node00000001\)\n\/Headers \[\(node00000003\)\]/)
})

it('has properties of any script, and dates in UTC', () => {
  const text = textOf(finishPdf(printedAt("D:20261123173756+00'00'"), finish))
  expect(text).toContain(`/Title ${hex('Grün 🚀')}`)
  expect(text).toContain(`/Author ${hex('A (b) \\ c')}`)
  expect(text).toContain(`/Subject ${hex('What it says')}`)
  expect(text).not.toContain('D:20261123')
  expect(text).toContain("/CreationDate (D:20260102030405+00'00')")
})

it('says where each new object is, and keeps the old table', () => {
  const printed = printedAt("D:20261123173756+00'00'")
  const text = textOf(finishPdf(printed, finish))
  const table = text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]))
  const entries = [...table.matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)]
  expect(entries.map(([, number]) => Number(number))).toEqual([1, 2, 4, 5])
  for (const [, number, at] of entries) expect(text.slice(Number(at))).toMatch(new RegExp(`^${number} 0 obj\n`))
  expect(Number(/\/Prev (\d+)/.exec(table)![1])).toBe(textOf(printed).indexOf('xref\n0 4'))
  expect(table).toContain('/Size 6')
})

it('carries the attached file byte for byte', () => {
  const text = textOf(finishPdf(printedAt("D:20261123173756+00'00'"), finish))
  const [, length, stream] = /\/Length (\d+)[\s\S]*?stream\n([\s\S]*?)\nendstream/.exec(text)!
  expect(Buffer.from(stream!, 'latin1').toString('utf8')).toBe('{"name":"é"}')
  expect(Number(length)).toBe(stream!.length)
  expect(text).toContain('/Subtype /application#2fjson')
  expect(text).toMatch(/\/Lang \(en\)\n\/Names <<\/EmbeddedFiles/)
})

it.each([
  ['nothing', ''],
  ['another file', 'hello'],
  ['a PDF with a table as a stream', '%PDF-1.7\n1 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n9\n%%EOF\n'],
])('refuses %s', (_, text) => {
  expect(() => finishPdf(Buffer.from(text), finish)).toThrow('not built as expected')
})
