import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { checkNow, mostFindings, runCheck, steps } from '#db/checking/run-check.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { type CheckFindingKind, type CheckStep, checkFindingKinds, severityOf } from '#shared/domain/file-check.ts'
import { aFolder, aStore } from '../a-store.ts'

const now = () => '2026-11-20T12:00:00.000Z'
/** A counter and a backup that say nothing wrong. */
const calm = { now, missing: 0, newestBackup: { madeAt: '2026-11-20T08:00:00.000Z', changes: 1_000_000, good: true } }

let sample: string
beforeAll(() => {
  sample = join(mkdtempSync(join(tmpdir(), 'fyr-check-')), 'ostfold.fyr')
  makeSample(sample, { sample: 'ostfold', years: 1, visitsPerYear: 5, seed: 1, today: '2026-11-15' })
})

afterAll(() => rmSync(dirname(sample), { recursive: true, force: true }))

/** A copy of the sample that SQLite lets be written to without its own rules. */
function aCopy(): Database {
  const path = join(aFolder(), 'copy.fyr')
  copyFileSync(sample, path)
  const db = new Sqlite(path)
  db.pragma('foreign_keys = OFF')
  onTestFinished(() => void db.close())
  return db
}

function found(db: Database, about = calm) {
  const report = checkNow(db, about)
  return report.steps.flatMap(({ name, findings }) => findings.map((finding) => ({ step: name, ...finding })))
}

/** What is planted, which step tells of it, and as what. Other steps may see the same damage from their side. */
const faults: readonly [CheckFindingKind, CheckStep, string][] = [
  ['namesMissing', 'foreignKeys', "UPDATE visits SET company_id = 'nobody' WHERE id = (SELECT min(id) FROM visits)"],
  ['brokenLink', 'log', `UPDATE changes SET value = value || ' ' WHERE seq = 40`],
  ['entryWithoutSet', 'log', 'DELETE FROM change_sets WHERE stamp = (SELECT stamp FROM changes WHERE seq = 40)'],
  ['setWithoutEntries', 'log', `DELETE FROM changes WHERE stamp = (SELECT max(stamp) FROM change_sets)`],
  ['setChanged', 'log', "UPDATE change_sets SET actor = 'En annen' WHERE stamp = (SELECT max(stamp) FROM change_sets)"],
  ['setChanged', 'log', 'UPDATE change_sets SET undoes = stamp WHERE stamp = (SELECT max(stamp) FROM change_sets)'],
  ['entryUnreadable', 'tables', "UPDATE changes SET value = '{\"half' WHERE seq = 40"],
  [
    'entryUnreadable',
    'tables',
    "UPDATE changes SET value = '{}' WHERE seq = (SELECT min(seq) FROM changes WHERE entity = 'visits')",
  ],
  ['entryUnknown', 'tables', "UPDATE changes SET entity = '__proto__' WHERE seq = 40"],
  ['entryUnknown', 'tables', "UPDATE changes SET field = 'shoeSize' WHERE seq = (SELECT max(seq) FROM changes)"],
  [
    'changesUnmade',
    'tables',
    `UPDATE changes SET record_id = 'nobody' WHERE seq = (SELECT max(seq) FROM changes WHERE field <> '*')`,
  ],
  ['fieldsDiffer', 'tables', "UPDATE companies SET name = 'Et annet navn' WHERE id = (SELECT min(id) FROM companies)"],
  ['onlyInTable', 'tables', "UPDATE sectors SET id = 'another' WHERE id = (SELECT max(id) FROM sectors)"],
  ['onlyInLog', 'tables', 'DELETE FROM phrases WHERE id = (SELECT min(id) FROM phrases)'],
  ['blobChanged', 'blobs', "UPDATE blobs SET bytes = x'00' WHERE sha256 = (SELECT sha256 FROM attachments LIMIT 1)"],
  ['blobMissing', 'blobs', 'DELETE FROM blobs WHERE sha256 = (SELECT sha256 FROM attachments LIMIT 1)'],
  [
    'blobOfNothing',
    'orphans',
    "INSERT INTO blobs VALUES ('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 1, x'00')",
  ],
  [
    'attachmentOfNothing',
    'orphans',
    `UPDATE attachments SET visit_id = (SELECT min(id) FROM visits), item_id = NULL, meeting_id = NULL, partner_id = NULL,
       commitment_id = NULL, delivery_id = NULL, project_id = NULL, milestone_id = NULL, plan_id = NULL
       WHERE id = (SELECT min(id) FROM attachments);
     UPDATE visits SET deleted_at = '2026-01-01T00:00:00.000Z' WHERE id = (SELECT min(id) FROM visits)`,
  ],
  ['searchMissing', 'search', "DELETE FROM search_rows WHERE entity = 'companies'"],
  ['searchLeftOver', 'search', "UPDATE search_rows SET record_id = 'nobody' WHERE row_id = 3"],
  ['searchDiffers', 'search', 'DELETE FROM search_index WHERE rowid = 3'],
  // As many words, and as many records: only at their places do they differ.
  [
    'searchDiffers',
    'search',
    `UPDATE search_rows SET record_id = CASE row_id
       WHEN (SELECT min(row_id) FROM search_rows WHERE entity = 'companies') THEN (SELECT record_id FROM search_rows WHERE row_id = (SELECT max(row_id) FROM search_rows WHERE entity = 'companies'))
       ELSE (SELECT record_id FROM search_rows WHERE row_id = (SELECT min(row_id) FROM search_rows WHERE entity = 'companies')) END
     WHERE row_id IN (SELECT min(row_id) FROM search_rows WHERE entity = 'companies' UNION SELECT max(row_id) FROM search_rows WHERE entity = 'companies')`,
  ],
  [
    'draftsChanged',
    'drafts',
    `INSERT INTO drafts VALUES ('capture', '{}', '2026-11-20T08:00:00.000Z');
     INSERT INTO file_facts VALUES ('drafts_hash', '${'0'.repeat(64)}')`,
  ],
  ['factWrong', 'facts', "DELETE FROM file_facts WHERE key = 'file_id'"],
  [
    'factWrong',
    'facts',
    "UPDATE file_facts SET value = 'many' WHERE key = 'opened'; INSERT INTO file_facts VALUES ('opened', 'x') ON CONFLICT DO NOTHING",
  ],
  ['factWrong', 'facts', "INSERT INTO file_facts VALUES ('fole_id', 'x')"],
  ['factWrong', 'facts', "INSERT INTO file_facts VALUES ('restored', '5')"],
  ['stepFailed', 'search', 'DROP TABLE search_rows'],
]

describe('a whole check', () => {
  it.each(faults)('tells of %s at %s', (kind, step, statements) => {
    const db = aCopy()
    expect(found(db)).toEqual([])
    db.exec(statements)
    expect(found(db)).toContainEqual(expect.objectContaining({ kind, step }))
  })

  it('tells of pages that SQLite finds damaged', () => {
    const db = aCopy()
    const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'visits_company'").pluck().get() as number
    const other = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'visits'").pluck().get() as number
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    db.prepare("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'visits_company'").run(other)
    expect(root).not.toBe(other)
    const path = db.name
    db.close()
    const again = new Sqlite(path)
    onTestFinished(() => void again.close())
    expect(found(again)).toContainEqual(expect.objectContaining({ kind: 'damagedPages', step: 'integrity' }))
  })

  it('tells of what the counter beside the file and its backups say', () => {
    const db = aCopy()
    const about = (rest: object) => found(db, { ...calm, ...rest }).map(({ kind, params }) => ({ kind, params }))
    expect(about({ missing: 3 })).toEqual([{ kind: 'changesLost', params: { count: 3 } }])
    expect(about({ newestBackup: null })).toEqual([{ kind: 'noBackup', params: {} }])
    const old = { madeAt: '2026-11-17T08:00:00.000Z', changes: 1, good: true }
    expect(about({ newestBackup: old })).toEqual([{ kind: 'backupOld', params: { count: 3 } }])
    // Of a file that nobody has changed since, an old backup is as good as a new one.
    expect(about({ newestBackup: { ...old, changes: 1_000_000 } })).toEqual([])
    expect(about({ newestBackup: { ...old, good: false } })).toEqual([
      { kind: 'backupDamaged', params: { when: old.madeAt } },
    ])
  })

  it('plants every kind of finding there is', () => {
    const elsewhere = ['damagedPages', 'changesLost', 'noBackup', 'backupOld', 'backupDamaged']
    const planted = new Set<string>([...faults.map(([kind]) => kind), ...elsewhere])
    expect(Object.keys(checkFindingKinds).filter((kind) => !planted.has(kind))).toEqual([])
  })

  it('finds nothing in either sample, nor in a file with nothing but its partnership', () => {
    const robertsfors = join(aFolder(), 'robertsfors.fyr')
    makeSample(robertsfors, { sample: 'robertsfors', years: 1, visitsPerYear: 5, seed: 1, today: '2026-11-15' })
    const db = new Sqlite(robertsfors, { readonly: true })
    onTestFinished(() => void db.close())
    expect(found(db)).toEqual([])
    expect(found(aStore().file.db)).toEqual([])
    const report = checkNow(aCopy(), calm)
    expect(severityOf(report)).toBeNull()
    expect(report.changes).toBeGreaterThan(100)
    expect(report.size).toBeGreaterThan(100_000)
  })

  it('names the record, as people call it, and says null where nothing readable is left', () => {
    const db = aCopy()
    db.exec("UPDATE companies SET note = 'En annen' WHERE id = (SELECT min(id) FROM companies)")
    db.exec("UPDATE sectors SET id = 'another' WHERE id = (SELECT max(id) FROM sectors)")
    const name = db.prepare('SELECT name FROM companies WHERE id = (SELECT min(id) FROM companies)').pluck().get()
    const tables = found(db).filter(({ step }) => step === 'tables')
    expect(tables).toContainEqual(
      expect.objectContaining({
        params: { fields: 'note' },
        record: expect.objectContaining({ entity: 'companies', name }),
      }),
    )
    expect(tables).toContainEqual(
      expect.objectContaining({
        kind: 'onlyInLog',
        record: expect.objectContaining({ entity: 'sectors', name: null }),
      }),
    )
  })

  it('keeps the first findings of each step, counts the others, and lets no step hide another', () => {
    const db = aCopy()
    db.exec("UPDATE changes SET hash = x'00'; UPDATE companies SET note = 'Endret'; UPDATE visits SET notes = 'Endret'")
    const report = checkNow(db, calm)
    const step = (name: CheckStep) => report.steps.find((one) => one.name === name)
    expect(step('log')?.findings).toHaveLength(mostFindings)
    expect(step('log')?.found).toBe(db.prepare('SELECT count(*) FROM changes').pluck().get())
    expect(step('tables')?.found).toBeGreaterThan(5)
    expect(step('search')?.state).toBe('found')
  })

  it('goes on after a step that ends early, and through entries that hold anything at all', () => {
    const db = aCopy()
    db.exec(`UPDATE changes SET value = '5' WHERE seq % 7 = 0; UPDATE changes SET stamp = '' WHERE seq % 11 = 0;
      UPDATE changes SET hash = x'ff' WHERE seq % 13 = 0; DROP TABLE drafts`)
    const report = checkNow(db, calm)
    expect(report.steps.map(({ name }) => name)).toEqual(steps.map(({ name }) => name))
    expect(report.steps.find(({ name }) => name === 'drafts')?.findings[0]?.kind).toBe('stepFailed')
    expect(report.steps.find(({ name }) => name === 'tables')?.findings.map(({ kind }) => kind)).not.toContain(
      'stepFailed',
    )
  })

  it('goes forward step by step, and can be stopped anywhere with nothing left open', () => {
    const db = aCopy()
    const seen: number[] = []
    for (const { at } of runCheck(db, calm)) seen.push(at)
    expect(seen.length).toBeGreaterThan(20)
    expect(seen.at(-1)).toBeGreaterThan(0.95)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    for (let stopAt = 1; stopAt < seen.length; stopAt += 7) {
      const run = runCheck(db, calm)
      for (let count = 0; count < stopAt; count += 1) run.next()
      run.return(undefined as never)
      // An iterator left open would refuse this.
      db.exec('CREATE TABLE temp.free (a); DROP TABLE temp.free')
    }
  })

  it('looks at the contents of every table that a file has', () => {
    const tables = aStore()
      .file.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[]
    const covered = new Set(steps.flatMap((step) => step.tables))
    expect(tables.filter((table) => !covered.has(table))).toEqual([])
    expect([...covered].filter((table) => !tables.includes(table))).toEqual([])
  })
})
