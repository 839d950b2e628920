import { describe, expect, it } from 'vitest'
import { csv, csvField } from './csv.ts'

describe('csvField', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=1', 'a=1'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [Infinity, ''],
    [null, ''],
  ])('%j is %j', (cell, field) => {
    expect(csvField(cell)).toBe(field)
  })
})

it('csv has a header row and ends every row by CRLF', () => {
  expect(
    csv(
      ['name', 'cost, USD'],
      [
        ['a', 1],
        ['b', null],
      ],
    ),
  ).toBe('name,"cost, USD"\r\na,1\r\nb,\r\n')
})
