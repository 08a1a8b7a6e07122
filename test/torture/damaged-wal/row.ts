/** A WAL that is cut short or flipped: SQLite opens an earlier state without a word, so the application must tell. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transact } from '#db/changes.ts'
import { openFile } from '#db/connection.ts'
import { compareWithLog } from '#db/replay.ts'
import { saveDraft } from '#db/repositories/drafts.ts'
import { createStore } from '#db/store.ts'
import { found } from '#db/workspaces.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { contentsOf, differing } from '../contents.ts'
import { aTortureFolder, copyPartnership, removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'

interface Base {
  /** A file with its WAL as a killed process leaves them. */
  readonly path: string
  readonly contents: ReadonlyMap<string, string>
  /** Hash of each entry of the log, by its number. */
  readonly chain: ReadonlyMap<number, string>
  readonly at: string
}
let made: Base | null = null

const commits = 300

function base(): Base {
  if (made) return made
  const folder = aTortureFolder()
  const [live, path] = [join(folder, 'live.fyr'), join(folder, 'base.fyr')]
  let ms = Date.parse('2026-09-15T08:00:00.000Z')
  const now = () => {
    ms += 1000
    return new Date(ms).toISOString()
  }
  let ids = 0
  const newId = () => `01900000-0000-7000-8000-${String(++ids).padStart(12, '0')}`
  const file = openFile(live, { create: true })
  found(
    file,
    { name: 'Partnerskapet', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' },
    { now, newId, device: '0000abcd' },
  )
  file.db.pragma('wal_autocheckpoint = 0')
  const store = createStore(file.db, { now, device: '0000abcd', counted: file.counted })
  for (let number = 0; number < commits; number++) {
    if (number % 3 === 2) saveDraft(store, `draft${number % 4}`, { text: `Utkast ${number} `.repeat(60) }, now())
    else {
      transact(store, { actor: 'Kari Berg', command: 'sectors.add' }, (write) => {
        const names = { nameNb: `Næring ${number}`, nameSv: `Näring ${number}`, nameEn: `Sector ${number}` }
        write.insert('sectors', { id: newId(), ...names, position: 20 + number })
      })
    }
  }
  // Somebody writes a long text, and nothing else.
  for (let number = 0; number < commits / 3; number++)
    saveDraft(store, 'minutes', { text: `Referat ${number} `.repeat(90) }, now())
  copyPartnership(live, path)
  const rows = file.db.prepare('SELECT seq, hex(hash) FROM changes').raw().all() as [number, string][]
  made = { path, contents: contentsOf(file.db), chain: new Map(rows), at: join(folder, 'case.fyr') }
  file.close()
  return made
}

/** Opens the file as the application does; gives what is wrong with what it says of itself. */
function judge({ at, contents, chain }: Base, report: Report): string | null {
  try {
    const file = openFile(at)
    try {
      if (file.db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'quick_check fails and nothing was told'
      const log = compareWithLog(file.db, 3)
      if (log.length > 0) return `log and tables differ: ${JSON.stringify(log[0])}`
      const own = file.db.prepare('SELECT seq, hex(hash) FROM changes').raw().all() as [number, string][]
      if (own.some(([seq, hash]) => chain.get(seq) !== hash)) return 'the log is no beginning of what it was'
      const changed = differing(contents, contentsOf(file.db))
      if (changed.length === 0) {
        report.count('nothing lost')
        return file.warnings.includes('wentBackwards') ? 'a false alarm' : null
      }
      report.count(`lost ${own.length < chain.size ? 'changes' : 'only drafts'}, and told`)
      return file.warnings.includes('wentBackwards')
        ? null
        : `an older state, and nothing is told: ${changed.join(', ')}`
    } finally {
      file.close()
    }
  } catch (cause) {
    if (!(cause instanceof ProblemError)) return `threw ${cause instanceof Error ? cause.stack : String(cause)}`
    report.count(`not opened, told ${cause.problem.key}`)
    return null
  }
}

function damage(path: string, cut: boolean, random: () => number): string {
  const bytes = readFileSync(path)
  const at = Math.floor(random() * bytes.length)
  if (cut) {
    writeFileSync(path, bytes.subarray(0, at))
    return `cut to ${at} of ${bytes.length}`
  }
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  writeFileSync(path, bytes)
  return `bit flipped at ${at} of ${bytes.length}`
}

function cases(count: number, random: () => number, report: Report, withCounter: boolean): void {
  const given = base()
  for (let number = 0; number < count; number++) {
    copyPartnership(given.path, given.at)
    if (!withCounter) rmSync(`${given.at}-commits`)
    const what = damage(`${given.at}-wal`, number % 2 === 0, random)
    const wrong = judge(given, report)
    report.case(wrong === null ? null : `${what}: ${wrong}`)
  }
}

export const row: Row = {
  name: 'damaged-wal',
  what: 'A WAL cut short or with a flipped bit',
  fullCount: 1000,
  ciCount: 40,
  async run(count, random, report) {
    cases(count, random, report, true)
  },
  controls: [
    {
      name: 'untouched WAL',
      kind: 'sound',
      run(_random, report) {
        const given = base()
        for (let number = 0; number < 50; number++) {
          copyPartnership(given.path, given.at)
          report.case(judge(given, report))
        }
      },
    },
    {
      name: 'no counter beside the file',
      kind: 'broken',
      run: (random, report) => cases(20, random, report, false),
    },
  ],
  after: () => {
    removeFolders()
    made = null
  },
}
