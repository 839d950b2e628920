// The entry of a compute worker as a thread (thread-compute.ts).
import { parentPort } from 'node:worker_threads'
import { answer, type ComputeTask } from './answer.ts'
import { buffersOf, replyTo } from './worker-reply.ts'

parentPort?.on('message', (task: ComputeTask) => {
  const reply = replyTo(answer, task)
  parentPort?.postMessage(reply, buffersOf(reply))
})
