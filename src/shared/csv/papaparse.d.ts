/** What is used of Papa Parse; its own types would bring Node's and the browser's into code that runs anywhere. */
declare module 'papaparse' {
  interface ParseStep {
    readonly data: string[]
    readonly errors: readonly { readonly type: string; readonly code: string }[]
    readonly meta: {
      /** Characters read so far. */
      readonly cursor: number
    }
  }
  interface ParseOptions {
    readonly delimiter: string
    readonly step: (found: ParseStep) => void
  }
  const Papa: { parse(text: string, options: ParseOptions): void }
  export default Papa
}
