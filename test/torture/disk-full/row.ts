/** A full disk: what was there stays, the message says so, and work goes on once there is room. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { backupTo } from '#db/backup.ts'
import { listBackups } from '#db/backups/list.ts'
import { makeBackupNow } from '#db/backups/make.ts'
import { transact } from '#db/changes.ts'
import { checkFile } from '#db/check-file.ts'
import { classify } from '#db/classify.ts'
import { type OpenFile, openFile } from '#db/connection.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import { createStore } from '#db/store.ts'
import { found } from '#db/workspaces.ts'
import { writeWhole } from '#db/write-whole.ts'
import { type Problem, ProblemError } from '#shared/contract/problem.ts'
import { contentsOf, differing } from '../contents.ts'
import { aTortureFolder, copyPartnership, removeFolders } from '../folders.ts'
import { olderFile } from '../kill/older-file.ts'
import type { Report, Row } from '../row.ts'

const megabyte = 1024 * 1024
const kinds = ['file', 'export', 'backup', 'migration'] as const
interface Ground {
  /** A small file system of its own. */
  readonly disk: string
  readonly base: string
  readonly older: string
}
let made: Ground | null = null
let forbidden: string | null = null
let ids = 0
let ms = Date.parse('2026-09-15T08:00:00.000Z')
const by = {
  now: () => {
    ms += 1000
    return new Date(ms).toISOString()
  },
  newId: () => {
    ids += 1
    return `01900000-0000-7000-8000-${String(ids).padStart(12, '0')}`
  },
  device: '0000abcd',
}

function ground(): Ground | null {
  if (made || forbidden) return made
  const folder = aTortureFolder()
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0) {
    forbidden = `mounting is not permitted: ${String(mounted.stderr ?? mounted.error).slice(0, 100)}`
    return null
  }
  const [base, older] = [join(folder, 'base.fyr'), join(folder, 'older.fyr')]
  const file = openFile(base, { create: true })
  found(file, { name: 'Partnerskapet', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' }, by)
  file.close()
  olderFile(older)
  made = { disk, base, older }
  return made
}

/** Leaves `room` bytes on the disk, in whole pages. */
function fill(disk: string, room: number): () => void {
  const { bavail, bsize } = statfsSync(disk)
  const ballast = join(disk, 'ballast')
  writeFileSync(ballast, Buffer.alloc(Math.max(0, Math.floor((bavail * bsize - room) / bsize) * bsize), 1))
  return () => rmSync(ballast, { force: true })
}

/** What the user reads; null where the error has no words. */
function told(cause: unknown): Problem | null {
  if (!(cause instanceof ProblemError)) return classify(cause) ?? null
  // A migration that fails tells so itself; the full disk is its cause.
  return cause.problem
}
const says = (cause: unknown) => {
  const problem = told(cause)
  return problem?.code === 'diskFull' ? null : `the message is ${problem?.key ?? String(cause)}`
}

function add(file: OpenFile, size: number): string {
  const store = createStore(file.db, { now: by.now, device: by.device, counted: file.counted })
  const name = `${ids} ${'n'.repeat(60)}`
  const { stamp } = transact(store, { actor: 'Kari Berg', command: 'sectors.add' }, (write) => {
    write.insert('sectors', { id: by.newId(), nameNb: name, nameSv: name, nameEn: name, position: 30 })
    write.putBlob(Buffer.alloc(size, ids % 251))
  })
  return stamp ?? ''
}

/** Bytes that nothing names are findings of a check, rightly; here they only fill. The older file is made without its search index. */
const faultsOf = (file: OpenFile, searched = true) =>
  checkFile(file.db).filter(({ check }) => check !== 'orphans' && (searched || check !== 'search'))

/** Version and rows of a closed file, read without opening it as the application does. */
function stateOf(path: string): { version: unknown; contents: ReadonlyMap<string, string> } {
  const db = new Sqlite(path)
  try {
    return { version: db.pragma('user_version', { simple: true }), contents: contentsOf(db) }
  } finally {
    db.close()
  }
}

function fullFile(disk: string, room: number, base: string, report: Report): string | null {
  const path = join(disk, 'file.fyr')
  copyPartnership(base, path)
  const file = openFile(path)
  const acked: string[] = []
  const free = fill(disk, room)
  try {
    let failure: unknown = null
    for (let number = 0; number < 500 && failure === null; number++) {
      try {
        acked.push(add(file, 20_000))
      } catch (cause) {
        failure = cause
      }
    }
    if (failure === null) return 'the disk never got full'
    const wrong = says(failure)
    if (wrong) return wrong
    report.count('saved before the disk was full', acked.length)
    const before = contentsOf(file.db)
    free()
    acked.push(add(file, 20_000))
    const differs = differing(before, contentsOf(file.db)).filter(
      (table) => !['blobs', 'change_sets', 'changes', 'sectors'].includes(table),
    )
    if (differs.length > 0) return `${differs.join(', ')} changed`
  } finally {
    free()
    file.close()
  }
  const again = openFile(path)
  try {
    if (again.missing() > 0) return 'it is said to have lost changes'
    const has = again.db.prepare('SELECT 1 FROM change_sets WHERE stamp = ?').pluck()
    const lost = acked.filter((stamp) => has.get(stamp) === undefined)
    if (lost.length > 0) return `${lost.length} acknowledged changes are lost`
    const [first] = faultsOf(again)
    return first ? JSON.stringify(first) : null
  } finally {
    again.close()
  }
}

async function fullExport(disk: string, room: number, write: typeof writeWhole): Promise<string | null> {
  const path = join(disk, 'Rapport.docx')
  const before = Buffer.alloc(100_000, 3)
  const after = Buffer.alloc(2 * megabyte, 4)
  writeFileSync(path, before)
  const free = fill(disk, room)
  try {
    await write(path, after)
    return 'it was written to a full disk'
  } catch (cause) {
    const wrong = says(cause)
    if (wrong) return wrong
    if (!readFileSync(path).equals(before)) return 'the target is not what it was'
    const stray = readdirSync(disk).filter((name) => name.endsWith('.fyr-part'))
    if (stray.length > 0) return `left ${stray.join()} on the full disk`
  } finally {
    free()
  }
  await write(path, after)
  return readFileSync(path).equals(after) ? null : 'it could not be written once there was room'
}

function fullBackup(disk: string, room: number, base: string, beside: boolean): string | null {
  const [path, home] = [join(disk, '..', 'source.fyr'), join(disk, 'home')]
  copyPartnership(base, path)
  mkdirSync(home, { recursive: true })
  const file = openFile(path)
  try {
    for (let number = 0; number < 20; number++) add(file, 60_000)
    const target = join(disk, 'copy.fyr-backup')
    const fileId = String(file.db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get())
    const make = () =>
      beside
        ? backupTo(file.db, target)
        : makeBackupNow({ db: file.db, path }, { home, reason: 'byHand', now: by.now(), app: '1' })
    const there = () =>
      beside ? Number(existsSync(target)) : listBackups(home, { fileId }).filter(({ good }) => good).length
    const before = contentsOf(file.db)
    const free = fill(disk, room)
    try {
      make()
      return 'it was made on a full disk'
    } catch (cause) {
      const wrong = says(cause)
      if (wrong) return wrong
      if (there() > 0) return 'half a backup bears the name of one'
    } finally {
      free()
    }
    if (differing(before, contentsOf(file.db)).length > 0) return 'the file changed'
    make()
    return there() === 1 ? null : 'none could be made once there was room'
  } finally {
    file.close()
  }
}

function fullMigration(disk: string, room: number, older: string): string | null {
  const path = join(disk, 'older.fyr')
  copyFileSync(older, path)
  const before = stateOf(path)
  const free = fill(disk, room)
  try {
    openFile(path).close()
    return 'it was migrated on a full disk'
  } catch (cause) {
    const wrong = says(cause)
    if (wrong) return wrong
  } finally {
    free()
  }
  const after = stateOf(path)
  if (after.version !== before.version) return `it is at version ${String(after.version)}`
  const changed = differing(before.contents, after.contents)
  if (changed.length > 0) return `${changed.join(', ')} changed`
  const file = openFile(path)
  try {
    const [first] = faultsOf(file, false)
    return first ? JSON.stringify(first) : null
  } finally {
    file.close()
  }
}

async function cases(
  count: number,
  random: () => number,
  report: Report,
  only?: (typeof kinds)[number],
  write = writeWhole,
): Promise<void> {
  const given = ground()
  if (!given) return report.skip(forbidden ?? '')
  const { disk, base, older } = given
  for (let number = 0; number < count; number++) {
    const kind = only ?? kinds[number % kinds.length] ?? 'file'
    const share = random()
    let wrong: string | null
    try {
      if (kind === 'file') wrong = fullFile(disk, 100_000 + share * 3 * megabyte, base, report)
      else if (kind === 'export') wrong = await fullExport(disk, share * 1.9 * megabyte, write)
      else if (kind === 'backup') wrong = fullBackup(disk, share * 1.2 * megabyte, base, number % 8 > 3)
      else wrong = fullMigration(disk, share * 0.25 * megabyte, older)
    } catch (cause) {
      wrong = `threw ${cause instanceof Error ? cause.stack : String(cause)}`
    }
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true, force: true })
    report.count(kind)
    report.case(wrong === null ? null : `${kind} ${number}: ${wrong}`)
  }
}

export const row: Row = {
  name: 'disk-full',
  what: 'The disk is full while saving, exporting, backing up, migrating: 100 each, on a tmpfs of 8 MB',
  fullCount: 400,
  run: (count, random, report) => cases(count, random, report),
  controls: [
    {
      name: 'an export written straight over its target',
      kind: 'broken',
      run: (random, report) =>
        cases(5, random, report, 'export', async (path, bytes) => {
          writeFileSync(path, bytes)
        }),
    },
    {
      name: 'room enough',
      kind: 'sound',
      async run(_random, report) {
        const given = ground()
        if (!given) return report.skip(forbidden ?? '')
        const path = join(given.disk, 'older.fyr')
        copyFileSync(given.older, path)
        const file = openFile(path)
        report.case(migrate(file.db, ownMigrations()).from === ownMigrations().length ? null : 'it was not migrated')
        add(file, 1000)
        report.case(faultsOf(file, false).length === 0 ? null : JSON.stringify(faultsOf(file, false)[0]))
        file.close()
        await writeWhole(join(given.disk, 'a.docx'), Buffer.alloc(1000))
        report.case(existsSync(join(given.disk, 'a.docx')) ? null : 'not written')
      },
    },
  ],
  after() {
    if (made) spawnSync('umount', [made.disk])
    made = null
    removeFolders()
  },
}
