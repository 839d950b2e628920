/** What the page of a report may do, printed or shown: draw what it brings along. No script, no request, no form, no link away. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
