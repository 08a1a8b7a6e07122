import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupFolder, backupId, listBackups, pathsOf, type Sidecar } from '#db/backups/list.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fyr-backups-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function lay(madeAt: string, changes: Partial<Sidecar> = {}): string {
  const known: Sidecar = {
    fileId: 'file-1',
    partnership: 'Østfold',
    sourcePath: join(home, 'a.fyr'),
    madeAt,
    reason: 'hourly',
    size: 10,
    sha256: 'a'.repeat(64),
    counts: { companies: 3 },
    changes: 7,
    lastStamp: null,
    lastHash: null,
    schema: 6,
    app: '1.0.0',
    checked: null,
    ...changes,
  }
  const folder = backupFolder(home, known.fileId)
  mkdirSync(folder, { recursive: true })
  const id = backupId(madeAt, known.reason)
  const paths = pathsOf(folder, id)
  writeFileSync(paths.file, 'x'.repeat(10))
  writeFileSync(paths.sidecar, JSON.stringify(known))
  return id
}

test('lists a file’s backups newest first, by its id and by its path', () => {
  const early = lay('2026-11-01T10:00:00.000Z')
  const late = lay('2026-11-02T10:00:00.000Z', { reason: 'close' })
  lay('2026-11-03T10:00:00.000Z', { fileId: 'file-2', sourcePath: join(home, 'b.fyr') })
  expect(listBackups(home, { fileId: 'file-1' }).map((one) => one.id)).toEqual([late, early])
  expect(listBackups(home, { sourcePath: join(home, 'a.fyr') }).map((one) => one.id)).toEqual([late, early])
  expect(listBackups(home, { sourcePath: join(home, 'b.fyr') })).toHaveLength(1)
  expect(listBackups(home, { sourcePath: join(home, 'c.fyr') })).toEqual([])
})

test('a path that is a link finds the backups of what it leads to', () => {
  lay('2026-11-01T10:00:00.000Z')
  writeFileSync(join(home, 'a.fyr'), '')
  symlinkSync(join(home, 'a.fyr'), join(home, 'link.fyr'))
  expect(listBackups(home, { sourcePath: join(home, 'link.fyr') })).toHaveLength(1)
})

test('rubbish is passed over and never thrown at', () => {
  const kept = lay('2026-11-01T10:00:00.000Z')
  const folder = backupFolder(home, 'file-1')
  writeFileSync(join(folder, 'note.json'), '{"half":')
  writeFileSync(join(folder, 'other.json'), '{"madeAt": 3}')
  writeFileSync(join(folder, 'picture.fyr'), 'no sidecar')
  mkdirSync(join(folder, 'folder.json'))
  writeFileSync(join(home, 'backups', 'a-file'), '')
  const alone = pathsOf(folder, lay('2026-11-05T10:00:00.000Z'))
  rmSync(alone.file)
  expect(listBackups(home, { fileId: 'file-1' }).map((one) => one.id)).toEqual([kept])
  expect(listBackups(home, { sourcePath: join(home, 'a.fyr') }).map((one) => one.id)).toEqual([kept])
  expect(listBackups(join(home, 'nowhere'), { fileId: 'file-1' })).toEqual([])
  expect(listBackups(home, { fileId: '../../etc' })).toEqual([])
})

test('one that was cut off, or that a check found changed, is listed as no good one', () => {
  const cut = pathsOf(backupFolder(home, 'file-1'), lay('2026-11-01T10:00:00.000Z'))
  truncateSync(cut.file, 9)
  lay('2026-11-02T10:00:00.000Z', { checked: { at: '2026-11-03T10:00:00.000Z', good: false, findings: 0 } })
  lay('2026-11-03T10:00:00.000Z', { checked: { at: '2026-11-03T11:00:00.000Z', good: true, findings: 2 } })
  expect(listBackups(home, { fileId: 'file-1' }).map((one) => one.good)).toEqual([true, false, false])
})
