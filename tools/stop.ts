/** A reason to stop that a person can act on: its message is printed as it is, without a stack. */
export class Stop extends Error {
  override name = 'Stop'
}

/** Runs a tool's main function; sets the exit code instead of exiting, so that output is never cut. */
export async function runTool(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = 1
  }
}
