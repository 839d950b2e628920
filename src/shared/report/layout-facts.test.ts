import { expect, it } from 'vitest'
import { newPaperPoints, newStandardPoints, setRow } from '../search/frontier-points.ts'
import { layoutFacts } from './layout-facts.ts'

const paper = (row: Record<string, number>) => {
  const points = newPaperPoints(1)
  const whole = {
    tensorDimensions: 1,
    tensorParallel: 1,
    attentionTensorParallel: 1,
    attentionScaleDown: 1,
    pipelineStages: 1,
    expertParallel: 1,
  }
  setRow(points, 0, { ...whole, ...row })
  return Object.fromEntries(layoutFacts(points, 0))
}

it('tells the paper’s layout part by part', () => {
  expect(paper({})).toEqual({
    'Tensor parallel': 'none',
    Attention: 'over all of them',
    'Pipeline parallel': 'one stage',
    'Expert parallel': 'none',
  })
  expect(
    paper({
      tensorDimensions: 2,
      tensorParallel: 16,
      attentionTensorParallel: 6.4,
      attentionScaleDown: 2.5,
      pipelineStages: 3.5,
      expertParallel: 8,
    }),
  ).toEqual({
    'Tensor parallel': '2D, 4.00 x 4.00 ranks',
    Attention: 'over 6.40 ranks, done 2.50 times',
    'Pipeline parallel': '3.50 stages',
    'Expert parallel': '8 ranks',
  })
  expect(paper({ tensorParallel: 13.42 })['Tensor parallel']).toBe('1D, 13.4 ranks')
})

it('tells the standard rules’ replica in short', () => {
  const points = newStandardPoints(1, false)
  setRow(points, 0, { tensorParallel: 4, dataParallel: 1, expertParallel: 1, pipelineStages: 1, gpus: 4 })
  expect(layoutFacts(points, 0)).toEqual([['Layout', 'TP 4, 1 replica of 4 GPUs']])
})
