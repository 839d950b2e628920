import { expect, it } from 'vitest'
import { csvRecords } from './csv-records.ts'

it.each([
  [
    'a,b\n1,2',
    ',',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\r\n1,5;2\r\n',
    ';',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'a\tb\n1\t2',
    '\t',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"Cost, USD";b\n1;2',
    ';',
    [
      ['Cost, USD', 'b'],
      ['1', '2'],
    ],
  ],
  ['only\n1\n2', ',', [['only'], ['1'], ['2']]],
])('finds what parts the cells of %j', (text, delimiter, cells) => {
  const found = csvRecords(text)
  expect(found.delimiter).toBe(delimiter)
  expect(found.records.map((record) => record.cells)).toEqual(cells)
})

it('says on which line a record begins, over line ends in quotes and empty lines', () => {
  const { records } = csvRecords('a,b\r\n"x\r\ny",1\r\n\r\n,\r\nlast,2')
  expect(records).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['x\r\ny', '1'], line: 2 },
    { cells: ['last', '2'], line: 6 },
  ])
})

it('says where quotes were left open', () => {
  expect(() => csvRecords('a,b\n1,2\n"3,4\n5,6')).toThrow('line 3: a quoted field does not end')
})
