import * as v from 'valibot'
import { expect, test } from 'vitest'
import { chartPictureSchema } from '../report/chart-picture.ts'
import { pictureData } from '../report/picture-data.ts'
import { agreementPicture } from './agreement-picture.ts'

const groups = [
  {
    name: 'H100',
    styleIndex: 1,
    rows: [
      { measuredSeconds: 0.02, predictedSeconds: 0.03 },
      { measuredSeconds: 0.01, predictedSeconds: 0.009 },
    ],
  },
  { name: 'B200', styleIndex: 4, rows: [] },
]
const picture = agreementPicture(groups, [0.005, 0.05], { subject: 'Rows', theme: 'dark', notes: [] })

test('has the points of every group on the axes of the window, and the line of equal times', () => {
  const [panel] = v.parse(chartPictureSchema, picture).panels
  expect(panel!.bounds).toEqual({ x: [0.005, 0.05], y: [0.005, 0.05] })
  expect(panel!.curves.map(({ name, drawn, styleIndex }) => [name, drawn, styleIndex])).toEqual([
    ['H100', 'points', 1],
    ['B200', 'points', 4],
    ['predicted as measured', 'line', 5],
  ])
})

test('its points are told as they are, rising', () => {
  const { columns, rows } = pictureData(picture)
  expect(columns.map(({ title }) => title)).toContain('measured')
  expect(rows.slice(0, 2).map((row) => row.slice(2, 4))).toEqual([
    [0.01, 0.009],
    [0.02, 0.03],
  ])
})
