import { join } from 'node:path'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { claimTools } from '../../shared/claims/claim-tools.ts'
import { headlineOf, valueInWords } from '../../shared/claims/claim-words.ts'
import { claimsPage, foundName, type FoundClaim } from '../../shared/claims/claims-page.ts'
import { CLAIMS, claimOf } from '../../shared/claims/claims.ts'
import { verdictInWords } from '../../shared/claims/verdict.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import type { CommandHost } from './command-host.ts'
import { aboutOutput, CommandFailure, WRONG_USAGE } from './exit-codes.ts'
import { plainTable } from './plain-table.ts'
import { progressBar } from './progress-bar.ts'
import { refuseExisting } from './refuse-existing.ts'

export interface ClaimsOptions {
  readonly json?: boolean
  readonly only?: string
  readonly docs?: string
  readonly force?: boolean
  readonly workers?: number
}

/** `claims`: the paper's claims computed anew, under each set of rules they can be asked under. */
export async function claimsCommand(host: CommandHost, options: ClaimsOptions): Promise<void> {
  const found = await find(host, options)
  if (options.docs !== undefined) await writeDocs(host, options.docs, found, options.force ?? false)
  else if (options.json === true) host.writeOut(`${JSON.stringify({ claims: found.map(asJson) })}\n`)
  else host.writeOut(options.only === undefined ? table(found) : `${table(found)}${found.map(figures).join('')}`)
}

function chosen(only: string | undefined) {
  try {
    return only === undefined ? CLAIMS : [claimOf(only)]
  } catch (error) {
    throw error instanceof InputError ? new CommandFailure(WRONG_USAGE, `--only: ${error.message}`) : error
  }
}

async function find(host: CommandHost, { only, workers }: ClaimsOptions): Promise<FoundClaim[]> {
  const asked = chosen(only).flatMap((claim) => claim.variants.map((inputs) => ({ claim, inputs })))
  const compute = host.createCompute(workers)
  const bar = progressBar(host, { name: 'Claims', before: 0, total: asked.length })
  const tools = claimTools(BUILT_IN_CATALOG, (setup) => compute.frontier(setup))
  const found: FoundClaim[] = []
  try {
    for (const { claim, inputs } of asked) {
      found.push({ claim, result: await claim.compute(inputs, tools) })
      bar.show(found.length)
    }
    return found
  } finally {
    bar.clear()
    await compute.close()
  }
}

const asJson = ({ claim: { id, title, statement }, result }: FoundClaim) => ({
  id,
  title,
  statement,
  inputs: result.inputs,
  verdict: verdictInWords(result.verdict),
  figures: result.figures.map(({ label, value, unit, claimed, verdict }) => ({
    label,
    value,
    unit,
    claimed: claimed?.says ?? null,
    verdict: verdict === null ? null : verdictInWords(verdict),
  })),
  chart: {
    ...result.chart,
    lines: result.chart.lines.map(({ name, drawn, x, y }) => ({ name, drawn, x: [...x], y: [...y] })),
  },
  assumptions: result.assumptions,
  comparison: result.comparison,
})

const table = (found: readonly FoundClaim[]): string =>
  `${plainTable(
    ['claim', 'measured', 'verdict'].map((title) => ({ title, align: 'left' })),
    found.map((one) => [foundName(one), headlineOf(one.result), verdictInWords(one.result.verdict)]),
  )}\n`

/** All figures of one of several, under the name it has in the table. */
const figures = (found: FoundClaim): string =>
  `\n${foundName(found)}\n${found.result.figures.map((figure) => `  ${figure.label}: ${valueInWords(figure)}\n`).join('')}`

/** The page, and beside it a folder with its charts. All are looked at before the first is written. */
async function writeDocs(
  host: CommandHost,
  folder: string,
  found: readonly FoundClaim[],
  force: boolean,
): Promise<void> {
  const { claimsSvgs } = await import('../report/claims-svg.ts')
  const files = [
    { path: join(folder, 'claims.md'), text: claimsPage(found) },
    ...claimsSvgs(found).map(({ name, svg }) => ({ path: join(folder, 'claims', `${name}.svg`), text: svg })),
  ]
  for (const { path } of files) await refuseExisting(host, path, force)
  await aboutOutput(folder, () => host.makeFolder(join(folder, 'claims')))
  for (const { path, text } of files) await aboutOutput(path, () => host.writeFile(path, text, { force }))
}
