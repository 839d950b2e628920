import { For, Show, type JSX } from 'solid-js'
import { lineBounds } from '../../../shared/report/line-chart.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { TableNote } from '../../../shared/report/table-data.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { CheapestStrip } from '../../charts/cheapest-strip.tsx'
import { CardHead } from '../../ui/card-head.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { LineChartCard } from '../line-chart/line-chart-card.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import type { Answer } from './create-questions.ts'

/** An answer: the figure and the sentence, what is behind it, its chart and tables, and what it stands under. */
export function AnswerView(props: {
  readonly title: string
  readonly answer: Answer
  /** What the inputs have been changed to is still looked for. */
  readonly isOld: boolean
  readonly outputs: Outputs
  readonly palette: Palette
  readonly onOpen: (scenario: Scenario) => void
}): JSX.Element {
  const notes = (): TableNote[] => [
    { about: 'Answer', text: props.answer.sentence },
    ...props.answer.assumptions.map((text) => ({ about: 'Assumption', text })),
  ]
  const exported = () => {
    const { table } = props.answer
    return table === null ? null : { ...table, notes: [...notes(), ...props.outputs.origin()] }
  }
  return (
    <>
      <section class="answer-card" classList={{ old: props.isOld }} aria-label="Answer">
        <div class="answer-head">
          <Show when={props.answer.figure}>
            {(figure) => (
              <p class="answer-figure">
                {figure().value} <span class="answer-unit">{figure().unit}</span>
              </p>
            )}
          </Show>
          <button type="button" class="button" onClick={() => props.onOpen(props.answer.scenario)}>
            Open the comparison
          </button>
        </div>
        <p class="answer-sentence" role="status">
          {props.answer.sentence}
        </p>
        <Show when={props.answer.facts.length > 0}>
          <dl class="answer-facts">
            <For each={props.answer.facts}>
              {([label, value]) => (
                <div>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </section>
      <Show when={props.answer.chart !== null && props.answer.strip}>
        {(strip) => (
          <section class="chart-card strip-card" aria-label="Who is cheapest at which speed, tokens/s of one user">
            <h3 class="chart-title">
              Who is cheapest <span class="quiet">tokens per second for one user</span>
            </h3>
            <CheapestStrip stretches={strip()} range={lineBounds(props.answer.chart!).x} palette={props.palette} />
          </section>
        )}
      </Show>
      <Show when={props.answer.chart}>
        {(chart) => (
          <LineChartCard
            chart={chart()}
            subject={props.title}
            notes={notes}
            outputs={props.outputs}
            palette={props.palette}
          />
        )}
      </Show>
      <Show when={props.answer.table}>
        {(table) => (
          <div class="table-card">
            <CardHead title={table().title}>
              <TableExport outputs={props.outputs} name="the table" table={exported} />
            </CardHead>
            <DataTable table={table()} />
          </div>
        )}
      </Show>
      <section class="answer-card" aria-label="Assumptions">
        <h3 class="section-label">Assumptions</h3>
        <ul class="answer-assumptions">
          <For each={props.answer.assumptions}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
    </>
  )
}
