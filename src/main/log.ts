/** For whoever started the app from a terminal; standard output belongs to the result of a command. */
export const log = (line: string): void => void process.stderr.write(`paretoscope: ${line}\n`)
