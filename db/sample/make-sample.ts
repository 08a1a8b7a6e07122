import type { Database } from 'better-sqlite3'
import { addMonths, startOfYear } from '#shared/domain/days.ts'
import type { Country, Day } from '#shared/domain/values.ts'
import { transact } from '../changes.ts'
import { openFile } from '../connection.ts'
import { createStore } from '../store.ts'
import type { SampleName } from '../workspaces.ts'
import { earlierPackage } from './earlier-package.ts'
import { foundation } from './foundation.ts'
import { createDesk, instantAt } from './meetings/desk.ts'
import { meetings } from './meetings/meetings.ts'
import { meetingSources } from './meetings/source.ts'
import { partnering, partnerSources } from './partnering.ts'
import { planning, strategySources } from './planning.ts'
import { projectSources, projects } from './projects.ts'
import { createRandom, type Random } from './random.ts'
import type { Setting, Step } from './setting.ts'
import { type SampleSource, sources } from './source.ts'
import { companies, visiting } from './visiting.ts'

export interface SampleOptions {
  readonly sample: SampleName
  /** The day the data ends. */
  readonly today: Day
  readonly years?: number
  /** The yearly target; about as many company visits are made, and some other talks beside them. */
  readonly visitsPerYear?: number
  readonly seed?: number
  /** Recovery code that the file is encrypted with; null or nothing for a plain one. */
  readonly code?: string | null
}
/** Most records of one transaction in a large sample; in a small one each day is its own, so that its history reads like one. */
const batch = 1000
const mostOwnDays = 3000
const device = '5a3b1e00'

/**
 * Writes a sample partnership to a new file: the same options give the same records. Everything goes through the one
 * writer, in the order in which it would have happened, so log, history and search are as in a file that people wrote.
 *
 * @throws ProblemError `conflict` where the file exists.
 */
export function makeSample(
  path: string,
  options: SampleOptions,
): { visits: number; companies: number; changes: number } {
  const { sample, today, years: count = 3, visitsPerYear = 50, seed = 1 } = options
  const source = sources[sample]
  const from = startOfYear(addMonths(today, -12 * count + 5))
  const steps: Step[] = []
  const setting: Setting = {
    source,
    random: createRandom(seed),
    today,
    from,
    years: Array.from(
      { length: Number(today.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
      (_, i) => Number(from.slice(0, 4)) + i,
    ),
    visitsPerYear,
    add: (day, time, run) => steps.push({ at: Date.parse(`${day}T${time}Z`), run }),
    act: (day, time, act, own) => steps.push({ at: instantAt(day, time), act, own: own ?? null }),
  }
  const people = foundation(setting)
  visiting(setting, people, companies(setting, people.sectorIds))
  earlierPackage(setting, people)
  // Chance of their own, drawn while they happen: companies and visits stay what they are whatever the meetings draw.
  const luck = createRandom(seed ^ 0x6d656574)
  meetings(setting, people, meetingSources[sample], luck)
  // Theirs too: what partners do changes nothing in the rest.
  partnering(setting, people, partnerSources[sample], createRandom(seed ^ 0x67697665))
  projects(setting, people, projectSources[sample], createRandom(seed ^ 0x70726f6a))
  planning(setting, people, strategySources[sample], createRandom(seed ^ 0x676f616c))
  steps.sort((a, b) => a.at - b.at)
  return write(path, options.code ?? null, { source, random: setting.random, luck, meId: people.ours[0] ?? '' }, steps)
}

interface Cast {
  readonly source: SampleSource
  readonly random: Random
  readonly luck: Random
  /** Whoever works at the desk. */
  readonly meId: string
}

function write(path: string, code: string | null, { source, random, luck, meId }: Cast, steps: readonly Step[]) {
  const file = openFile(path, { create: true, ...(code === null ? {} : { code }) })
  const clock = { now: 0 }
  try {
    forBulk(file.db)
    file.db.prepare("INSERT INTO file_facts (key, value) VALUES ('file_id', ?)").run(random.id(steps[0]?.at ?? 0))
    const store = createStore(file.db, {
      now: () => new Date(clock.now).toISOString(),
      device,
      deviceName: 'Fyr',
      counted: file.counted,
    })
    store.country = source.partnership.country as Country
    const name = (source.secretariat[0] ?? []).slice(0, 2).join(' ')
    const deskWith = (chance: Random) => createDesk(store, clock, chance, { personId: meId, name })
    const desk = deskWith(luck)
    const together = steps.length > mostOwnDays ? batch : Number.POSITIVE_INFINITY
    for (let start = 0, end = 0; start < steps.length; start = end) {
      end = endOfBatch(steps, start, together)
      const now = steps.slice(start, end)
      // A batch bears the time of its last step: no change is older than what it tells.
      clock.now = Math.max(clock.now, now.at(-1)?.at ?? 0)
      const [first] = now
      if (first && 'act' in first) {
        // One commit for all that is done at one sitting; each operation within is still a change with a stamp of its own.
        file.db.exec('BEGIN IMMEDIATE')
        first.act(first.own ? deskWith(first.own) : desk)
        file.db.exec('COMMIT')
        continue
      }
      transact(store, { actor: name, command: 'workspace.openSample' }, (writer) => {
        for (const step of now) if ('run' in step) step.run(writer)
      })
    }
    forUse(file.db)
    const size = (table: string) => file.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
    return { visits: size('visits'), companies: size('companies'), changes: size('changes') }
  } finally {
    file.close()
  }
}

/** Index after the steps that make one change with the first: those of its day in a small sample, many in a large one. Work at the desk stands alone. */
function endOfBatch(steps: readonly Step[], start: number, together: number): number {
  const dayOf = (step: Step | undefined) => (step ? Math.floor(step.at / 86_400_000) : -1)
  let end = start + 1
  if (steps[start] && 'act' in steps[start]) return end
  const fits = (step: Step) =>
    'run' in step && end - start < together && (together === batch || dayOf(step) === dayOf(steps[start]))
  for (let next = steps[end]; next && fits(next); next = steps[end]) end += 1
  return end
}

/** A file that is only just being made need not survive a power cut: it is synced once, when it is whole. */
function forBulk(db: Database): void {
  db.pragma('synchronous = OFF')
  db.pragma('wal_autocheckpoint = 40000')
  db.pragma('cache_size = -256000')
  db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 33554432)").run()
}

function forUse(db: Database): void {
  db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 1048576)").run()
  db.pragma('synchronous = FULL')
  db.pragma('wal_checkpoint(TRUNCATE)')
}
