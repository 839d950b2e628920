/** What a printed PDF is given besides its pages. */
export interface PdfFinish {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** Takes the place of the time of printing, so that the same report has the same bytes. */
  readonly date: Date
  readonly attachment: PdfAttachment
}

export interface PdfAttachment {
  /** ASCII. */
  readonly fileName: string
  readonly mimeType: string
  readonly says: string
  readonly bytes: Uint8Array
}

const TRAILER = /trailer\s*<<\s*\/Size (\d+)\s*\/Root (\d+) 0 R\s*\/Info (\d+) 0 R\s*>>\s*startxref\s+(\d+)\s+%%EOF\s*$/

const two = (value: number): string => String(value).padStart(2, '0')

/** ISO 32000-1, 7.9.4, in UTC, as long as what Chromium writes. */
const pdfDate = (date: Date): string =>
  `D:${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}+00'00'`

/** A text of any script: UTF-16 with its byte order mark, as hexadecimal digits (7.9.2.2). */
const pdfText = (text: string): string => {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'))
  return `<feff${units.join('')}>`
}

/** A name, with what must not stand in one as #xx (7.3.5). */
const pdfName = (name: string): string =>
  `/${name.replaceAll(/[^\w.+-]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

const bytesOf = (latin1: string): Uint8Array => Uint8Array.from(latin1, (character) => character.charCodeAt(0))

function textOf(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

/** Chromium names the parts of a tagged PDF by numbers of the page's nodes, which are not the same in each run. */
const PART_NAME = /\(node(\d{8})\)/g
/** The table from the names to the objects (7.9.6), sorted by name. */
const PART_TABLE = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[((?:\(node\d{8}\) \d+ 0 R ?)+)\]/

/** Names the parts from 1 on in the order of their objects, so that the same pages have the same bytes and nothing moves. */
function withSteadyNames(text: string): string {
  const table = PART_TABLE.exec(text)
  if (table === null) return text
  const parts = Array.from(table[1]!.matchAll(/\(node(\d{8})\) (\d+) 0 R/g), ([, name, object]) => ({ name, object }))
  parts.sort((a, b) => Number(a.object) - Number(b.object))
  const steady = parts.map((_, i) => `(node${String(i + 1).padStart(8, '0')})`)
  const names = new Map(parts.map(({ name }, i) => [name, steady[i]!]))
  const rows = parts.map(({ object }, i) => `${steady[i]!} ${object} 0 R`)
  const renamed = text.replace(PART_NAME, (as, name: string) => names.get(name) ?? as)
  const sorted = `/Limits [${steady[0]!} ${steady.at(-1)!}]\n/Names [${rows.join(' ')}]`
  return renamed.slice(0, table.index) + sorted + renamed.slice(table.index + sorted.length)
}

/**
 * A PDF as Chromium prints it (Skia: one classic table of objects) with properties and an attached file, by an update
 * at its end (ISO 32000-1, 7.5.6); the time of printing is overwritten.
 * @throws Error where the PDF is of another build
 */
export function finishPdf(printed: Uint8Array, finish: PdfFinish): Uint8Array {
  const text = withSteadyNames(textOf(printed))
  const [, size, root, info, startXref] = TRAILER.exec(text) ?? []
  const catalog = new RegExp(`\\n${root} 0 obj\\n<<([\\s\\S]*?)>>\\nendobj\\n`).exec(text)?.[1]
  if (size === undefined || catalog === undefined || /\/(Names|AF) /.test(catalog))
    throw new Error('The printed PDF is not built as expected; its properties cannot be set.')
  const date = pdfDate(finish.date)
  const steady = text.replace(/\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g, `/$1 (${date})`)
  const { attachment } = finish
  const [file, spec] = [Number(size), Number(size) + 1]
  const objects: [number: number, body: string][] = [
    [
      Number(info),
      `<</Title ${pdfText(finish.title)}\n/Author ${pdfText(finish.author)}\n/Subject ${pdfText(finish.subject)}\n/Creator (Paretoscope)\n/Producer (Skia/PDF)\n/CreationDate (${date})\n/ModDate (${date})>>`,
    ],
    [
      Number(root),
      `<<${catalog}\n/Names <</EmbeddedFiles <</Names [(${attachment.fileName}) ${spec} 0 R]>>>>\n/AF [${spec} 0 R]>>`,
    ],
    [
      file,
      `<</Type /EmbeddedFile\n/Subtype ${pdfName(attachment.mimeType)}\n/Length ${attachment.bytes.length}\n/Params <</Size ${attachment.bytes.length}\n/ModDate (${date})>>>>\nstream\n${textOf(attachment.bytes)}\nendstream`,
    ],
    [
      spec,
      `<</Type /Filespec\n/F (${attachment.fileName})\n/UF (${attachment.fileName})\n/Desc ${pdfText(attachment.says)}\n/AFRelationship /Source\n/EF <</F ${file} 0 R>>>>`,
    ],
  ]
  return bytesOf(
    steady +
      update(
        objects.toSorted(([a], [b]) => a - b),
        steady.length,
        { size: spec + 1, root, info, startXref },
      ),
  )
}

/** Objects, the table that says where they are, and the trailer. @param from bytes before them */
function update(
  objects: readonly (readonly [number, string])[],
  from: number,
  trailer: {
    readonly size: number
    readonly root?: string | undefined
    readonly info?: string | undefined
    readonly startXref?: string | undefined
  },
): string {
  let body = ''
  let table = 'xref\n'
  for (const [number, object] of objects) {
    table += `${number} 1\n${String(from + body.length).padStart(10, '0')} 00000 n \n`
    body += `${number} 0 obj\n${object}\nendobj\n`
  }
  return `${body}${table}trailer\n<</Size ${trailer.size}\n/Root ${trailer.root} 0 R\n/Info ${trailer.info} 0 R\n/Prev ${trailer.startXref}>>\nstartxref\n${from + body.length}\n%%EOF\n`
}
