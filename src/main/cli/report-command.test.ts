import { describe, expect, it, vi } from 'vitest'
import { runOn } from '../../../test/fake-host.ts'

const scenario = JSON.stringify({
  format: 'paretoscope/scenario',
  version: 1,
  name: 'Small',
  series: ['Llama_3_8B', 'Llama_3_70B'].map((model) => ({
    name: model,
    model: `paper/${model}`,
    accelerator: 'paper/H100',
    grid: { gpus: 12, batches: 12 },
  })),
})
const files = { 's.json': scenario, 'old.csv': 'mine', 'old.pdf': 'mine' }

describe('report', () => {
  it('writes the points of all series as CSV', async () => {
    const run = await runOn(files, ['report', 's.json', '--csv', 'new.csv'])
    const rows = String(run.files.get('new.csv')).split('\r\n')
    expect(rows[0]).toMatch(/^series,speed \(tokens\/s per user\),/)
    expect(rows.some((row) => row.startsWith('Llama_3_8B,'))).toBe(true)
    expect(rows.some((row) => row.startsWith('Llama_3_70B,'))).toBe(true)
  })

  it('writes the charts as SVG', async () => {
    const run = await runOn(files, ['report', 's.json', '--svg', 'charts'])
    const pictures = [...run.files].filter(([name]) => name.endsWith('.svg'))
    expect(pictures.length).toBeGreaterThan(0)
    for (const [name, svg] of pictures) {
      expect(name).toMatch(/^charts[/\\][\w-]+\.svg$/)
      expect(String(svg)).toMatch(/^<svg[\s\S]*<\/svg>\s*$/)
    }
  })

  it.each([
    ['--csv', 'old.csv'],
    ['--pdf', 'old.pdf'],
  ])('replaces nothing without --force: %s', async (option, path) => {
    const createCompute = vi.fn()
    const electron = vi.fn(async () => 0)
    const run = await runOn(files, ['report', 's.json', option, path], { createCompute, electron })
    expect(run).toMatchObject({ exitCode: 2, error: `${path}: already exists; use --force to replace it\n` })
    expect(run.files.get(path)).toBe('mine')
    // Said before anything is computed.
    expect(createCompute).not.toHaveBeenCalled()
    expect(electron).not.toHaveBeenCalled()
  })

  it('replaces with --force', async () => {
    const run = await runOn(files, ['report', 's.json', '--csv', 'old.csv', '--force'])
    expect(run.exitCode).toBe(0)
    expect(run.files.get('old.csv')).not.toBe('mine')
  })

  it('leaves a PDF to Electron, with whole paths', async () => {
    const electron = vi.fn(async () => 0)
    const run = await runOn(files, ['report', 's.json', '--pdf', 'old.pdf', '--csv', 'new.csv', '--force'], {
      electron,
    })
    expect(run.exitCode).toBe(0)
    expect(run.files.has('new.csv')).toBe(true)
    expect(electron.mock.calls).toEqual([[['report', '/here/s.json', '--pdf', '/here/old.pdf', '--force']]])
  })

  it('hands settings of the PDF on, and reads a template before anything is computed', async () => {
    const electron = vi.fn(async () => 0)
    const withTemplate = { ...files, 'house.json': '{"author":"A","paper":"letter"}', 'bad.json': '{"paper":"a3"}' }
    const argv = ['report', 's.json', '--pdf', 'new.pdf', '--landscape', '--paper', 'a4', '--template']
    expect((await runOn(withTemplate, [...argv, 'house.json'], { electron })).exitCode).toBe(0)
    expect(electron.mock.calls).toEqual([
      [
        [
          'report',
          '/here/s.json',
          '--pdf',
          '/here/new.pdf',
          '--template',
          '/here/house.json',
          '--paper',
          'a4',
          '--landscape',
        ],
      ],
    ])
    const printReport = vi.fn(async () => new Uint8Array())
    await runOn(withTemplate, [...argv, 'house.json'], { printReport })
    expect(printReport).toHaveBeenCalledWith(
      expect.objectContaining({
        settings: expect.objectContaining({ author: 'A', paper: 'a4', orientation: 'landscape' }),
      }),
    )
    expect(await runOn(withTemplate, [...argv, 'bad.json'], { electron })).toMatchObject({
      exitCode: 3,
      error: 'bad.json: paper: is "a3"; expected "a4" or "letter"\n',
    })
    expect(electron).toHaveBeenCalledTimes(1)
  })

  it('ends with the code of an Electron that failed', async () => {
    const run = await runOn(files, ['report', 's.json', '--pdf', 'new.pdf'], { electron: async () => 7 })
    expect(run).toMatchObject({ exitCode: 7, error: 'new.pdf: was not written; Electron ended with code 7\n' })
  })

  it('prints the PDF where this is Electron', async () => {
    const pdf = new Uint8Array([37, 80, 68, 70])
    const printReport = vi.fn(async () => pdf)
    const run = await runOn(files, ['report', 's.json', '--pdf', 'new.pdf'], { printReport })
    expect(run.files.get('new.pdf')).toBe(pdf)
    expect(printReport).toHaveBeenCalledWith(
      expect.objectContaining({ scenario: expect.objectContaining({ name: 'Small' }) }),
    )
  })

  it('does not start Electron for a scenario that is wrong', async () => {
    const electron = vi.fn(async () => 0)
    const run = await runOn({ 's.json': '{}' }, ['report', 's.json', '--pdf', 'new.pdf'], { electron })
    expect(run.exitCode).toBe(3)
    expect(electron).not.toHaveBeenCalled()
  })
})
