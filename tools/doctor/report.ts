export interface Finding {
  what: string
  found: string
  /** `missing` keeps `npm start` or `npm test` from running. */
  state: 'ok' | 'note' | 'missing'
}

/** A plain table, and below it what to do about what is missing. */
export function doctorReport(findings: readonly Finding[]): { text: string; healthy: boolean } {
  const width = Math.max(...findings.map((finding) => finding.what.length))
  const mark = { ok: ' ', note: '-', missing: '!' }
  const rows = findings.map(
    ({ what, found, state }) =>
      `${mark[state]} ${what.padEnd(width)}  ${found.split('\n').join(`\n  ${' '.repeat(width)}  `)}`,
  )
  const missing = findings.filter((finding) => finding.state === 'missing')
  const verdict =
    missing.length === 0
      ? '"npm start" and "npm test" can run.'
      : `"npm start" or "npm test" cannot run yet: see ${missing.map((finding) => finding.what).join(', ')}, marked "!".`
  return { text: [...rows, '', verdict].join('\n'), healthy: missing.length === 0 }
}
