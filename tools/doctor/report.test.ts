import { expect, it } from 'vitest'
import { usedElectron } from './findings.ts'
import { doctorReport } from './report.ts'

it('is a table with a verdict', () => {
  const { text, healthy } = doctorReport([
    { what: 'Node', found: '24.0.0', state: 'ok' },
    { what: 'Display', found: 'none', state: 'note' },
    { what: 'Libraries', found: 'missing: libgtk-3.so.0\nsudo apt-get install', state: 'missing' },
  ])
  expect(text.split('\n')).toEqual([
    '  Node       24.0.0',
    '- Display    none',
    '! Libraries  missing: libgtk-3.so.0',
    '             sudo apt-get install',
    '',
    '"npm start" or "npm test" cannot run yet: see Libraries, marked "!".',
  ])
  expect(healthy).toBe(false)
  expect(doctorReport([{ what: 'Node', found: '24.0.0', state: 'ok' }]).healthy).toBe(true)
})

it.each<[Parameters<typeof usedElectron>[0], RegExp, boolean]>([
  [{ forced: undefined, official: true, failedBefore: false, olderWorks: true }, /^the official one$/, true],
  [{ forced: 'older', official: true, failedBefore: false, olderWorks: true }, /^the older one/, true],
  [{ forced: 'older', official: true, failedBefore: false, olderWorks: false }, /^the older one/, false],
  [{ forced: 'official', official: false, failedBefore: true, olderWorks: true }, /will be downloaded/, true],
  [{ forced: undefined, official: false, failedBefore: false, olderWorks: true }, /otherwise the older one/, true],
  [{ forced: undefined, official: false, failedBefore: true, olderWorks: true }, /^the older one: /, true],
  [{ forced: undefined, official: false, failedBefore: true, olderWorks: false }, /^none: /, false],
])('%o', (candidates, why, possible) => {
  const used = usedElectron(candidates)
  expect(used.why).toMatch(why)
  expect(used.possible).toBe(possible)
})
