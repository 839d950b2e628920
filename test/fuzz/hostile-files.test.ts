import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHuggingFaceConfig } from '../../src/shared/catalog/hugging-face/read-config.ts'
import { guessColumns, observedRows, readObservedFile } from '../../src/shared/observed/observed-csv.ts'
import { observedSetSchema } from '../../src/shared/observed/observed-set.ts'
import { InputError, NewerVersionError, parseInput } from '../../src/shared/scenario/input-error.ts'
import { formatScenario, parseScenario } from '../../src/shared/scenario/scenario-file.ts'
import { GALLERY } from '../../src/shared/scenario/gallery.ts'
import { parseMeasurements } from '../../src/shared/validation/measurements.ts'
import { mutated, seededRandom } from './mutate.ts'

const LONGEST_MS = 1000

const files = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))

interface Outcomes {
  /** What no reader may do, a line each: break, take long, or say nothing a person understands. */
  readonly broken: readonly string[]
  /** Whether many were refused and some read: changes that all failed at once, or none of which mattered, would test nothing. */
  readonly telling: boolean
}

const GOOD: Outcomes = { broken: [], telling: true }

/** Reads so many changed files; `read` throws where what was read is no good. */
function outcomesOf(sources: readonly string[], count: number, seed: number, read: (text: string) => void): Outcomes {
  const random = seededRandom(seed)
  const broken: string[] = []
  let refused = 0
  for (let i = 0; i < count; i++) {
    const text = mutated(sources[random(sources.length)]!, random)
    const begun = performance.now()
    try {
      read(text)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const inWords = error instanceof InputError || error instanceof NewerVersionError
      if (!inWords || /undefined|\[object|^\s*$/.test(message)) broken.push(`file ${i}: ${message}`)
      refused++
    }
    if (performance.now() - begun > LONGEST_MS) broken.push(`file ${i} took too long`)
  }
  if ('polluted' in {}) broken.push('a prototype was changed')
  return { broken, telling: refused > count / 20 && refused < count * 0.99 }
}

test('10,000 changed scenario files are read or refused in words, and what is read comes back as it was written', () => {
  const sources = [
    ...files('examples', '.paretoscope.json'),
    ...GALLERY.map(({ scenario }) => formatScenario(scenario)),
  ]
  const read = (text: string) => {
    const scenario = parseScenario(text)
    expect(parseScenario(formatScenario(scenario))).toEqual(scenario)
  }
  expect(outcomesOf(sources, 10_000, 1, read)).toEqual(GOOD)
})

const OBSERVED = [
  'name,tokens/s per user,USD per million output,note\nA,98.5,0.60,TP 4\n"B, c",50,1.2,\n',
  'config;tok/s/user;tok/s/gpu\n"TP 4";41,5;1.234,5\nx;20,1;99\n',
  'tpot_ms\tthroughput per gpu\n20\t1234.5\n31.5\t88\n',
]

test('3,000 changed CSV files make good points, with a reason for each row that makes none', () => {
  const read = (text: string) => {
    const file = readObservedFile(text)
    const { points, rejected } = observedRows(file, guessColumns(file.header))
    expect(points.length + rejected.length).toBe(file.records.length)
    if (points.length > 0) parseInput(observedSetSchema, { name: 'x', points: [...points] })
  }
  expect(outcomesOf(OBSERVED, 3000, 2, read)).toEqual(GOOD)
})

const MEASURED =
  'engine,model,hardware,precision,tp,mode,batchOrConcurrency,tpotMs\nvLLM,Llama-3.3-70B,H200-SXM,fp8,4,disagg,8,11\n'

test('2,000 changed files of measurements are read or refused with line and column', () => {
  expect(outcomesOf([MEASURED], 2000, 3, (text) => void parseMeasurements(text, 'csv'))).toEqual(GOOD)
})

test('3,000 changed configurations of models are read or refused in words', () => {
  const sources = files('test/fixtures/hugging-face', '.json').map((text) => {
    const { config } = JSON.parse(text) as { config?: unknown }
    return config === undefined ? text : JSON.stringify(config, null, 1)
  })
  expect(outcomesOf(sources, 3000, 4, (text) => void readHuggingFaceConfig(text))).toEqual(GOOD)
})
