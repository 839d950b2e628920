import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { REPORT_SECTIONS } from '../src/shared/report/report-sections.ts'
import { appEnvironment, launchArguments } from './fixtures/launch-app.ts'

const run = promisify(execFile)
const repository = resolve(import.meta.dirname, '..')
const electron = createRequire(import.meta.url)('electron') as string

/** Makes a report by the built app's own command line; the date is given. */
const report = (folder: string, epoch: string, ...args: string[]) =>
  run(electron, [repository, ...launchArguments(), '--', 'report', ...args], {
    cwd: folder,
    env: { ...appEnvironment(folder), SOURCE_DATE_EPOCH: epoch },
  })

const NAMES = [
  'H100',
  '<b>H200</b> & "quoted"',
  'عنوان طويل للسلسلة',
  '😀 with pictures 🚀',
  'A series whose name is as long as a sentence and then goes on, as names of people who like detail do',
  'Donaudampfschifffahrtsgesellschaftskapitänskajütentürschlüssel',
  '日本語の名前',
  ...[8, 9, 10, 11, 12].map((at) => `series ${at}`),
]

const many = {
  format: 'paretoscope/scenario',
  version: 1,
  name: 'Twelve series and one without a point',
  series: [
    ...NAMES.map((name, at) => ({
      name,
      model: 'llama-3.3-70b',
      accelerator: ['h100-sxm', 'h200-sxm', 'b200-sxm', 'mi300x'][at % 4],
      rules: 'standard',
      weightFormat: 'fp8',
      pipeline: false,
      contextTokens: 1000 * (1 + Math.floor(at / 4)),
    })),
    {
      name: 'nothing fits',
      model: 'llama-3.3-70b',
      accelerator: 'h100-sxm',
      rules: 'standard',
      pipeline: false,
      limits: { maxGpus: 1 },
    },
  ],
}

test('the same scenario and date give the same bytes, another date only other dates', async ({}, testInfo) => {
  const folder = testInfo.outputPath()
  const example = join(repository, 'examples/precision.paretoscope.json')
  const pdf = (name: string) => readFile(join(folder, name))
  await writeFile(testInfo.outputPath('here'), '')
  await report(folder, '1767323045', example, '--pdf', join(folder, 'a.pdf'))
  await report(folder, '1767323045', example, '--pdf', join(folder, 'b.pdf'))
  await report(folder, '1767323046', example, '--pdf', join(folder, 'c.pdf'))
  expect(Buffer.compare(await pdf('a.pdf'), await pdf('b.pdf'))).toBe(0)
  const undated = async (name: string) => (await pdf(name)).toString('latin1').replaceAll(/\(D:\d{14}/g, '(D:')
  expect(await undated('c.pdf')).toBe(await undated('a.pdf'))
})

for (const paper of ['a4', 'letter'])
  test(`many series and names of every kind break well over pages of ${paper}`, async ({}, testInfo) => {
    await writeFile(testInfo.outputPath('many.paretoscope.json'), JSON.stringify(many))
    const path = testInfo.outputPath('many.pdf')
    await report(
      testInfo.outputPath(),
      '1767323045',
      testInfo.outputPath('many.paretoscope.json'),
      '--pdf',
      path,
      '--paper',
      paper,
    )
    const { stdout } = await run('pdftotext', ['-layout', path, '-'])
    const pages = stdout.split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(5)
    const titles = new Set<string>(Object.values(REPORT_SECTIONS).map(({ title }) => title))
    for (const page of pages) {
      const lines = page
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      expect(lines.at(-1)).toMatch(/^Twelve series .* \d+ ?\/ ?\d+$/)
      expect(titles).not.toContain(lines.at(-2))
    }
    // The table of 13 rows goes on over a page's end, under its head once more.
    expect(stdout.match(/10 tok\/s +20 tok\/s/g)!.length).toBeGreaterThan(1)
    for (const name of ['<b>H200</b> & "quoted"', 'nothing fits', 'series 12']) expect(stdout).toContain(name)
  })

test('a template sets paper, order and texts; what is wrong with one is said by its place', async ({}, testInfo) => {
  const example = join(repository, 'examples/precision.paretoscope.json')
  const template = testInfo.outputPath('house.json')
  const sections = [{ id: 'origin' }, { id: 'summary', text: 'For the board.' }]
  await writeFile(template, JSON.stringify({ paper: 'letter', author: 'Platform team', sections }))
  const path = testInfo.outputPath('house.pdf')
  await report(testInfo.outputPath(), '1767323045', example, '--pdf', path, '--template', template)
  const { stdout: text } = await run('pdftotext', [path, '-'])
  expect(text.indexOf('How to repeat this')).toBeLessThan(text.indexOf('For the board.'))
  expect(text).not.toContain('Cost at speeds')
  const { stdout: facts } = await run('pdfinfo', [path])
  expect(facts).toMatch(/612 x 792 pts \(letter\)/)
  expect(facts).toMatch(/Author:\s+Platform team/)

  await writeFile(template, JSON.stringify({ paper: 'a3' }))
  const refused = report(
    testInfo.outputPath(),
    '0',
    example,
    '--pdf',
    testInfo.outputPath('no.pdf'),
    '--template',
    template,
  )
  await expect(refused).rejects.toMatchObject({
    code: 3,
    stderr: expect.stringContaining('paper: is "a3"; expected "a4" or "letter"'),
  })
})

test('a person who watches sees how many of several reports are done', async ({}, testInfo) => {
  const folder = testInfo.outputPath()
  const examples = ['precision', 'gpu-generations'].map((name) => join(repository, `examples/${name}.paretoscope.json`))
  const { stderr } = await run(
    electron,
    [repository, ...launchArguments(), '--', 'report', ...examples, '--pdf', join(folder, '{name}.pdf')],
    { cwd: folder, env: { ...appEnvironment(folder), PARETOSCOPE_WATCHED: '1' } },
  )
  expect(stderr).toContain(`report  ${'░'.repeat(24)}  0 of 2`)
  expect(stderr).toMatch(/report {2}█+░+ {2}1 of 2 {2}\d+ s left/)
  for (const name of ['precision', 'gpu-generations'])
    expect((await readFile(join(folder, `${name}.pdf`))).subarray(0, 5).toString()).toBe('%PDF-')
})
