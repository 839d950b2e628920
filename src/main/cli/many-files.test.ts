import { describe, expect, it, vi } from 'vitest'
import { createCompute } from '../../../test/folder-run.ts'
import { runOn } from '../../../test/fake-host.ts'

const scenario = (name: string) =>
  JSON.stringify({
    format: 'paretoscope/scenario',
    version: 1,
    name,
    series: [{ name, model: 'paper/Llama_3_8B', accelerator: 'paper/H100', grid: { gpus: 3, batches: 3 } }],
  })

const COUNT = 100
const names = Array.from({ length: COUNT }, (_, i) => `in/s${i}.paretoscope.json`)
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map((name, i) => [name, scenario(`Small ${i}`)])),
  'in/s17.paretoscope.json': '{',
  'in/s58.paretoscope.json': scenario('Bad').replace('paper/H100', 'paper/H1000'),
}
const run = (argv: readonly string[], host = {}) => runOn(files, argv, { createCompute, ...host })

describe('a hundred files in one call', () => {
  it('are all reported on, but for the bad ones, each told in a line', async () => {
    const compute = vi.fn(createCompute)
    const {
      exitCode,
      error,
      out,
      files: written,
    } = await run(
      ['report', ...names, '--csv', 'out/{name}.csv', '--html', 'out/{name}/report.html', '--svg', 'out/{name}'],
      { createCompute: compute },
    )
    expect(exitCode).toBe(3)
    expect(out).toBe('')
    expect(error.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^in\/s17\.paretoscope\.json: is not valid JSON/),
      expect.stringMatching(/^in\/s58\.paretoscope\.json: series\[0\]\.accelerator: /),
    ])
    const of = (ending: string) =>
      [...written.keys()].filter((path) => path.startsWith('out/') && path.endsWith(ending))
    for (const ending of ['.csv', 'report.html', 'overlay.svg', 'series-1.svg']) expect(of(ending)).toHaveLength(98)
    expect(String(written.get('out/s3.csv'))).toContain('Small 3')
    expect(compute).toHaveBeenCalledTimes(1)
  })

  it('are all checked', async () => {
    const { exitCode, error, out } = await run(['check', ...names])
    expect(exitCode).toBe(3)
    expect(out.trimEnd().split('\n')).toHaveLength(98)
    expect(error.trimEnd().split('\n')).toHaveLength(2)
  })

  it('show a bar on a terminal, and lines stay readable', async () => {
    const { error } = await run(['report', ...names.slice(10, 20), '--csv', '{name}.csv'], { errorIsTerminal: true })
    expect(error).toMatch(/report {2}█*░* {2}\d+ of 10/)
    expect(error).toContain('\r\u001B[2Kin/s17.paretoscope.json: is not valid JSON')
    expect(error.endsWith('\r\u001B[2K')).toBe(true)
  })

  it('go to Electron once for what only it can write, without the bad ones', async () => {
    const electron = vi.fn(async () => 0)
    const some = names.slice(16, 19)
    const { exitCode, error } = await run(['report', ...some, '--pdf', '{name}.pdf', '--png', 'png/{name}'], {
      electron,
    })
    expect(exitCode).toBe(3)
    expect(error).toMatch(/^in\/s17[^\n]*\n$/)
    const good = ['/here/in/s16.paretoscope.json', '/here/in/s18.paretoscope.json']
    expect(electron.mock.calls).toEqual([
      [['report', ...good, '--pdf', '/here/{name}.pdf', '--png', '/here/png/{name}', '--scale', '2']],
    ])
  })
})

describe('exit codes of several files', () => {
  const [good, bad, worse] = ['in/s1.paretoscope.json', 'in/s17.paretoscope.json', 'newer.json']
  const newer = { ...files, [worse]: scenario('Newer').replace('"version":1', '"version":2') }
  it.each([
    [0, [good, 'in/s2.paretoscope.json']],
    [3, [good, bad]],
    [3, [bad, worse, good]],
    [4, [good, worse]],
    [3, [bad]],
    [4, [worse]],
  ])('%d: check %j', async (exitCode, argv) => {
    expect((await runOn(newer, ['check', ...argv])).exitCode).toBe(exitCode)
  })
})

describe('places', () => {
  it.each([
    [
      ['in/s1.paretoscope.json', 'in/s2.paretoscope.json', '--csv', 'one.csv'],
      'error: --csv one.csv: several files need {name} in it, as in --csv reports/{name}\n',
    ],
    [
      ['in/s1.paretoscope.json', 'in/s2.paretoscope.json', '--svg', 'charts'],
      'error: --svg charts: several files need {name} in it, as in --svg reports/{name}\n',
    ],
    [
      ['in/s1.paretoscope.json', 'other/s1.json', '--csv', '{name}.csv'],
      'error: in/s1.paretoscope.json and other/s1.json would both be written to s1.csv\n',
    ],
  ])('%j', async (argv, error) => {
    expect(await run(['report', ...argv])).toMatchObject({ exitCode: 2, error, out: '' })
  })

  it('of one file may have its name too', async () => {
    const { files: written } = await run(['report', names[1]!, '--xlsx', 'a/{name}.xlsx'])
    expect((written.get('a/s1.xlsx') as Uint8Array).subarray(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b))
  })
})

it('draws PNGs where this is Electron, from pictures that embed their typeface', async () => {
  const drawPngs = vi.fn(async (pictures: readonly { readonly svg: string }[], _scale: number) =>
    pictures.map(() => Uint8Array.of(137)),
  )
  const { files: written } = await run(['report', names[1]!, '--png', 'png', '--scale', '3'], { drawPngs })
  expect([...written.keys()].filter((path) => path.endsWith('.png'))).toEqual(['png/overlay.png', 'png/series-1.png'])
  const [pictures, scale] = drawPngs.mock.calls[0]!
  expect(scale).toBe(3)
  expect(pictures[0]!.svg).toContain('@font-face')
})
