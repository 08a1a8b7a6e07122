/** A desk at which people work for weeks, its backups made and rotated as the application does it, and what each of them held when it was made. */
import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { headOf } from '#db/backups/copy-facts.ts'
import { folderInPlace } from '#db/backups/disk-work.ts'
import { type Backup, listFolder } from '#db/backups/list.ts'
import { type Command, createCommands } from '../commands.ts'
import { contentsOf } from '../contents.ts'
import { aDesk, type Desk } from '../desk.ts'
import type { Report } from '../row.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
/** What the row itself read in the open file. */
export interface Held {
  readonly contents: ReadonlyMap<string, string>
  readonly stamps: ReadonlySet<string>
  readonly changes: number
  readonly lastHash: string | null
}
export interface Life {
  readonly desk: Desk
  /** Some commands over some time; whatever backup that made is remembered. */
  goOn(): Promise<void>
  /** What the file holds now. */
  held(): Held
  /** Whatever backups are new were made while the file held this. */
  remember(held: Held): void
  /** What a backup held when it was made. */
  heldBy(id: string): Held | undefined
  /** The backups that are listed, here or at the second place. */
  list(where: 'here' | 'place'): Promise<Backup[]>
  /** Waits for a job. Gives what it came to: `done`, or the key of its problem. */
  job(name: string, input: unknown): Promise<string>
  end(): Promise<void>
}

export async function aLife(random: () => number, report: Report): Promise<Life> {
  const desk = await aDesk({ backups: true })
  const commands = createCommands(random, structuredClone(desk.ids) as Record<string, string[]>)
  const known = new Map<string, Held>()
  let hasPlace = false
  const fileId = desk.backend.workspaces.fileId() ?? ''
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

  const order = async (command: Command) => {
    const reply = await desk.call(command.name, command.input)
    if (reply.ok) commands.learn(command, reply.value)
    report.count(reply.ok ? 'commands' : 'refused')
  }
  /** One of the commands may have begun a job: a restore waits for none, and it may still write. */
  const jobsDone = async () => {
    for (let wait = 0; desk.backend.jobRunning() && wait < 2000; wait++)
      await new Promise((done) => setTimeout(done, 5))
  }
  const self: Life = {
    desk,
    async goOn() {
      for (let burst = 1 + Math.floor(random() * 3); burst > 0; burst--) {
        for (let number = 1 + Math.floor(random() * 6); number > 0; number--) await order(commands.next())
        const erased = pick(
          desk.db().prepare('SELECT id FROM contacts WHERE deleted_at IS NULL').pluck().all() as string[],
        )
        if (random() < 0.08 && erased) {
          const reply = await desk.call('contacts.anonymise', { id: erased, andText: true })
          if (reply.ok) report.count('names erased')
        }
        await jobsDone()
        desk.later(pick([5 * minute, 40 * minute, 3 * hour, day, 3 * day, 9 * day]) ?? hour)
        // At once: the application's own minute must not find the hour first, in the middle of a command.
        await desk.backend.backups.tick()
        self.remember(self.held())
        const way = random()
        if (way < 0.2) await self.job('backups.make', {})
        else if (way < 0.4) {
          for (let number = 1 + Math.floor(random() * 3); number > 0; number--) await order(commands.next())
          await desk.backend.backups.makeIfChanged('close')
          desk.backend.workspaces.close()
          desk.backend.workspaces.open(desk.path)
        }
        self.remember(self.held())
        await jobsDone()
        if (!hasPlace && random() < 0.2) hasPlace = (await desk.call('backups.setPlace', {})).ok
      }
    },
    held() {
      const db = desk.db()
      return { ...readAll(db), ...headOf(db) }
    },
    heldBy: (id) => known.get(id),
    remember(held) {
      for (const backup of desk.backend.backups.list()) {
        if (known.has(backup.id)) continue
        known.set(backup.id, held)
        report.count(`backups ${backup.reason}`)
      }
    },
    async list(where) {
      if (where === 'here') return desk.backend.backups.list()
      if (!hasPlace) return []
      await desk.call('backups.catchUp', {})
      return listFolder(folderInPlace(desk.place, fileId))
    },
    async job(name, input) {
      const begun = await desk.call(name, input)
      if (!begun.ok) return begun.problem.key
      const { jobId } = begun.value as { jobId: string }
      for (;;) {
        const shown = await desk.call('jobs.show', { id: jobId })
        const state = (shown.ok ? shown.value : null) as { state: string; problem: { key: string } | null } | null
        if (state?.state !== 'working') return state?.problem?.key ?? state?.state ?? 'gone'
        await new Promise((wait) => setImmediate(wait))
      }
    },
    end: () => desk.close(),
  }
  self.remember(self.held())
  return self
}

/** Contents of every table, and the stamps of every change. What opening and restoring write of themselves is no content. */
export function readAll(db: Database): Pick<Held, 'contents' | 'stamps'> {
  const contents = contentsOf(db)
  const facts = db
    .prepare("SELECT key, value FROM file_facts WHERE key NOT IN ('opened', 'restored') ORDER BY key")
    .raw()
    .all()
  contents.set('file_facts', hash('sha256', JSON.stringify(facts)))
  return { contents, stamps: new Set(db.prepare('SELECT stamp FROM change_sets').pluck().all() as string[]) }
}
