import type { OutdatedSeries } from '../../../shared/contract/library-calls.ts'
import { listed } from '../../../shared/report/format.ts'

const MOST_NAMED = 3

/** What was different when the numbers were computed: "with other catalog figures: H100 price $2.10 then, $1.80 now." */
export function whyOutdated(outdated: readonly OutdatedSeries[]): string {
  const because = [...new Set(outdated.flatMap((one) => one.because))]
  if (because.length === 0) {
    const versions = [...new Set(outdated.map(({ appVersion }) => appVersion))]
    return `by Paretoscope ${listed(versions)}, which gave other numbers than this one.`
  }
  const others = because.length - MOST_NAMED
  return `with other catalog figures: ${because.slice(0, MOST_NAMED).join('; ')}${others > 0 ? `; and ${others} more` : ''}.`
}
