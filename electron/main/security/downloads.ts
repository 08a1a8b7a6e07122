import type { Session } from 'electron'

/** A page saves nothing: files are written by the worker, where the user said in a dialog of the system. */
export function refuseDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault())
}
