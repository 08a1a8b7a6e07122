import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transact } from '#db/changes.ts'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { entities } from '#db/entities.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import type { SalvageReport } from '#db/salvage/report.ts'
import { type SalvageBy, salvageFile } from '#db/salvage/salvage.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { aFolder, aPartner, aStore, countingIds, steppingClock } from '#test/db/a-store.ts'
import { damageFile, damages, seeded } from './damage.ts'

const by = (): SalvageBy => ({
  now: steppingClock('2026-10-01T08:00:00.000Z').now,
  newId: countingIds(),
  device: '0000beef',
  deviceName: 'Laptop',
  actor: 'Kari Berg',
})
const home = mkdtempSync(join(tmpdir(), 'fyr-'))
const sample = join(home, 'sample.fyr')
let before: Map<string, string>
beforeAll(() => {
  makeSample(sample, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 30 })
  before = contentOf(sample)
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Every record by its id; without the stamp of the last change, which a mended record has of the salvage. */
function contentOf(path: string): Map<string, string> {
  const db = new Sqlite(path, { readonly: true })
  try {
    return new Map(
      Object.values(entities).flatMap(({ table }) =>
        (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).map((row) => {
          return [String(row.id), JSON.stringify({ ...row, changed_stamp: '' })] as const
        }),
      ),
    )
  } finally {
    db.close()
  }
}
function salvaged(damage: (path: string) => void, from = sample): { report: SalvageReport; to: string; bad: string } {
  const folder = aFolder()
  const bad = join(folder, 'bad.fyr')
  const to = join(folder, 'new.fyr')
  copyFileSync(from, bad)
  damage(bad)
  const bytes = readFileSync(bad)
  const report = salvageFile(bad, to, by())
  expect(readFileSync(bad).equals(bytes)).toBe(true)
  return { report, to, bad }
}
/** Opens as any file does and passes every check. */
function expectSound(to: string, report: SalvageReport): void {
  const file = openFile(to)
  const found = checkFile(file.db).filter(({ check }) => check !== 'orphans')
  expect(found.filter(({ check }) => check !== 'blobs')).toEqual([])
  if (report.files.lost.length === 0) expect(found).toEqual([])
  expect(
    JSON.parse(String(file.db.prepare("SELECT value FROM file_facts WHERE key = 'salvaged'").pluck().get())),
  ).toEqual(report)
  file.close()
}

describe('salvaging a file that is not damaged', () => {
  it('loses nothing, keeps the history as it was, and says so', () => {
    const { report, to } = salvaged(() => {})
    expect(report).toMatchObject({
      nothingLost: true,
      brokenPages: 0,
      brokenRows: 0,
      missingChanges: 0,
      lost: [],
      unknownRows: 0,
    })
    expect(contentOf(to)).toEqual(before)
    const changes = (path: string) => {
      const db = new Sqlite(path, { readonly: true })
      const rows = db.prepare('SELECT * FROM changes ORDER BY seq').all()
      const facts = db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get()
      db.close()
      return { rows, facts }
    }
    expect(changes(to)).toEqual(changes(sample))
    expectSound(to, report)
  })
})

describe('salvaging a damaged file', () => {
  const random = seeded(20261122)
  it.each(damages)('%s: what is damaged is made good or told; nothing else differs', (kind) => {
    for (let round = 0; round < 2; round++) {
      const { report, to } = salvaged((path) => damageFile(path, kind, random))
      expectSound(to, report)
      const after = contentOf(to)
      const touched = new Set(
        [...report.lost, ...report.loosened, ...report.placeholders, ...report.maybeOlder].map(({ id }) => id),
      )
      const differing = [...before].filter(([id, row]) => after.get(id) !== row && !touched.has(id)).map(([id]) => id)
      if (kind === 'truncated') {
        // Where the pages that told of a record are gone too, only the missing changes are known.
        expect(report.missingChanges > 0 || differing.length === 0).toBe(true)
        for (const [id, row] of after) if (before.has(id) && !touched.has(id)) expect(row).toBe(before.get(id))
      } else {
        expect(differing).toEqual([])
      }
      if (report.nothingLost) expect(after).toEqual(before)
    }
  })

  it('finds every record without the first page, which names the tables', () => {
    const { report, to } = salvaged((path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xa5, 0, 4096)
      writeFileSync(path, bytes)
    })
    expect(contentOf(to)).toEqual(before)
    expect(report.lost).toEqual([])
    expectSound(to, report)
  })

  it('rebuilds the records whose table is gone from the log', () => {
    const { report, to } = salvaged((path) => zeroTable(path, 'visits'))
    expect(contentOf(to)).toEqual(before)
    expect(report.entities.visits?.rebuilt).toBeGreaterThan(10)
    expect(report.nothingLost).toBe(true)
    expectSound(to, report)
  })

  it('keeps the records whose log is gone, and says that the history is cut', () => {
    const { report, to } = salvaged((path) => zeroTable(path, 'changes'))
    expect(contentOf(to)).toEqual(before)
    expect(report).toMatchObject({ nothingLost: false, lost: [] })
    expect(report.missingChanges).toBeGreaterThan(0)
    expectSound(to, report)
  })

  it('names what is lost with table and log, and puts something in the place that others need', () => {
    const { report, to } = salvaged((path) => {
      zeroTable(path, 'companies', 1)
      zeroTable(path, 'changes')
    })
    expect(report.nothingLost).toBe(false)
    expect(report.placeholders.filter(({ entity }) => entity === 'companies').length).toBeGreaterThan(0)
    // Those that nothing pointed to are known by the index of their table.
    const { read = 0, lost = 0 } = report.entities.companies ?? {}
    expect(read + lost).toBe([...before.values()].filter((row) => row.includes('"consent_case"')).length)
    expect(report.lost.filter(({ entity }) => entity === 'companies').length).toBe(lost)
    const db = new Sqlite(to, { readonly: true })
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.prepare("SELECT count(*) FROM companies WHERE name = 'Tapt ved berging'").pluck().get()).toBe(
      report.placeholders.filter(({ entity }) => entity === 'companies').length,
    )
    db.close()
    expectSound(to, report)
  })

  it('a flipped bit in a row that no check of SQLite finds is corrected by the log', () => {
    const { report, to } = salvaged((path) => {
      const db = new Sqlite(path)
      db.prepare("UPDATE companies SET name = name || 'x' WHERE id = (SELECT min(id) FROM companies)").run()
      db.close()
    })
    expect(report.entities.companies?.corrected).toBe(1)
    expect(contentOf(to)).toEqual(before)
  })

  it('reads a file of the first schema', () => {
    const old = join(aFolder(), 'old.fyr')
    const db = new Sqlite(old)
    migrate(db, ownMigrations().slice(0, 1))
    db.prepare(
      "INSERT INTO sectors VALUES ('0197a000-0000-7000-8000-000000000001', ?, ?, NULL, 'Industri', 'Industri', 'Industry', 1)",
    ).run('2026-01-01T08:00:00.000Z-0000-0000abcd', '2026-01-01T08:00:00.000Z-0000-0000abcd')
    db.close()
    const { report, to } = salvaged(() => {}, old)
    expect(report).toMatchObject({ partnershipLost: true, nothingLost: false })
    const made = openFile(to)
    expect(made.db.prepare('SELECT name_nb FROM sectors').pluck().all()).toEqual(['Industri'])
    made.close()
  })

  it('refuses what holds nothing of Fyr’s, and a target that is there; nothing is left behind', () => {
    const folder = aFolder()
    const text = join(folder, 'text.fyr')
    writeFileSync(text, 'Kjære leser. '.repeat(2000))
    expect(() => salvageFile(text, join(folder, 'to.fyr'), by())).toThrow(/notFyrFile/)
    expect(existsSync(join(folder, 'to.fyr'))).toBe(false)
    expect(existsSync(join(folder, 'to.fyr.part'))).toBe(false)
    expect(() => salvageFile(sample, text, by())).toThrow(/conflict/)
  })
})

describe('salvaging a file whose WAL is damaged', () => {
  it('reads the changes after the damaged frame, which SQLite forgets', () => {
    const { file, store, path, newId } = aStore()
    for (let number = 0; number < 30; number++) {
      transact(store, { actor: 'a', command: 'test' }, (write) => {
        write.insert('partners', { ...aPartner(newId()), name: `Partner ${number}` })
      })
    }
    const folder = aFolder()
    const bad = join(folder, 'bad.fyr')
    for (const end of ['', '-wal', '-commits']) copyFileSync(path + end, bad + end)
    file.close()
    const wal = readFileSync(`${bad}-wal`)
    const at = 32 + 4120 * 20 + 2000
    wal[at] = (wal[at] ?? 0) ^ 4
    writeFileSync(`${bad}-wal`, wal)
    for (const end of ['', '-wal']) copyFileSync(bad + end, `${bad}.sqlite${end}`)
    const opened = new Sqlite(`${bad}.sqlite`)
    const left = opened.prepare('SELECT count(*) FROM partners').pluck().get() as number
    opened.close()
    expect(left).toBeLessThan(10)
    const to = join(folder, 'new.fyr')
    const report = salvageFile(bad, to, by())
    expect(report.brokenFrames).toBe(1)
    const db = new Sqlite(to, { readonly: true })
    expect(db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(30)
    db.close()
    expectSound(to, report)
  })

  it('tells by the counter how many changes are missing where the WAL is gone', () => {
    const { file, store, path, newId } = aStore()
    file.db.pragma('wal_checkpoint(TRUNCATE)')
    transact(store, { actor: 'a', command: 'test' }, (write) => {
      write.insert('partners', aPartner(newId()))
      write.insert('partners', aPartner(newId()))
    })
    const bad = join(aFolder(), 'bad.fyr')
    for (const end of ['', '-commits']) copyFileSync(path + end, bad + end)
    file.close()
    const report = salvageFile(bad, `${bad}.new`, by())
    expect(report).toMatchObject({ missingChanges: 2, nothingLost: false })
    truncateSync(`${bad}-commits`, 0)
    expect(salvageFile(bad, `${bad}.newer`, by())).toMatchObject({ missingChanges: 0, nothingLost: true })
  })
})

/** Overwrites the pages of a table; `but` the first ones. */
function zeroTable(path: string, table: string, but = 0): void {
  const db = new Sqlite(path, { readonly: true })
  const pages = db
    .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
    .pluck()
    .all(table) as number[]
  db.close()
  const bytes = readFileSync(path)
  for (const page of pages.slice(but)) bytes.fill(0, (page - 1) * 4096, page * 4096)
  writeFileSync(path, bytes)
}
