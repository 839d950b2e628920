// The entry of a compute worker as an Electron utility process (utility-compute.ts).
import { answer, type ComputeTask } from './answer.ts'
import { replyTo } from './worker-reply.ts'

// Electron transfers message ports only; array buffers are copied.
process.parentPort.on('message', ({ data }: { data: ComputeTask }) => {
  process.parentPort.postMessage(replyTo(answer, data))
})
