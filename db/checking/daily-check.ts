import type { Backups } from '../backups/backups.ts'
import type { Jobs } from '../jobs.ts'
import type { Workspaces } from '../workspaces.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** So long after a file was opened nothing is begun: the window has its own to do. */
const afterOpening = 3 * minute
/** So long must no command have come. */
const quietFor = 2 * minute
/** A backup that could not be read is tried again after this. */
const againAfter = 60 * minute

/** When commands came, and how many are under way. */
export interface Activity {
  /** Gives what is called when the command has been answered. */
  began(): () => void
  /** Milliseconds since the last command began or ended; 0 while one is under way. */
  quiet(): number
}

export function createActivity(now: () => string): Activity {
  let underWay = 0
  let last = Date.parse(now())
  return {
    began() {
      underWay += 1
      last = Date.parse(now())
      return () => {
        underWay -= 1
        last = Date.parse(now())
      }
    },
    quiet: () => (underWay > 0 ? 0 : Date.parse(now()) - last),
  }
}

/**
 * Every check of the newest backup, once a day and when nothing else is done: a backup that nobody looks at is found damaged on the day
 * that it is needed. What is found stands beside the backup and is told by `backups.state`.
 */
export function createDailyCheck(given: {
  workspaces: Pick<Workspaces, 'file'>
  backups: Pick<Backups, 'list' | 'check' | 'busy'>
  jobs: Pick<Jobs, 'running'>
  activity: Pick<Activity, 'quiet'>
  /** UTC ISO instants. */
  now: () => string
}): {
  /** Looks whether it is time. Called every minute; never throws. Resolves when a check that it began has ended: true where it began one. */
  tick(): Promise<boolean>
} {
  const { workspaces, backups, jobs, activity } = given
  const now = () => Date.parse(given.now())
  let busy = false
  let seen: { readonly path: string; readonly at: number } | null = null
  const tried = new Map<string, number>()

  return {
    async tick() {
      if (busy) return false
      const file = workspaces.file()
      if (!file) {
        seen = null
        return false
      }
      if (seen?.path !== file.path) seen = { path: file.path, at: now() }
      if (now() - seen.at < afterOpening || activity.quiet() < quietFor) return false
      if (jobs.running() || backups.busy()) return false
      busy = true
      try {
        const list = backups.list()
        const newest = list.find((one) => one.good)
        if (!newest) return false
        const last = Math.max(0, ...list.map(({ checked }) => (checked ? Date.parse(checked.at) : 0)))
        // A clock that was put back must not put the check off for as long.
        const age = now() - last
        if (age >= 0 && age < day) return false
        if (now() - (tried.get(file.path) ?? 0) < againAfter) return false
        tried.set(file.path, now())
        await backups.check(newest)
        return true
      } catch {
        // `backups.state` tells it where the backup is there and can't be read.
        return false
      } finally {
        busy = false
      }
    },
  }
}
