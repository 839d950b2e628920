import { expect, test } from 'vitest'
import { backupFacts } from './backup-in-words.ts'

test.each([
  [{ kind: 'daily', bytes: 311_296, scenarios: 12 }, '12 saved comparisons · 311 KB · daily backup'],
  [{ kind: 'before-update', bytes: 4096, scenarios: 1 }, '1 saved comparison · 4.10 KB · made before an update'],
  [{ kind: 'before-import', bytes: 8192, scenarios: 2 }, '2 saved comparisons · 8.19 KB · made before an import'],
  [{ kind: 'daily', bytes: 999_700, scenarios: 0 }, 'no saved comparisons · 1.00 MB · daily backup'],
  [{ kind: 'daily', bytes: 52_428_800, scenarios: 1200 }, '1,200 saved comparisons · 52.4 MB · daily backup'],
] as const)('%j', (backup, facts) => {
  expect(backupFacts({ name: 'x', madeAt: 0, ...backup })).toBe(facts)
})
