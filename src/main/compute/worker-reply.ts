/** What a worker sends back for a task: exceptions keep their message and do not end the worker. */
export type WorkerReply<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly message: string }

/** Runs `work` on a task; an exception becomes a reply. */
export function replyTo<Task, Answer>(work: (task: Task) => Answer, task: Task): WorkerReply<Answer> {
  try {
    return { ok: true, answer: work(task) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** Every array buffer inside a reply, each once, for transfer in place of a copy. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) buffersOf(inner, found)
  return [...found]
}
