import { TRIED } from './tried.ts'
import { validationMarkdown } from './validation-markdown.ts'
import type { Validation } from './validation-report.ts'

const INTRO = `# The standard rules against measurements

How far the standard rules ([docs/model.md](model.md)) are from measured decode times of served models and measured
all-reduces. Mean error is the mean of \`|predicted/measured − 1|\`; bias is the mean with sign, above 0 where predictions are
too slow. "calibrated" has six constants fitted to these decode times, "physics" none: the honest figure for a new model is
the 13–15 % on rows that were kept back. The table of all-reduce constants is fitted to the all-reduces below.

The rows, each with its source, are in \`src/shared/validation/data\` and ship with the app (collected 2026-11-23:
ai-dynamo/aiconfigurator and SemiAnalysis InferenceX runs, Apache-2.0; READMEs of ROCm and gpt-fast; TensorRT-LLM and NIM
documentation). The window's Validate view shows them row by row. This page and its charts are the output of
\`npm run --silent validate -- --docs docs --force\`; \`test/validation.test.ts\` holds the figures and the page.
`

/** The page of the documentation about a validation. @param charts names and captions of pictures in validation/ beside it */
export function validationPage(
  { decode, allReduce }: Validation,
  charts: readonly { readonly name: string; readonly says: string }[],
): string {
  return [
    INTRO,
    ...charts.map(({ name, says }) => `![${says}](validation/${name}.svg)\n\n*${says}*\n`),
    ...(decode === null ? [] : [validationMarkdown('Decode time per token', decode)]),
    ...(allReduce === null ? [] : [validationMarkdown('All-reduce', allReduce)]),
    TRIED,
  ].join('\n')
}
