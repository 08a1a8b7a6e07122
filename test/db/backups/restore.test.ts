import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sha256Now } from '#db/backups/copy-facts.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import type { Backup } from '#db/backups/list.ts'
import { restoreBackup, restoreCopy, restoredOf } from '#db/backups/restore.ts'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { aHome } from './a-home.ts'

const [first, second, later] = ['2026-09-15T09:00:00.000Z', '2026-09-15T10:00:00.000Z', '2026-09-15T11:00:00.000Z']

/** The content of a file but the facts about the file itself. */
function contentOf(path: string): string {
  const db = new Sqlite(path, { readonly: true })
  try {
    return JSON.stringify(
      ['changes', 'change_sets', 'sectors', 'persons', 'partnership', 'blobs', 'drafts'].map((table) =>
        db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
      ),
    )
  } finally {
    db.close()
  }
}
const restore = (desk: ReturnType<typeof aHome>, backup: Backup, target = desk.path) =>
  restoreBackup({ home: desk.home, backup, target, now: later, app: '1.2.3' }, sameThreadDisk)
const beside = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path, '.fyr')) || name.startsWith('.'))

async function twoStates() {
  const desk = aHome()
  desk.write()
  const old = await desk.make(first)
  const lost = desk.write()
  desk.write()
  return { desk, old, lost }
}

test('the backup is the file again, the present one is kept, and the file tells that it was restored', async () => {
  const { desk, old, lost } = await twoStates()
  const content = contentOf(old.path)
  desk.file.close()
  const present = contentOf(desk.path)
  expect(await restore(desk, old)).toEqual({ damagedCopy: null })
  expect(contentOf(desk.path)).toBe(content)
  const kept = desk.list()[0]
  expect(kept).toMatchObject({ reason: 'beforeRestore', good: true })
  expect(contentOf(kept?.path ?? '')).toBe(present)
  const again = openFile(desk.path)
  expect(again.warnings).toEqual([])
  expect(restoredOf(again.db)).toEqual({ at: later, madeAt: first, reason: 'hourly' })
  expect(again.db.prepare('SELECT 1 FROM sectors WHERE id = ?').get(lost)).toBeUndefined()
  expect(checkFile(again.db)).toEqual([])
  again.close()
  // And forward again, to what was kept.
  await restore(desk, kept as Backup)
  expect(contentOf(desk.path)).toBe(present)
})

test('a WAL that a killed process left belongs to the present file and is never read into the new one', async () => {
  const { desk, old } = await twoStates()
  const [file, wal] = [readFileSync(desk.path), readFileSync(`${desk.path}-wal`)]
  desk.file.close()
  const present = contentOf(desk.path)
  writeFileSync(desk.path, file)
  writeFileSync(`${desk.path}-wal`, wal)
  await restore(desk, old)
  expect(contentOf(desk.path)).toBe(contentOf(old.path))
  expect(contentOf(desk.list()[0]?.path ?? '')).toBe(present)
  expect(beside(desk.path)).toEqual([basename(desk.path)])
})

test('a damaged present file is kept byte by byte with its WAL', async () => {
  const { desk, old } = await twoStates()
  desk.file.close()
  writeFileSync(desk.path, 'SQLite format 3\0 and then nothing that makes sense'.repeat(200))
  writeFileSync(`${desk.path}-wal`, 'torn')
  const { damagedCopy } = await restore(desk, old)
  const copy = join(dirname(desk.path), damagedCopy ?? '')
  expect(damagedCopy).toContain('damaged 2026-09-15')
  expect(readFileSync(copy, 'latin1')).toContain('nothing that makes sense')
  expect(readFileSync(`${copy}-wal`, 'latin1')).toBe('torn')
  expect(contentOf(desk.path)).toBe(contentOf(old.path))
  expect(existsSync(`${desk.path}-wal`)).toBe(false)
})

test('an empty file and a missing one are replaced too', async () => {
  const { desk, old } = await twoStates()
  desk.file.close()
  truncateSync(desk.path, 0)
  await restore(desk, old)
  expect(contentOf(desk.path)).toBe(contentOf(old.path))
  rmSync(desk.path)
  await restore(desk, old)
  expect(contentOf(desk.path)).toBe(contentOf(old.path))
})

test('a changed backup, one of a newer Fyr and one that is gone are refused, and the file stays as it was', async () => {
  const { desk, old } = await twoStates()
  desk.file.close()
  const hash = sha256Now(desk.path)
  await expect(restore(desk, { ...old, schema: 999 })).rejects.toMatchObject({ problem: { code: 'newerFile' } })
  const bytes = readFileSync(old.path)
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1
  writeFileSync(old.path, bytes)
  await expect(restore(desk, old)).rejects.toMatchObject({ problem: { code: 'damagedFile' } })
  rmSync(old.path)
  await expect(restore(desk, old)).rejects.toThrow()
  expect(sha256Now(desk.path)).toBe(hash)
  expect(beside(desk.path).filter((name) => name.startsWith('.'))).toEqual([])
})

test('a file that another process has open is not touched', async () => {
  const { desk, old } = await twoStates()
  // In this test the same process plays the other one: the lock is SQLite's own.
  await expect(restore(desk, old)).rejects.toMatchObject({ problem: { code: 'lockedFile' } })
  desk.write()
  expect(checkFile(desk.store.db)).toEqual([])
})

test('a finding that the file had already when it was backed up keeps nobody from restoring it', async () => {
  const desk = aHome()
  desk.write()
  desk.store.db.exec("INSERT INTO blobs VALUES (lower(hex(randomblob(32))), 1, x'00')")
  const old = await desk.make(first)
  desk.write()
  desk.file.close()
  expect(await sameThreadDisk({ what: 'check', backup: old, now: later })).toEqual({ good: true, findings: 1 })
  await restore(desk, old)
  expect(contentOf(desk.path)).toBe(contentOf(old.path))
})

test('as a copy it has a name and an id of its own', async () => {
  const { desk, old } = await twoStates()
  const target = desk.elsewhere('Kopi.fyr')
  await restoreCopy({ backup: old, target, now: later, newId: desk.newId }, sameThreadDisk)
  expect(contentOf(target)).toBe(contentOf(old.path))
  const [copy, own] = [openFile(target), desk.file]
  const idOf = (db: typeof copy.db) => db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get()
  expect(idOf(copy.db)).not.toBe(idOf(own.db))
  expect(restoredOf(copy.db)).toMatchObject({ madeAt: first })
  expect(copy.warnings).toEqual([])
  copy.close()
  await expect(
    restoreCopy({ backup: old, target: old.path, now: second, newId: desk.newId }, sameThreadDisk),
  ).rejects.toMatchObject({ problem: { code: 'refused' } })
})
