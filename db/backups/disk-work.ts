import { randomUUID } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { makeLastingFolder, syncFolder } from '../backup.ts'
import { connect } from '../encryption/connect.ts'
import { sha256Now, sync } from './copy-facts.ts'
import type { Disk, DiskWork, ResultOf } from './disk.ts'
import { type Backup, folderName, listFolder, pathsOf, type Sidecar } from './list.ts'
import { keepCopy, sweep, writeSidecar } from './make.ts'
import { toRotate } from './rotation.ts'
import { placeCopy } from './save-copy.ts'

/** Does a piece of disk work on this thread. For the disk thread, the command line and tests. */
export async function doDiskWork<W extends DiskWork>(asked: W): Promise<ResultOf<W>> {
  const work: DiskWork = asked
  switch (work.what) {
    case 'keep':
      return keepCopy(work) as ResultOf<W>
    case 'place':
      return placeCopy(work) as ResultOf<W>
    case 'fetch':
      fetch(work.backup, work.path)
      writeFacts(work)
      return null as ResultOf<W>
    case 'check':
      return (await check(work.backup, work.now)) as ResultOf<W>
    case 'list':
      // A place that is gone must not look like one that holds nothing.
      readdirSync(work.folder)
      return listFolder(work.folder) as ResultOf<W>
    case 'catchUp':
      return catchUp(work) as ResultOf<W>
    case 'found':
      makeLastingFolder(join(work.place, placeFolder))
      return null as ResultOf<W>
    case 'remove':
      for (const backup of work.backups) removeBackup(backup)
      return null as ResultOf<W>
  }
}

/** Disk work on the calling thread. */
export const sameThreadDisk: Disk = (work) => doDiskWork(work)

/** The folder of ours in a second place. Where it is missing, the stick or share is not there: an empty mount point must not be filled. */
const placeFolder = 'Fyr backups'

/** Where a second place keeps the backups of one file: named as at home, so that they can be read by hand. */
export function folderInPlace(place: string, fileId: string): string {
  return join(place, placeFolder, folderName(fileId))
}

/** Copies a backup's bytes and makes them last. @throws ProblemError `damagedFile` where they are not those that were made. */
function fetch(backup: Backup, path: string): void {
  if (!existsSync(backup.path)) throw problem('fileMissing', 'problems.backupGone')
  try {
    copyFileSync(backup.path, path)
    sync(path)
    if (sha256Now(path) !== backup.sha256) throw problem('damagedFile', 'problems.backupChanged')
  } catch (cause) {
    rmSync(path, { force: true })
    throw cause
  }
}

/** Writes file facts in a copy, gives it its mode and makes both last. Nothing is left of a copy that takes none. */
function writeFacts({ path, facts, mode }: Extract<DiskWork, { what: 'fetch' }>): void {
  try {
    const copy = connect(path, { fileMustExist: true })
    try {
      copy.pragma('synchronous = FULL')
      const set = copy.prepare(
        'INSERT INTO file_facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      for (const [key, value] of Object.entries(facts)) set.run(key, value)
    } finally {
      copy.close()
    }
    if (mode !== null) chmodSync(path, mode)
    sync(path)
  } catch (cause) {
    for (const end of ['', '-journal']) rmSync(path + end, { force: true })
    throw cause
  }
}

async function check(backup: Backup, now: string): Promise<{ good: boolean; findings: number }> {
  let good = sha256Now(backup.path) === backup.sha256
  let findings = 0
  // A file that isn't ours byte for byte is not opened at all.
  if (good) {
    const { faultsIn } = await import('../checking/faults.ts')
    const { ownMigrations } = await import('../migrate.ts')
    const db = connect(backup.path, { readonly: true, fileMustExist: true })
    try {
      good = db.pragma('integrity_check(1)', { simple: true }) === 'ok'
      // The log of an earlier schema is replayed once its file is migrated.
      if (good && backup.schema === ownMigrations().length) findings = faultsIn(db)
    } finally {
      db.close()
    }
  }
  const { id: _id, path: _path, good: _good, ...known } = backup
  const checked: Sidecar = { ...known, checked: { at: now, good, findings } }
  try {
    writeSidecar(backup.path.replace(/\.fyr$/, '.json'), checked)
  } catch {
    // On a read-only stick or a full disk the outcome can't be noted; what was found holds all the same.
  }
  return { good, findings }
}

function catchUp(work: Extract<DiskWork, { what: 'catchUp' }>): { copied: number; list: Backup[] } {
  if (!existsSync(join(work.place, placeFolder))) throw problem('fileMissing', 'problems.placeMissing')
  const folder = folderInPlace(work.place, work.fileId)
  makeLastingFolder(folder)
  sweep(folder)
  const there = new Set(listFolder(folder).map((one) => one.id))
  const here = listFolder(work.from).filter((one) => one.good && one.fileId === work.fileId)
  const lacking = here.filter((one) => !there.has(one.id))
  // What would be rotated at once needs no copying.
  const gone = new Set(toRotate([...listFolder(folder), ...lacking], work.now).map((one) => one.id))
  let copied = 0
  for (const backup of lacking) {
    if (gone.has(backup.id)) continue
    copyTo(folder, backup)
    copied += 1
  }
  rotate(folder, work.now, work.spared)
  return { copied, list: listFolder(folder) }
}

function copyTo(folder: string, backup: Backup): void {
  const aside = join(folder, `.${randomUUID()}.fyr-part`)
  try {
    fetch(backup, aside)
    const { id, path: _path, good: _good, ...known } = backup
    const paths = pathsOf(folder, id)
    writeSidecar(paths.sidecar, known)
    renameSync(aside, paths.file)
    syncFolder(folder)
  } finally {
    rmSync(aside, { force: true })
  }
}

/** The large file first: what stands beside it alone is swept, a backup alone would stay for ever. */
function removeBackup(backup: Backup): void {
  rmSync(backup.path, { force: true })
  rmSync(backup.path.replace(/\.fyr$/, '.json'), { force: true })
}

/** Removes from a folder what its rotation lets go, but for the one of that id. */
export function rotate(folder: string, now: string, spared: string | null): void {
  for (const old of toRotate(listFolder(folder), now)) if (old.id !== spared) removeBackup(old)
}
