import * as v from 'valibot'
import { answerSchema } from '../questions/answer.ts'
import { askedSchema } from '../questions/question-list.ts'

const job = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** Calls about questions that the engine answers. */
export const QUESTIONS_CALLS = {
  /** Answers a question; cancelled as a search is (`frontier.cancel`). */
  'questions.answer': { input: v.object({ job, asked: askedSchema }), output: answerSchema },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export const QUESTIONS_EVENTS = {
  /** Searches done, of those that an answer takes. */
  'questions.progress': v.object({ job, done: v.number(), total: v.number() }),
} as const satisfies Record<string, v.GenericSchema>
