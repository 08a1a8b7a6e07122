import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { Outcome } from './lost-calls.ts'
import type { AfterDeath, LogEntry, ToWorker } from './worker-protocol.ts'

type Health = OutputOf<'app.health'>
type Told = Extract<ToWorker, { type: 'tell' }>['what']

/** What the windows are told of the program itself: that it was started again, that it is finishing. */
export interface Supervision {
  show(): Health
  /** The user has read what was to be told. */
  dismiss(): void
  /** What became of a command that a dead worker left behind. */
  met(outcome: Outcome['outcome']): void
  /** What the host has to say. */
  tell(what: Told): void
  /** Writes a fault of a window's program to the log. */
  note(fault: InputOf<'app.noteFault'>): void
}

/** `announce` is called whenever what `show` gives is another. */
export function createSupervision(options: {
  readonly afterDeath: AfterDeath | null
  readonly now: () => string
  readonly announce: () => void
  readonly log: (entry: LogEntry) => void
}): Supervision {
  const { afterDeath, now, announce, log } = options
  let health: Health = {
    restarted: afterDeath && { at: now(), done: 0, notSaved: 0, unknown: 0, job: afterDeath.job },
    windowCrashed: false,
    finishing: false,
  }
  const set = (changes: Partial<Health>) => {
    health = { ...health, ...changes }
    announce()
  }
  return {
    show: () => health,
    dismiss: () => set({ restarted: null, windowCrashed: false }),
    met(outcome) {
      const { restarted } = health
      if (!restarted || outcome === 'unread') return
      const counted = outcome === 'notSaved' || outcome === 'unknown' ? outcome : 'done'
      set({ restarted: { ...restarted, [counted]: restarted[counted] + 1 } })
    },
    tell(what) {
      if (what === 'windowCrashed') set({ windowCrashed: true })
      else if (health.finishing !== (what === 'finishing')) set({ finishing: what === 'finishing' })
    },
    note: ({ kind, name, places }) =>
      log({ level: 'error', operation: `window.${kind}`, ms: 0, message: [name, ...places].join('\n') }),
  }
}
