import type { StartUpBackup } from '../../../shared/contract/start-up-calls.ts'
import { threeSignificant } from '../../../shared/report/format.ts'

const KINDS: Readonly<Record<StartUpBackup['kind'], string>> = {
  daily: 'daily backup',
  'before-update': 'made before an update',
  'before-import': 'made before an import',
}

/** "4 May 2026, 12:00", in the person's own way and time zone. */
export const backupTime = (madeAt: number): string =>
  new Date(madeAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })

/** "12 saved comparisons · 1.20 MB · daily backup" */
export const backupFacts = ({ kind, bytes, scenarios }: StartUpBackup): string =>
  [comparisons(scenarios), size(bytes), KINDS[kind]].join(' · ')

const comparisons = (count: number): string =>
  `${count === 0 ? 'no' : count.toLocaleString('en-US')} saved ${count === 1 ? 'comparison' : 'comparisons'}`

const size = (bytes: number): string =>
  bytes < 999_500 ? `${threeSignificant(bytes / 1e3)} KB` : `${threeSignificant(bytes / 1e6)} MB`
