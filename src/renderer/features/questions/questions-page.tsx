import { createMemo, For, Show, type JSX } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { QUESTION_IDS, QUESTION_TITLES } from '../../../shared/questions/question-list.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { catalogNames } from '../workspace/catalog-names.ts'
import { AnswerView } from './answer-view.tsx'
import type { Questions } from './create-questions.ts'
import { QuestionFields } from './question-fields.tsx'

/** Entries of the catalog alone: a question is asked of no comparison. */
const NOTHING_BROUGHT = { models: {}, accelerators: {} }

/** Questions that the engine answers: the list, what the chosen one is asked with, and its answer. */
export function QuestionsPage(props: {
  readonly questions: Questions
  readonly listed: CallOutput<'catalog.list'>
  readonly outputs: Outputs
  readonly palette: Palette
  readonly onOpen: (scenario: Scenario) => void
}): JSX.Element {
  const { questions } = props
  const names = createMemo(() => catalogNames(props.listed, NOTHING_BROUGHT))
  const title = () => QUESTION_TITLES[questions.chosen()].title
  const found = () => questions.state().answer
  const progress = () => {
    if (!questions.state().isComputing) return ''
    const of = questions.progress()
    return of === null ? 'Searching…' : `Search ${of.done} of ${of.total}…`
  }
  return (
    <main class="page questions" aria-label="Questions">
      <div class="questions-side">
        <nav aria-label="Questions">
          <ul class="question-list">
            <For each={QUESTION_IDS}>
              {(id) => (
                <li>
                  <button
                    type="button"
                    class="question-button"
                    aria-current={questions.chosen() === id ? 'page' : undefined}
                    onClick={() => questions.choose(id)}
                  >
                    {QUESTION_TITLES[id].title}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <Show when={questions.chosen()} keyed>
          {(id) => <QuestionFields questions={questions} names={names()} id={id} />}
        </Show>
      </div>
      <div class="questions-answer">
        <header class="question-head">
          <h2 class="page-title">{title()}</h2>
          <span class="question-progress" aria-hidden="true">
            {progress()}
          </span>
          <p class="question-says">{QUESTION_TITLES[questions.chosen()].says}</p>
        </header>
        <Show when={questions.state().problem}>
          {(problem) => (
            <p class="problem" role="alert">
              {problem()}
            </p>
          )}
        </Show>
        <Show when={questions.chosen()} keyed>
          {(id) => (
            <Show when={found()}>
              {(answer) => (
                <AnswerView
                  title={QUESTION_TITLES[id].title}
                  answer={answer()}
                  isOld={questions.state().isComputing || questions.state().problem !== null}
                  outputs={props.outputs}
                  palette={props.palette}
                  onOpen={props.onOpen}
                />
              )}
            </Show>
          )}
        </Show>
      </div>
    </main>
  )
}
