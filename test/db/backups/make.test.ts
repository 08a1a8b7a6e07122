import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { headOf, sha256Now } from '#db/backups/copy-facts.ts'
import { threadDisk } from '#db/backups/disk.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { makeBackup, makeBackupNow } from '#db/backups/make.ts'
import { checkFile } from '#db/check-file.ts'
import { codeOfNewFiles } from '#db/encryption/keyring.ts'
import { aHome } from './a-home.ts'

const at = '2026-09-15T09:00:00.000Z'

test('a backup is a closed, whole copy, and what stands beside it says what it holds', async () => {
  const desk = aHome()
  desk.write()
  const made = await desk.make(at)
  expect(made).toMatchObject({
    madeAt: at,
    reason: 'hourly',
    app: '1.2.3',
    sourcePath: desk.path,
    // What stands beside an encrypted file can be read by anybody.
    partnership: codeOfNewFiles() === null ? 'Partnerskapet' : '',
    good: true,
    ...headOf(desk.store.db),
  })
  expect(made.counts).toMatchObject({ partnership: 1, persons: 1, bodies: 1, sectors: desk.sectors(), visits: 0 })
  expect(sha256Now(made.path)).toBe(made.sha256)
  // Neither journal beside it, nor the WAL mode in its header: it opens on a read-only disk.
  expect(readdirSync(dirname(made.path)).sort()).toEqual([`${made.id}.fyr`, `${made.id}.json`])
  expect([...readFileSync(made.path).subarray(18, 20)]).toEqual([1, 1])
  const copy = new Sqlite(made.path, { readonly: true })
  expect(checkFile(copy)).toEqual([])
  copy.close()
  expect(desk.list()).toEqual([made])
})

test('what is written while it is made is in it', async () => {
  const desk = aHome()
  const insert = desk.store.db.prepare('INSERT INTO blobs (sha256, size, bytes) VALUES (?, 900, ?)')
  desk.store.db.transaction(() => {
    for (let row = 0; row < 8000; row++) insert.run(String(row).padStart(64, '0'), Buffer.alloc(900, row))
  })()
  let during = 0
  const making = makeBackup(
    { db: desk.store.db, path: desk.path },
    { home: desk.home, reason: 'hourly', now: at, app: '1' },
    sameThreadDisk,
    (share) => {
      if (share < 0.9 && during < 3) {
        desk.write()
        during += 1
      }
    },
  )
  const made = await making
  expect(during).toBe(3)
  expect(made).toMatchObject({ ...headOf(desk.store.db) })
  expect(made.counts.sectors).toBe(desk.sectors())
})

test('the thread does the same as the calling one', async () => {
  const desk = aHome()
  desk.write()
  const made = await makeBackup(
    { db: desk.store.db, path: desk.path },
    { home: desk.home, reason: 'byHand', now: at, app: '1' },
    threadDisk,
  )
  expect(made.good).toBe(true)
  expect(await threadDisk({ what: 'check', backup: made, now: at })).toEqual({ good: true, findings: 0 })
  const by = { home: desk.home, reason: 'byHand', now: at, app: '1' } as const
  const folder = dirname(made.path)
  const none = { aside: join(folder, 'none'), folder, firstMade: undefined, sourcePath: desk.path, by, head: made }
  await expect(threadDisk({ what: 'keep', ...none })).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' })
  writeFileSync(made.path, 'changed')
  expect(await threadDisk({ what: 'check', backup: made, now: at })).toEqual({ good: false, findings: 0 })
  expect(desk.list()).toMatchObject([{ good: false, checked: { at, good: false, findings: 0 } }])
  // Each piece of work loads the thread anew, from TypeScript here.
}, 90_000)

test('in one go for a file that is about to be migrated', () => {
  const desk = aHome()
  desk.write()
  const made = makeBackupNow(
    { db: desk.store.db, path: desk.path },
    { home: desk.home, reason: 'beforeMigration', now: at, app: '1' },
  )
  expect(made).toMatchObject({ good: true, ...headOf(desk.store.db) })
  expect(readdirSync(dirname(made.path))).toHaveLength(2)
})

test('two in the same instant get names of their own', async () => {
  const desk = aHome()
  const ids = [await desk.make(at), await desk.make(at), await desk.make(at)].map((one) => one.id)
  expect(new Set(ids).size).toBe(3)
  expect(desk.list()).toHaveLength(3)
})

test('a copy whose tables are not what its log made is thrown away, and the file is as it was', async () => {
  const desk = aHome()
  const good = await desk.make(at)
  // Row and log apart: what a lost page looks like to quick_check's eye once it is gone for good.
  desk.store.db.pragma('foreign_keys = OFF')
  desk.store.db.exec('DELETE FROM sectors')
  await expect(desk.make('2026-09-15T10:00:00.000Z')).rejects.toMatchObject({ problem: { code: 'damagedFile' } })
  expect(desk.list()).toEqual([good])
  expect(readdirSync(dirname(good.path))).toHaveLength(2)
})

test('what a killed backup left goes after an hour; what is not ours stays', async () => {
  const desk = aHome()
  const folder = dirname((await desk.make(at)).path)
  const lay = (name: string, hoursOld: number) => {
    writeFileSync(join(folder, name), 'x')
    const then = Date.now() / 1000 - hoursOld * 3600
    utimesSync(join(folder, name), then, then)
  }
  const old = [
    '.a.fyr-part',
    '.a.fyr-part-journal',
    '.a.fyr-part-wal',
    '.a.fyr-part-shm',
    '2026-01-01T00-00-00-000Z hourly.json',
    'x.json.part',
  ]
  for (const name of old) lay(name, 2)
  const kept = ['.b.fyr-part', 'notes.json', 'holiday.jpg', 'other.fyr']
  lay('.b.fyr-part', 0)
  for (const name of kept.slice(1)) lay(name, 2)
  await desk.make('2026-09-15T10:00:00.000Z')
  expect(old.filter((name) => existsSync(join(folder, name)))).toEqual([])
  expect(kept.filter((name) => existsSync(join(folder, name)))).toEqual(kept)
  rmSync(folder, { recursive: true })
})

test('a file that is closed while it is copied gives no backup and leaves nothing', async () => {
  const desk = aHome()
  const insert = desk.store.db.prepare('INSERT INTO blobs (sha256, size, bytes) VALUES (?, 900, ?)')
  desk.store.db.transaction(() => {
    for (let row = 0; row < 2000; row++) insert.run(String(row).padStart(64, '0'), Buffer.alloc(900, row))
  })()
  const making = makeBackup(
    { db: desk.store.db, path: desk.path },
    { home: desk.home, reason: 'hourly', now: at, app: '1' },
    sameThreadDisk,
    () => setImmediate(() => desk.file.close()),
  )
  await expect(making).rejects.toThrow()
  expect(desk.list()).toEqual([])
})
