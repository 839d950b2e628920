import { createMemo, createResource, type Accessor } from 'solid-js'
import type { Catalog } from '../../../shared/catalog/builtin.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import type { SpaceSize } from '../../../shared/search/frontier-result.ts'
import { call } from '../../kernel/api.ts'

/**
 * How large the search of a series is, asked anew when an input changes; an answer to old inputs is dropped. null while not
 * known, and where the inputs cannot be searched: the search says why.
 */
export function createSpaceSize(series: Accessor<Series>, brought: Accessor<Catalog>): Accessor<SpaceSize | null> {
  const asked = createMemo(() => JSON.stringify({ series: { ...series(), name: 'any' }, catalog: brought() }))
  const [size] = createResource(asked, async (question) => {
    try {
      return await call('frontier.space', JSON.parse(question) as { series: Series; catalog: Catalog })
    } catch {
      return null
    }
  })
  return () => size.latest ?? null
}
