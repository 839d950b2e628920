import { contextBridge, ipcRenderer } from 'electron'
import { CALLS, EVENTS, type Bridge } from '../shared/contract/contract.ts'

/** Whatever a page passes, no other channel of the main process can be reached: only names of the contract are. */
const isNameIn = (list: object, name: unknown): boolean => typeof name === 'string' && Object.hasOwn(list, name)

const bridge: Bridge = {
  invoke(name, input) {
    if (isNameIn(CALLS, name)) return ipcRenderer.invoke(name, input)
    return Promise.resolve({ ok: false, kind: 'input', message: 'there is no such call' })
  },
  on(name, listener) {
    if (!isNameIn(EVENTS, name)) throw new TypeError('there is no such event')
    // The event itself stays here: it would hand out the sender.
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.off(name, forward)
    }
  },
}

contextBridge.exposeInMainWorld('paretoscope', bridge)
