import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createBackend, noPorts } from '#db/backend.ts'
import { listBackups } from '#db/backups/list.ts'
import { openFile } from '#db/connection.ts'
import { ownMigrations } from '#db/migrate.ts'
import { aFolder, aStore } from '../a-store.ts'

/** A file as the release before this one left it: its tables are this one's, only the number is lower. */
function anOlderFile(): string {
  const { file, path } = aStore()
  file.close()
  const db = new Sqlite(path)
  db.pragma(`user_version = ${ownMigrations().length - 1}`)
  db.close()
  return path
}
const opened = (home: string) =>
  createBackend({
    home,
    host: 'direct',
    version: '9',
    can: { openFiles: false, revealFiles: false },
    ports: noPorts,
    automaticBackups: false,
  })

test('a file is kept among the backups before it is migrated, or it is not migrated', async () => {
  const path = anOlderFile()
  const home = aFolder()
  const backend = opened(home)
  // The last migration finds its work done already and fails: what counts here is what was kept before it.
  try {
    backend.workspaces.open(path)
  } catch {
    // Told in test/db/migrate.test.ts.
  }
  const [kept] = listBackups(home, { sourcePath: path })
  expect(kept).toMatchObject({ reason: 'beforeMigration', schema: ownMigrations().length - 1, app: '9', good: true })
  await backend.close()
})

test('a home folder that takes none has it laid beside the file', async () => {
  const path = anOlderFile()
  const home = aFolder()
  const backend = opened(home)
  rmSync(join(home, 'backups'), { recursive: true, force: true })
  writeFileSync(join(home, 'backups'), '')
  try {
    backend.workspaces.open(path)
  } catch {
    // As above.
  }
  expect(existsSync(`${path}.before-${ownMigrations().length}.fyr-backup`)).toBe(true)
  await backend.close()
})

test('with no room for it anywhere the file is not migrated', () => {
  const path = anOlderFile()
  const before = { path: '', from: 0 }
  expect(() =>
    openFile(path, {
      beforeMigration(_db, kept, from) {
        Object.assign(before, { path: kept, from })
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
    }),
  ).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'diskFull' }) }))
  expect(before).toEqual({ path, from: ownMigrations().length - 1 })
  const db = new Sqlite(path, { readonly: true })
  expect(db.pragma('user_version', { simple: true })).toBe(ownMigrations().length - 1)
  db.close()
})
