import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { provenanceOf } from './provenance.ts'

it('every figure has its sources, their latest date and its confidence', () => {
  const { accelerators } = BUILT_IN_CATALOG
  expect(provenanceOf(accelerators['h100-sxm']!, 'flopPerSecond')).toMatchObject({
    date: '2026-08-22',
    confidence: 'high',
  })
  expect(provenanceOf(accelerators['h100-sxm']!, 'constructor')).toEqual({ sources: [], date: null, confidence: null })
  expect(provenanceOf(accelerators['wse-3']!, 'scaleOut')).toEqual({
    sources: ['recalled'],
    date: null,
    confidence: 'low',
  })
  expect(provenanceOf(accelerators['paper/H100']!, 'hbmBytes').sources[0]).toContain('2506.04645')
})
