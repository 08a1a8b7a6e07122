import type { IpcRenderer } from 'electron'
import type { Host } from '#shared/contract/client.ts'
import { isMenuCommand } from '#shared/contract/menu-commands.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { callChannel, changedChannel, menuChannel } from './channels.ts'

/** All that a page sees of Electron: three functions, none of which hands on `ipcRenderer` or an event. Checklist 20. */
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
    onMenu(listener) {
      const pass = (_event: unknown, name: unknown) => {
        if (isMenuCommand(name)) listener(name)
      }
      ipc.on(menuChannel, pass)
      return () => {
        ipc.removeListener(menuChannel, pass)
      }
    },
  } satisfies Host)
}
