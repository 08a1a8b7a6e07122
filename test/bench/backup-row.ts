/** A backup is worth what its check is worth: bare and peer check their copies too; a plain file copy shows the least it could cost. */
import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import Sqlite from 'better-sqlite3'
import type { Bench } from './bench.ts'
import { same } from './checks.ts'
import type { Row } from './harness.ts'

function synced(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

function visitsIn(path: string): number {
  const copy = new Sqlite(path, { readonly: true })
  const count = copy.prepare('SELECT count(*) FROM visits').pluck().get()
  copy.close()
  return Number(count)
}

export function backupRow({ call, bare, peerDb, folder, target, file }: Bench): Row {
  const [vacuumed, paged, copied] = ['vacuumed', 'paged', 'copied'].map((name) => join(folder, `${name}.fyr`)) as [
    string,
    string,
    string,
  ]
  const vacuum = bare.prepare('VACUUM INTO ?')
  const refuse = (verdict: unknown) => {
    if (verdict !== 'ok') throw new Error('a copy is damaged')
  }
  return {
    name: 'Verified backup',
    ours: () => call('workspace.backup', {}),
    beside: [
      {
        role: 'bare',
        name: 'VACUUM INTO, quick_check, fsync',
        goal: 1.5,
        work: () => {
          remove(vacuumed)
          vacuum.run(vacuumed)
          const copy = new Sqlite(vacuumed, { readonly: true })
          refuse(copy.pragma('quick_check', { simple: true }))
          copy.close()
          synced(vacuumed)
        },
      },
      {
        role: 'peer',
        name: 'node:sqlite backup(), quick_check, fsync',
        goal: null,
        work: async () => {
          remove(paged)
          await backup(peerDb, paged, { rate: 10_000 })
          const copy = new DatabaseSync(paged, { readOnly: true })
          refuse(Object.values(copy.prepare('PRAGMA quick_check').get() ?? {})[0])
          copy.close()
          synced(paged)
        },
      },
      {
        role: 'floor',
        name: 'file copy and fsync, unchecked',
        goal: 4,
        work: () => {
          remove(copied)
          copyFileSync(file, copied)
          synced(copied)
        },
      },
    ],
    // The file copied plainly lies behind its journal, so it is not asked for its rows.
    check: () => same('visits in the copy', visitsIn(target), [visitsIn(vacuumed), visitsIn(paged)]),
  }
}
