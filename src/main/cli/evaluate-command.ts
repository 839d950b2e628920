import { parseJson } from '../../shared/scenario/parse-json.ts'
import type { CommandHost } from './command-host.ts'
import { evaluatePoints } from './evaluate-points.ts'
import { aboutInput } from './exit-codes.ts'

/** `evaluate FILE --json`: single points, answered in the order they are asked. */
export async function evaluateCommand(host: CommandHost, file: string): Promise<void> {
  const points = await aboutInput(file, async () => evaluatePoints(parseJson(await host.readTextFile(file))))
  host.writeOut(`${JSON.stringify({ points })}\n`)
}
