/** A file of the first release of the schema, with rows and the log that its writer wrote. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { transact } from '#db/changes.ts'
import { openFile } from '#db/connection.ts'
import { chain } from '#db/log-hashes.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import { createStore } from '#db/store.ts'
import { found } from '#db/workspaces.ts'
import { tablesOf } from '../contents.ts'

const visits = 40
const columnsOf = (db: Database, table: string) =>
  db.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(table) as string[]
const camel = (column: string) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const tableOf = (entity: string) => entity.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Makes it at `path`; gives how many rows each of its tables has. */
export function olderFile(path: string): ReadonlyMap<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-torture-old-'))
  const file = openFile(join(folder, 'now.fyr'), { create: true })
  try {
    let ms = Date.parse('2026-09-15T08:00:00.000Z')
    let ids = 0
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
    found(file, { name: 'Partnerskapet', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' }, by)
    const store = createStore(file.db, { now: by.now, device: by.device, counted: file.counted })
    for (let number = 0; number < visits; number++) {
      transact(store, { actor: 'Kari Berg', command: 'sectors.add' }, (write) => {
        const names = { nameNb: `Næring ${number}`, nameSv: `Näring ${number}`, nameEn: `Sector ${number}` }
        write.insert('sectors', { id: by.newId(), ...names, position: 20 + number })
        write.putBlob(Buffer.alloc(3000, number))
      })
    }
    return asFirstRelease(file.db, path)
  } finally {
    file.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Logged {
  readonly stamp: string
  readonly entity: string
  readonly record_id: string
  readonly field: string
  readonly value: string
  readonly replaces: string | null
}

function asFirstRelease(now: Database, path: string): ReadonlyMap<string, number> {
  const then = new Sqlite(path)
  try {
    migrate(then, ownMigrations().slice(0, 1))
    then.pragma(`application_id = ${now.pragma('application_id', { simple: true }) as number}`)
    then.pragma('foreign_keys = OFF')
    const tables = tablesOf(then)
    for (const table of tables.filter((name) => name !== 'changes')) {
      const columns = columnsOf(then, table)
      const insert = then.prepare(
        `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      const rows = now
        .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
        .raw()
        .all()
      for (const row of rows) insert.run(row as unknown[])
    }
    const log = then.prepare(
      'INSERT INTO changes (stamp, entity, record_id, field, value, replaces, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    let before: Buffer = Buffer.alloc(32)
    for (const entry of now.prepare('SELECT * FROM changes ORDER BY seq').all() as Logged[]) {
      const known = new Set(columnsOf(then, tableOf(entry.entity)).map(camel))
      const fields = Object.entries(JSON.parse(entry.value) as Record<string, unknown>)
      const value = JSON.stringify(Object.fromEntries(fields.filter(([field]) => known.has(field))))
      before = chain(before, entry.stamp, entry.entity, entry.record_id, entry.field, value, entry.replaces)
      log.run(entry.stamp, entry.entity, entry.record_id, entry.field, value, entry.replaces, before)
    }
    // What is derived is not compared: search rows are built anew.
    const counted = tables.filter((name) => name !== 'file_facts')
    return new Map(
      counted.map((table) => [table, then.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
    )
  } finally {
    then.close()
  }
}
