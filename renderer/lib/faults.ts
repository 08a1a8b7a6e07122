import type { Client } from '#shared/contract/client.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'

type Fault = InputOf<'app.noteFault'>

/** A program that fails over and over would fill the log with the same. */
const mostNoted = 20
let noted = 0

/** Notes a fault of the window's program in the log on this machine: its kind and places in our own code, never its message. */
export function noteFault(client: Pick<Client, 'ask'>, kind: Fault['kind'], cause: unknown): void {
  if (noted >= mostNoted) return
  noted += 1
  void client.ask('app.noteFault', faultOf(kind, cause)).catch(() => {})
}

/** What of an error may be written down: a message or a path may hold a record's text, a function's file and line can't. */
export function faultOf(kind: Fault['kind'], cause: unknown): Fault {
  const error = cause instanceof Error ? cause : null
  const name = error && /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Unknown'
  const lines = (error?.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line))
  const places = lines.flatMap((line) => /([\w.@$-]{1,80}:\d{1,7}:\d{1,7})\)?$/.exec(line)?.[1] ?? [])
  return { kind, name, places: places.slice(0, 12) }
}

/** Notes what nobody catches. The window goes on: what was being done shows its own problem, or nothing came of it. */
export function watchFaults(client: Pick<Client, 'ask'>, target: Window = window): void {
  target.addEventListener('error', ({ error }) => {
    // Without an error it is the browser's own remark, on a layout that took two rounds, say.
    if (error) noteFault(client, 'error', error)
  })
  target.addEventListener('unhandledrejection', ({ reason }) => noteFault(client, 'rejection', reason))
}
