import type { Answer, QuestionTools } from './answer.ts'
import { breakEven } from './break-even-price.ts'
import { cheapestAccelerator } from './cheapest-accelerator.ts'
import { leastGpus } from './least-gpus.ts'
import { memoryBandwidth } from './memory-bandwidth.ts'
import { modelSize } from './model-size.ts'
import { ownRentApi } from './own-rent-api.ts'
import type { QuestionId, QuestionInputs } from './question-list.ts'

const ANSWERS: { readonly [Id in QuestionId]: (inputs: QuestionInputs<Id>, tools: QuestionTools) => Promise<Answer> } =
  {
    'least-gpus': leastGpus,
    'break-even-price': breakEven,
    'cheapest-accelerator': cheapestAccelerator,
    'model-size': modelSize,
    'memory-bandwidth': memoryBandwidth,
    'own-rent-api': ownRentApi,
  }

/** Answers a question by the engine that computes comparisons. @throws InputError with the path of an input */
export const answerQuestion = <Id extends QuestionId>(
  { id, inputs }: { readonly id: Id; readonly inputs: QuestionInputs<Id> },
  tools: QuestionTools,
): Promise<Answer> => ANSWERS[id](inputs, tools)
