import { expect, it } from 'vitest'
import { guessColumns, observedRows, readObservedFile } from './observed-csv.ts'

const read = (text: string) => {
  const file = readObservedFile(text)
  return observedRows(file, guessColumns(file.header))
}
const point = { usdPerMillionTokens: null, tokensPerSecondPerGpu: null, note: '' }

it.each([
  [
    'provider,tokens/s,USD per M output\nA,98.5,0.60\n',
    [{ ...point, name: 'A', tokensPerSecond: 98.5, usdPerMillionTokens: 0.6 }],
  ],
  [
    'config;tok/s/user;tok/s/gpu;note\n"TP 4; fp8";41,5;1.234,5;x\n',
    [{ ...point, name: 'TP 4; fp8', tokensPerSecond: 41.5, tokensPerSecondPerGpu: 1234.5, note: 'x' }],
  ],
  [
    'tpot_ms\tthroughput per gpu\n20\t1,234.5\n',
    [{ ...point, name: 'Line 2', tokensPerSecond: 50, tokensPerSecondPerGpu: 1234.5 }],
  ],
  ['name,speed,price\n\nB,1e2,$ 1.5\n', [{ ...point, name: 'B', tokensPerSecond: 100, usdPerMillionTokens: 1.5 }]],
])('reads %j', (text, points) => {
  expect(read(text)).toEqual({ points, rejected: [] })
})

it.each([
  ['A,fast,1', 'speed: is "fast"; expected a number above 0'],
  ['A,-5,1', 'speed: is "-5"; expected a number above 0'],
  ['A,0,1', 'speed: is "0"; expected a number above 0'],
  ['A,NaN,1', 'speed: is "NaN"; expected a number above 0'],
  ['A,Infinity,1', 'speed: is "Infinity"; expected a number above 0'],
  ['A,1e999,1', 'speed: is "1e999"; expected a number above 0'],
  ['A,,1', 'has no speed; expected tokens per second or milliseconds per token'],
  ['A,5', 'has neither a cost nor a throughput; expected one of them'],
  ['A,5,€3', 'cost: is "€3"; expected a number above 0'],
  ['A,5,1,9', 'has 4 cells; expected 3, as the header has'],
])('leaves out %j with the reason', (row, reason) => {
  expect(read(`name,speed,cost\nB,10,1\n${row}\n`)).toMatchObject({
    points: [{ name: 'B' }],
    rejected: [{ line: 3, reason }],
  })
})

it.each(['', 'name,speed\n', '\n\n'])('refuses %j', (text) => {
  expect(() => readObservedFile(text)).toThrow('holds no points')
})

it.each([
  [
    ['id', 'tokens_per_second_per_user', 'output tps per gpu', 'TPOT (ms)'],
    { speed: 1, throughput: 2, latency: null, name: 0 },
  ],
  [['engine', 'tpot', 'price output'], { latency: 1, speed: null, cost: 2, name: 0 }],
  [['a', 'b'], { speed: null, cost: null, name: null }],
])('understands the columns %j', (header, expected) => {
  expect(guessColumns(header)).toMatchObject(expected)
})
