import { textColumn } from '../report/table-data.ts'
import { tableMarkdown } from '../report/table-text.ts'
import { figuresTable, headlineOf, inputsInWords } from './claim-words.ts'
import type { Claim } from './claim.ts'
import type { ClaimResult } from './claim-result.ts'
import { verdictInWords } from './verdict.ts'

/** A claim as it was found from one set of inputs. */
export interface FoundClaim {
  readonly claim: Claim
  readonly result: ClaimResult
}

const isStandard = ({ inputs }: ClaimResult): boolean => inputs['rules'] === 'standard'

/** Fit for a file, and for an address within a page: "hbm-bandwidth-standard". */
export const foundName = ({ claim, result }: FoundClaim): string =>
  isStandard(result) ? `${claim.id}-standard` : claim.id

const foundTitle = ({ claim, result }: FoundClaim): string =>
  claim.under === null ? claim.title : `${claim.title} (${isStandard(result) ? 'standard' : 'paper'} rules)`

const INTRO = `# The paper's claims, held against the model

What “Inference economics of language models” (Epoch AI, arXiv 2506.04645) says about serving language models, each claim
computed anew by the product itself. A figure **holds** where it is the claimed one to 5 %, or within the claimed range; it
**holds within** so many per cent up to 25 %; beyond that it does not. A claim holds as far as its weakest figure does.

The paper's claims are about its own model, so that its rules come first. Where the standard rules can be asked too, they say what is
left of a claim on whole GPUs, with tensor parallel inside one domain of fast links and all-reduces as engines have them: speed
then hangs more on size and bandwidth, as more GPUs cannot make up for them.

The window's Claims page (Explore) has each with its inputs to change and as a comparison to edit. This page and its
charts are the output of \`npm run --silent cli -- claims --docs docs --force\`; a test holds them to it.
`

/** Where the figures of a search are told by three digits, a page is the same on any machine. */
export function claimsPage(found: readonly FoundClaim[]): string {
  const summary = tableMarkdown({
    subject: '',
    title: '',
    columns: [textColumn('claim'), textColumn('measured'), textColumn('verdict')],
    rows: found.map((one) => [foundTitle(one), headlineOf(one.result), verdictInWords(one.result.verdict)]),
    notes: [],
  })
  return [INTRO, summary, ...found.map(section)].join('\n')
}

function section(found: FoundClaim): string {
  const { claim, result } = found
  const inputs = inputsInWords(claim, result).map(([name, value]) => `${name}: ${value}`)
  return [
    `## ${foundTitle(found)}\n`,
    `${claim.statement}\n`,
    `**${capital(verdictInWords(result.verdict))}**: ${headlineOf(result)}.\n`,
    `![${result.chart.title}](claims/${foundName(found)}.svg)\n`,
    tableMarkdown(figuresTable(claim, result)),
    `Inputs: ${inputs.join('; ')}.\n`,
    `${result.assumptions.map((text) => `- ${text}`).join('\n')}\n`,
  ].join('\n')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
