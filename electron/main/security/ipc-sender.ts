import type { IpcMainInvokeEvent } from 'electron'
import { isOurAddress, origin } from './our-origin.ts'

/** The little of an IPC event that tells who sent it. */
export type Sender = {
  readonly senderFrame: Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'url' | 'origin' | 'parent'> | null
}

/**
 * True when a message comes from the top frame of one of our own pages. A frame that has navigated away or is gone
 * by the time the message arrives is null, and refused. Checklist 17.
 */
export function isOurSender(event: Sender): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === origin && isOurAddress(frame.url)
}
