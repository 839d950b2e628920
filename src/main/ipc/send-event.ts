import type { WebContents } from 'electron'
import type { EventName, EventPayload } from '../../shared/contract/contract.ts'

/** Sends an event of the contract to the window; does nothing while there is none. */
export function sendEvent<N extends EventName>(
  contents: Pick<WebContents, 'send' | 'isDestroyed'> | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(name, payload)
}

/** The same, bound to whatever window there is. */
export type SendEvent = <N extends EventName>(name: N, payload: EventPayload<N>) => void
