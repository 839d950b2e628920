import type { Fact } from '../../../shared/report/point-facts.ts'
import type { SeriesSection } from '../../../shared/report/report.ts'
import { escapeHtml } from '../escape-html.ts'
import { definitions, namedSeries, type SectionContext, type SectionHtml } from '../section-context.ts'

/** Inputs, and what the tokens of the preferred point cost where prompts are accounted for. */
const factsOf = ({ facts, preferred }: SeriesSection): ReadonlyMap<string, string> =>
  new Map([
    ...facts,
    ...(preferred?.prices ?? []).map(([label, value]): Fact => [`${label}, preferred point`, `${value} per million`]),
  ])

interface DescribedSeries {
  readonly at: number
  readonly facts: ReadonlyMap<string, string>
}

/** Inputs that differ, a row for each series. */
function tableOf(context: SectionContext, group: readonly DescribedSeries[], labels: readonly string[]): string {
  const head = labels.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join('')
  const rows = group.map(
    ({ at, facts }) =>
      `<tr><th scope="row">${namedSeries(context, at)}</th>${labels.map((label) => `<td>${escapeHtml(facts.get(label) ?? '–')}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr><th scope="col">Series</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const columnsFor = (width: number): number => (width > 800 ? 6 : 4)

/** Inputs of series under the same rules: what is the same for all, then tables of what differs. */
function groupHtml(context: SectionContext, group: readonly DescribedSeries[], heading: string): string {
  const labels = [...new Set(group.flatMap(({ facts }) => [...facts.keys()]))]
  const isSame = (label: string) => group.every(({ facts }) => facts.get(label) === group[0]!.facts.get(label))
  const same = labels.filter(isSame).map((label): Fact => [label, group[0]!.facts.get(label)!])
  const differing = labels.filter((label) => !isSame(label))
  const most = columnsFor(context.width)
  const tables = Array.from({ length: Math.ceil(differing.length / most) }, (_, part) =>
    tableOf(context, group, differing.slice(part * most, (part + 1) * most)),
  )
  return `<h3>${heading}</h3>${definitions(same, 'same')}${tables.join('')}`
}

/** Every input of every series in words, those under the same rules together; and the person's notes. */
export const seriesSection: SectionHtml = (context) => {
  const { series } = context.report
  const all = series.map((one, at) => ({ at, facts: factsOf(one), rules: one.result.points.rules }))
  const groups = [...new Set(all.map(({ rules }) => rules))].map((rules) => {
    const group = all.filter((one) => one.rules === rules)
    const [only] = group.length === 1 ? group : []
    const heading =
      only === undefined
        ? `The same in all series${group.length === all.length ? '' : ` under the ${rules} rules`}`
        : namedSeries(context, only.at)
    return groupHtml(context, group, heading)
  })
  const notes = series.flatMap(({ notes: text }, at) =>
    text === '' ? [] : [`<h3>${namedSeries(context, at)}</h3><p class="own" dir="auto">${escapeHtml(text)}</p>`],
  )
  return [...groups, ...notes].join('')
}
