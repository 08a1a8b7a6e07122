import type { Database } from 'better-sqlite3'
import { addMonths, startOfYear } from '#shared/domain/days.ts'
import type { Country, Day } from '#shared/domain/values.ts'
import { transact } from '../changes.ts'
import { openFile } from '../connection.ts'
import { createStore } from '../store.ts'
import type { SampleName } from '../workspaces.ts'
import { earlierPackage } from './earlier-package.ts'
import { foundation } from './foundation.ts'
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
  }
  const people = foundation(setting)
  visiting(setting, people, companies(setting, people.sectorIds))
  earlierPackage(setting, people)
  steps.sort((a, b) => a.at - b.at)
  return write(path, source, setting.random, steps)
}

function write(path: string, source: SampleSource, random: Random, steps: readonly Step[]) {
  const file = openFile(path, { create: true })
  let now = 0
  try {
    forBulk(file.db)
    file.db.prepare("INSERT INTO file_facts (key, value) VALUES ('file_id', ?)").run(random.id(steps[0]?.at ?? 0))
    const store = createStore(file.db, {
      now: () => new Date(now).toISOString(),
      device,
      deviceName: 'Fyr',
      counted: file.counted,
    })
    store.country = source.partnership.country as Country
    const actor = (source.secretariat[0] ?? []).slice(0, 2).join(' ')
    const dayOf = (step: Step | undefined) => (step ? Math.floor(step.at / 86_400_000) : -1)
    for (let start = 0, end = 0; start < steps.length; start = end) {
      const together = steps.length > mostOwnDays ? batch : Number.POSITIVE_INFINITY
      do end += 1
      while (
        end < steps.length &&
        end - start < together &&
        (together === batch || dayOf(steps[end]) === dayOf(steps[start]))
      )
      // A batch bears the time of its last step: no change is older than what it tells.
      now = steps[end - 1]?.at ?? now
      transact(store, { actor, command: 'workspace.openSample' }, (writer) => {
        for (let index = start; index < end; index++) steps[index]?.run(writer)
      })
    }
    forUse(file.db)
    const size = (table: string) => file.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
    return { visits: size('visits'), companies: size('companies'), changes: size('changes') }
  } finally {
    file.close()
  }
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
