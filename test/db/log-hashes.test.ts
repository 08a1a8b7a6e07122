import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { transact } from '#db/changes.ts'
import { checkFile } from '#db/check-file.ts'
import { isSetAsWritten, setColumns } from '#db/log-hashes.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import { compareWithLog, isLinked, lastLinksHold } from '#db/replay.ts'
import { unknownActor } from '#db/salvage/new-log.ts'
import { salvageFile } from '#db/salvage/salvage.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { asEarlier } from '../torture/migration/earlier.ts'
import { aFolder, aStore, countingIds, steppingClock } from './a-store.ts'

const sets = (db: Database) =>
  db.prepare(`SELECT ${setColumns} FROM change_sets ORDER BY stamp`).all() as Parameters<typeof isSetAsWritten>[0][]

/** A file in which a change was made and undone. */
function aChanged() {
  const { store, file, newId } = aStore()
  const by = { actor: 'Kari Berg', command: 'sectors.add' }
  const { stamp } = transact(store, by, (write) => {
    write.insert('sectors', { id: newId(), nameNb: 'Fisk', nameSv: 'Fisk', nameEn: 'Fish', position: 80 })
  })
  transact(store, { ...by, command: 'changes.undo', undoes: String(stamp) }, (write) => {
    const { id } = store.db.prepare('SELECT id FROM sectors WHERE created_stamp = ?').get(stamp) as { id: string }
    write.remove('sectors', id)
  })
  return file.db
}

describe('the hash of a change set', () => {
  it.each([
    ['stamp', "stamp = '2020-01-01T00:00:00.000Z-0000-00000000'"],
    ['device', "device = 'Another'"],
    ['actor', "actor = 'Kari Borg'"],
    ['command', "command = 'sectors.remove'"],
    ['undoes taken away', 'undoes = NULL'],
    ['undoes of another', "undoes = '2020-01-01T00:00:00.000Z-0000-00000000'"],
    ['undoes emptied', "undoes = ''"],
    ['the hash itself', "hash = x''"],
    ['a hash of one byte more', "hash = CAST(hash || x'00' AS BLOB)"],
  ])('tells of another %s: at the check, beside a replay, and at the newest end', (_, set) => {
    const db = aChanged()
    expect(sets(db).every(isSetAsWritten)).toBe(true)
    expect([compareWithLog(db), lastLinksHold(db), checkFile(db)]).toEqual([[], true, []])
    db.pragma('foreign_keys = OFF')
    db.exec(`UPDATE change_sets SET ${set} WHERE undoes IS NOT NULL`)
    expect(sets(db).filter((one) => !isSetAsWritten(one))).toHaveLength(1)
    expect(compareWithLog(db)).toContainEqual(expect.objectContaining({ kind: 'set' }))
    expect(lastLinksHold(db)).toBe(false)
    expect(checkFile(db)).toContainEqual(
      expect.objectContaining({ check: 'log', detail: expect.stringContaining('setChanged') }),
    )
  })

  it('tells an empty text from nothing where the set undoes nothing, and in an entry', () => {
    const db = aChanged()
    const [first] = sets(db)
    expect(first && isSetAsWritten(first)).toBe(true)
    expect(first && isSetAsWritten({ ...first, undoes: '' })).toBe(false)
    const entry = db.prepare('SELECT * FROM changes WHERE seq = 1').get() as Parameters<typeof isLinked>[1]
    expect(isLinked(Buffer.alloc(32), entry)).toBe(true)
    expect(isLinked(Buffer.alloc(32), { ...entry, replaces: '' })).toBe(false)
  })

  it('is false for what no change set holds, and never throws', () => {
    const [first] = sets(aChanged())
    for (const field of ['stamp', 'device', 'actor', 'command', 'undoes', 'hash']) {
      for (const value of [5, undefined, Buffer.from([0xff]), Symbol('x'), {}, field === 'undoes' ? 5 : null]) {
        expect(isSetAsWritten({ ...first, [field]: value } as never), `${field} ${String(value)}`).toBe(false)
      }
    }
  })
})

describe('a file of an earlier schema', () => {
  const own = ownMigrations()
  const withHashes = 8
  let now: Database
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'fyr-hashes-'))
    const path = join(folder, 'sample.fyr')
    makeSample(path, { sample: 'robertsfors', years: 1, visitsPerYear: 8, seed: 3, today: '2026-11-15' })
    now = new Sqlite(path, { readonly: true })
    return () => {
      now.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
  const earlier = (version: number) => {
    const path = join(aFolder(), 'earlier.fyr')
    asEarlier(now, path, own.slice(0, version))
    return path
  }

  it.each(own.slice(0, withHashes - 1).map((_, at) => at + 1))(
    'gets a hash on each of its change sets: version %i',
    (version) => {
      const db = new Sqlite(earlier(version))
      onTestFinished(() => void db.close())
      const said = 'SELECT stamp, device, actor, command, undoes FROM change_sets ORDER BY stamp'
      const before = db.prepare(said).all()
      expect(before.length).toBeGreaterThan(20)
      migrate(db, own.slice(0, withHashes))
      expect(db.prepare(said).all()).toEqual(before)
      expect(sets(db).filter((one) => !isSetAsWritten(one))).toEqual([])
      migrate(db, own)
      expect([compareWithLog(db), lastLinksHold(db)]).toEqual([[], true])
    },
  )

  it('is salvaged with its authors, who had no hash; of today, one that was changed is nobody any more', () => {
    const authors = (path: string) => {
      const to = join(aFolder(), 'salvaged.fyr')
      const by = { now: steppingClock('2026-12-01T08:00:00.000Z').now, newId: countingIds() }
      salvageFile(path, to, { ...by, device: '0000beef', deviceName: 'Laptop', actor: 'Per' })
      const db = new Sqlite(to, { readonly: true })
      onTestFinished(() => void db.close())
      expect(sets(db).filter((one) => !isSetAsWritten(one))).toEqual([])
      return new Map(db.prepare('SELECT stamp, actor FROM change_sets').raw().all() as [string, string][])
    }
    const old = earlier(withHashes - 1)
    const db = new Sqlite(old)
    const was = db.prepare('SELECT stamp, actor FROM change_sets').raw().all() as [string, string][]
    db.close()
    const kept = authors(old)
    expect(was.filter(([stamp, actor]) => kept.get(stamp) !== actor)).toEqual([])

    const today = join(aFolder(), 'today.fyr')
    copyFileSync(now.name, today)
    const changed = new Sqlite(today)
    const all = changed.prepare('SELECT stamp, actor FROM change_sets').raw().all() as [string, string][]
    const stamp = changed.prepare('SELECT stamp FROM changes WHERE seq = 40').pluck().get() as string
    changed.prepare("UPDATE change_sets SET actor = 'En annen' WHERE stamp = ?").run(stamp)
    changed.close()
    const found = authors(today)
    expect(all.filter(([one, actor]) => found.get(one) !== actor).map(([one]) => one)).toEqual([stamp])
    expect(found.get(stamp)).toBe(unknownActor)
  })
})
