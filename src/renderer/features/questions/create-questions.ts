import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import {
  USUAL_INPUTS,
  type AskedQuestion,
  type QuestionId,
  type QuestionInputs,
} from '../../../shared/questions/question-list.ts'
import { call, CallError, listen } from '../../kernel/api.ts'

type AllInputs = { readonly [Id in QuestionId]: QuestionInputs<Id> }
export type Answer = CallOutput<'questions.answer'>

/** How far a question's answer is. The last one stays shown while a new one is computed. */
export interface AnswerState {
  readonly answer: Answer | null
  readonly isComputing: boolean
  /** Why there is no answer to the inputs; null while there is one, or one is looked for. */
  readonly problem: string | null
}

const NOTHING_YET: AnswerState = { answer: null, isComputing: false, problem: null }

/**
 * The questions, what they are asked with, and their answers. While the page is in view the chosen one is answered again
 * whenever an input or an entry of the catalog changes; answers to old inputs are dropped.
 */
export function createQuestions(isInView: Accessor<boolean>, listed: Accessor<unknown>) {
  const [chosen, choose] = createSignal<QuestionId>('least-gpus')
  const [inputs, setInputs] = createSignal<AllInputs>(USUAL_INPUTS)
  const [states, setStates] = createSignal<Readonly<Partial<Record<QuestionId, AnswerState>>>>({})
  /** Searches done of all, of the answer that is looked for. */
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly total: number } | null>(null)
  let running: string | null = null
  /** What the answers shown were found for, so that coming back to a question does not ask again. */
  const answered = new Map<QuestionId, { readonly inputs: unknown; readonly catalog: unknown }>()

  const update = (id: QuestionId, patch: Partial<AnswerState>) =>
    setStates((all) => ({ ...all, [id]: { ...(all[id] ?? NOTHING_YET), ...patch } }))

  onCleanup(
    listen('questions.progress', ({ job, done, total }) => {
      if (job === running) setProgress({ done, total })
    }),
  )

  async function ask(job: string, asked: AskedQuestion, catalog: unknown): Promise<void> {
    const { id } = asked
    update(id, { isComputing: true, problem: null })
    setProgress(null)
    try {
      const answer = await call('questions.answer', { job, asked })
      if (job !== running) return
      answered.set(id, { inputs: asked.inputs, catalog })
      update(id, { answer, isComputing: false })
    } catch (error) {
      if (job !== running || (error instanceof CallError && error.kind === 'cancelled')) return
      update(id, { isComputing: false, problem: error instanceof Error ? error.message : String(error) })
    }
  }

  createEffect(() => {
    const catalog = listed()
    const id = chosen()
    const given = inputs()[id]
    if (!isInView()) return
    const known = answered.get(id)
    if (known?.inputs === given && known.catalog === catalog) return
    const job = crypto.randomUUID()
    running = job
    void ask(job, { id, inputs: given } as AskedQuestion, catalog)
    onCleanup(() => {
      if (running !== job) return
      running = null
      update(id, { isComputing: false })
      void call('frontier.cancel', job).catch(() => undefined)
    })
  })

  return {
    chosen,
    choose,
    inputs: <Id extends QuestionId>(id: Id): QuestionInputs<Id> => inputs()[id],
    change<Id extends QuestionId>(id: Id, patch: Partial<QuestionInputs<Id>>) {
      setInputs((all) => ({ ...all, [id]: { ...all[id], ...patch } }))
    },
    state: (): AnswerState => states()[chosen()] ?? NOTHING_YET,
    progress,
  }
}

export type Questions = ReturnType<typeof createQuestions>
