import type { IpcMain, WebContents } from 'electron'
import type { Host } from '#shared/contract/client.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { callChannel, changedChannel } from '../preload/channels.ts'
import { isCall } from './security/ipc-calls.ts'
import { isOurSender } from './security/ipc-sender.ts'

const refused: Reply = { ok: false, problem: { code: 'refused', key: 'problems.internal' } }

/** Carries calls from our own windows to the backend, and topics back to every window. */
export function carryCalls(
  ipc: Pick<IpcMain, 'handle'>,
  backend: Host,
  windows: () => Iterable<Pick<WebContents, 'send' | 'isDestroyed'>>,
): void {
  ipc.handle(callChannel, (event, ...given: unknown[]): Promise<Reply> | Reply => {
    if (!isOurSender(event) || !isCall(given)) return refused
    return backend.call(given[0], given[1])
  })
  backend.onChanged((topics) => {
    for (const contents of windows()) {
      if (!contents.isDestroyed()) contents.send(changedChannel, topics)
    }
  })
}
