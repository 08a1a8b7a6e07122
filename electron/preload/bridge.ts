import type { IpcRenderer } from 'electron'
import type { Host } from '#shared/contract/client.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { callChannel, changedChannel } from './channels.ts'

/** All that a page sees of Electron: two functions, neither of which hands on `ipcRenderer` or an event. Checklist 20. */
export function bridge(ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>) {
  return Object.freeze({
    call: (name, input) => ipc.invoke(callChannel, name, input),
    onChanged(listener) {
      const pass = (_event: unknown, topics: readonly Topic[]) => listener(topics)
      ipc.on(changedChannel, pass)
      return () => {
        ipc.removeListener(changedChannel, pass)
      }
    },
  } satisfies Host)
}
