/** Steps that look at the file as a whole: its pages, its references, its drafts, the facts about itself, and what lies beside it. */
import type { Database } from 'better-sqlite3'
import { daysBetween } from '#shared/domain/days.ts'
import { instant } from '#shared/domain/values.ts'
import { entities } from '../entities.ts'
import { draftsHash } from '../repositories/drafts.ts'
import type { Step } from './step.ts'

/** SQLite gives up after so many: a file with more is damaged beyond doubt. */
const mostPages = 100

/** Every page, index and constraint, by SQLite itself. */
export const integrityStep: Step = {
  name: 'integrity',
  tables: [],
  *run(db, found) {
    const rows = db.pragma(`integrity_check(${mostPages})`) as { integrity_check: string }[]
    for (const { integrity_check: detail } of rows) {
      if (detail !== 'ok') found({ kind: 'damagedPages', params: { detail } })
    }
    yield 1
    return 'looked'
  },
}

/** Every reference of a row has its record. */
export const foreignKeysStep: Step = {
  name: 'foreignKeys',
  tables: [],
  *run(db, found) {
    const rows = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
    for (const { table, rowid, parent } of rows) {
      const entity = Object.values(entities).find((one) => one.table === table)
      const id = db
        .prepare(`SELECT ${entity ? 'id' : 'rowid'} FROM ${table} WHERE rowid = ?`)
        .pluck()
        .get(rowid)
      found({
        kind: 'namesMissing',
        params: { parent },
        ...(entity ? { record: { entity: entity.name, id: String(id) } } : {}),
      })
    }
    yield 1
    return 'looked'
  },
}

/** Drafts as they were last kept. A file of an earlier version that has kept none since has no hash of them. */
export const draftsStep: Step = {
  name: 'drafts',
  tables: ['drafts'],
  *run(db, found) {
    const kept = fact(db, 'drafts_hash')
    const empty = db.prepare('SELECT NOT EXISTS (SELECT 1 FROM drafts)').pluck().get() === 1
    if (kept === undefined && empty) return 'skipped'
    if (kept !== undefined && kept !== draftsHash(db)) found({ kind: 'draftsChanged' })
    yield 1
    return 'looked'
  },
}

/** What each fact must look like; `file_id` is the only one that a file can't be without. */
const factShapes: Readonly<Record<string, (value: string) => boolean>> = {
  file_id: (value) => /^[0-9a-f-]{36}$/.test(value),
  opened: isCount,
  drafts: isCount,
  drafts_hash: (value) => /^[0-9a-f]{64}$/.test(value),
  restored: isObject,
  sweep_due: (value) => value === '1',
  salvaged: isObject,
  salvage_read: (value) => value.length > 0,
  salvage_text: (value) => value.length > 0,
  index_rebuilt: (value) => instant.safeParse(value).success,
  index_rebuilding: (value) => instant.safeParse(value).success,
}

/** The facts that the file keeps about itself. None is a record's: they are checked by what they may look like. */
export const factsStep: Step = {
  name: 'facts',
  tables: ['file_facts'],
  *run(db, found) {
    const facts = new Map(db.prepare('SELECT key, value FROM file_facts').raw().all() as [string, string][])
    if (!facts.has('file_id')) found({ kind: 'factWrong', params: { key: 'file_id' } })
    for (const [key, value] of facts) {
      const shape = Object.hasOwn(factShapes, key) ? factShapes[key] : undefined
      // A key we don't know is none that this version writes; a newer version's file is not opened at all.
      if (!shape?.(String(value))) found({ kind: 'factWrong', params: { key: String(key).slice(0, 60) } })
    }
    yield 1
    return 'looked'
  },
}

/** Changes that were acknowledged and are not in the file, by the counter beside it. */
export const counterStep: Step = {
  name: 'counter',
  tables: [],
  *run(_db, found, about) {
    if (about.missing === undefined) return 'skipped'
    if (about.missing > 0) found({ kind: 'changesLost', params: { count: about.missing } })
    yield 1
    return 'looked'
  },
}

/** A day's work is what may be lost at most where the hourly backup failed: an older backup of a changed file is told. */
const oldAfterDays = 1

/** Age and state of the newest backup on this device. */
export const backupsStep: Step = {
  name: 'backups',
  tables: [],
  *run(db, found, { newestBackup, now }) {
    if (newestBackup === undefined) return 'skipped'
    const changes = (db.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0
    if (newestBackup === null) {
      if (changes > 0) found({ kind: 'noBackup' })
    } else {
      const count = daysBetween(newestBackup.madeAt.slice(0, 10), now().slice(0, 10))
      if (!newestBackup.good) found({ kind: 'backupDamaged', params: { when: newestBackup.madeAt } })
      else if (count >= oldAfterDays && newestBackup.changes < changes) found({ kind: 'backupOld', params: { count } })
    }
    yield 1
    return 'looked'
  },
}

function fact(db: Database, key: string): string | undefined {
  return db.prepare('SELECT value FROM file_facts WHERE key = ?').pluck().get(key) as string | undefined
}

function isCount(value: string): boolean {
  return /^\d{1,15}$/.test(value)
}

function isObject(value: string): boolean {
  try {
    const said: unknown = JSON.parse(value)
    return typeof said === 'object' && said !== null && 'at' in said
  } catch {
    return false
  }
}
