import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { strictSql } from '#db/generate.ts'
import { type Migration, migrate, ownMigrations, readMigrations } from '#db/migrate.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { aFolder } from './a-store.ts'

const parents: Migration = {
  number: 1,
  name: 'parents',
  sql: `CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT) STRICT;
    CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parents(id) ON DELETE CASCADE) STRICT;`,
}
function seeded() {
  const db = new Sqlite(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [parents])
  db.exec("INSERT INTO parents VALUES (1, 'a'), (2, 'b'); INSERT INTO children VALUES (1, 1), (2, 1), (3, 2)")
  return db
}
const dump = (db: Sqlite.Database) =>
  JSON.stringify(['parents', 'children'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
const next = (sql: string): Migration[] => [parents, { number: 2, name: 'next', sql }]

describe('the migration runner', () => {
  it('keeps the child rows of a table that drizzle-kit rebuilds', async () => {
    // The very SQL that drizzle-kit writes when a column turns NOT NULL: new table, copy, drop, rename.
    const before = await generateSQLiteDrizzleJson({
      parents: sqliteTable('parents', { id: integer('id').primaryKey(), name: text('name') }),
    })
    const after = await generateSQLiteDrizzleJson(
      { parents: sqliteTable('parents', { id: integer('id').primaryKey(), name: text('name').notNull() }) },
      before.id,
    )
    const statements = await generateSQLiteMigration(before, after)
    const rebuild = strictSql(statements.join('--> statement-breakpoint\n'))
    expect(rebuild).toContain('DROP TABLE `parents`')

    const ours = seeded()
    migrate(ours, next(rebuild))
    expect(ours.prepare('SELECT count(*) FROM children').pluck().get()).toBe(3)
    expect(ours.pragma('foreign_keys', { simple: true })).toBe(1)

    // Control: the same statements in a transaction with foreign keys on, as Drizzle's own migrator runs them, lose the children.
    const theirs = seeded()
    theirs.transaction(() => theirs.exec(statements.join('\n')))()
    expect(theirs.prepare('SELECT count(*) FROM children').pluck().get()).toBe(0)
  })

  it('takes back a migration that fails half way, version and all', () => {
    const db = seeded()
    const before = dump(db)
    expect(() => migrate(db, next("INSERT INTO parents VALUES (9, 'x'); SELECT nothing FROM nowhere;"))).toThrow(
      ProblemError,
    )
    expect(dump(db)).toBe(before)
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    expect(db.inTransaction).toBe(false)
  })

  it('refuses a migration that leaves rows pointing nowhere', () => {
    const db = seeded()
    const before = dump(db)
    expect(() => migrate(db, next('INSERT INTO children VALUES (9, 77);'))).toThrow(ProblemError)
    expect(dump(db)).toBe(before)
  })

  it('refuses a migration that loses rows without saying so, and takes one that says it', () => {
    const db = seeded()
    expect(() => migrate(db, next('DELETE FROM children WHERE id = 3;'))).toThrow(ProblemError)
    migrate(db, next('-- removes rows of children\nDELETE FROM children WHERE id = 3;'))
    expect(db.prepare('SELECT count(*) FROM children').pluck().get()).toBe(2)
  })

  it('refuses a database newer than the app and leaves it untouched', () => {
    const db = seeded()
    db.pragma('user_version = 7')
    const before = dump(db)
    expect(() => migrate(db, [parents])).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'newerFile' }) }),
    )
    expect(dump(db)).toBe(before)
    expect(db.pragma('user_version', { simple: true })).toBe(7)
  })

  it('makes a backup before it changes a file that holds data, and none for a new one', () => {
    const from: number[] = []
    migrate(seeded(), next('CREATE TABLE more (id INTEGER) STRICT;'), (version) => from.push(version))
    migrate(new Sqlite(':memory:'), [parents], (version) => from.push(version))
    expect(from).toEqual([1])
  })

  it('does not begin when the backup fails', () => {
    const db = seeded()
    const fail = () => {
      throw new Error('no room')
    }
    expect(() => migrate(db, next('CREATE TABLE more (id INTEGER) STRICT;'), fail)).toThrow('no room')
    expect(db.pragma('user_version', { simple: true })).toBe(1)
  })

  it('refuses a folder with a gap, a number given twice, or a badly named file', () => {
    const folder = aFolder()
    writeFileSync(join(folder, '0001_a.sql'), '')
    writeFileSync(join(folder, '0003_c.sql'), '')
    expect(() => readMigrations(folder)).toThrow('Migration 2')
    writeFileSync(join(folder, '0002_b.sql'), '')
    expect(readMigrations(folder)).toHaveLength(3)
    writeFileSync(join(folder, '0002_late.sql'), '')
    expect(() => readMigrations(folder)).toThrow('Migration 3')
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'first.sql'), '')
    expect(() => readMigrations(other)).toThrow('0001_name.sql')
  })
})

describe('the schema', () => {
  it('makes every table STRICT and every foreign key RESTRICT', () => {
    const db = new Sqlite(':memory:')
    migrate(db, ownMigrations())
    const tables = db
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'",
      )
      .all() as { name: string; strict: number }[]
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter((table) => table.strict !== 1)).toEqual([])
    for (const { name } of tables) {
      const keys = db.prepare('SELECT "from", on_delete FROM pragma_foreign_key_list(?)').all(name) as {
        on_delete: string
      }[]
      expect(keys.filter((key) => key.on_delete !== 'RESTRICT')).toEqual(
        keys.filter((key) => key.on_delete === 'NO ACTION'),
      )
    }
  })

  it('is what the Drizzle schema says: the newest snapshot differs from it in nothing', async () => {
    const schema = await import('#db/schema/index.ts')
    const folder = new URL('../../db/migrations/drizzle/meta/', import.meta.url).pathname
    const journal = JSON.parse(readFileSync(`${folder}_journal.json`, 'utf8')) as { entries: { idx: number }[] }
    const newest = `${folder}${String(journal.entries.length - 1).padStart(4, '0')}_snapshot.json`
    expect(existsSync(newest)).toBe(true)
    const snapshot = JSON.parse(readFileSync(newest, 'utf8'))
    const now = await generateSQLiteDrizzleJson({ ...schema }, snapshot.id)
    expect(await generateSQLiteMigration(snapshot, now)).toEqual([])
  })
})
