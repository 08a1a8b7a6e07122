/** A disk of a few megabytes, made full: what is there stays, what failed is told, and it works once there is room. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { headOf, sha256Now } from '#db/backups/copy-facts.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { type Backup, listBackups, listFolder } from '#db/backups/list.ts'
import { makeBackup, makeBackupNow } from '#db/backups/make.ts'
import { restoreBackup } from '#db/backups/restore.ts'
import { checkFile } from '#db/check-file.ts'
import { classify } from '#db/classify.ts'
import { aHome } from './a-home.ts'

const at = '2026-09-15T09:00:00.000Z'
const later = '2026-09-15T10:00:00.000Z'

/** A folder that takes so many megabytes; undefined where this user may mount none. */
function aSmallDisk(megabytes: number): { folder: string; unmount: () => void } | undefined {
  if (process.platform !== 'linux') return undefined
  const folder = mkdtempSync(join(tmpdir(), 'fyr-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    unmount() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
const probe = aSmallDisk(1)
probe?.unmount()

/** Leaves so many kilobytes free. */
function fill(folder: string, leave: number): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - leave * 1024)))
}
const empty = (folder: string) => rmSync(join(folder, 'filler'))
const left = (folder: string) =>
  readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.fyr-part'))
const full = (cause: unknown) => classify(cause)?.code === 'diskFull'

describe.skipIf(!probe)('on a full disk', () => {
  function aDisk() {
    const disk = aSmallDisk(12)
    if (!disk) throw new Error('no small disk')
    onTestFinished(disk.unmount)
    return disk.folder
  }
  const by = (home: string, now: string) => ({ home, reason: 'hourly', now, app: '1' }) as const

  test.each([4, 64, 300, 600, 900])(
    'no backup is made with %i kB free, the older stays, and the file is as it was',
    async (leave) => {
      const desk = aHome()
      const home = aDisk()
      desk.write()
      const source = { db: desk.store.db, path: desk.path }
      const old = await makeBackup(source, by(home, at), sameThreadDisk)
      // The file here is about 1.2 MB.
      expect(old.size).toBeGreaterThan(950 * 1024)
      fill(home, leave)
      desk.write()
      await expect(makeBackup(source, by(home, later), sameThreadDisk)).rejects.toSatisfy(full)
      expect(() => makeBackupNow(source, by(home, later))).toThrow()
      expect(listBackups(home, { sourcePath: desk.path })).toEqual([old])
      expect(sha256Now(old.path)).toBe(old.sha256)
      expect(left(home)).toEqual([])
      expect(checkFile(desk.store.db)).toEqual([])
      empty(home)
      expect(await makeBackup(source, by(home, later), sameThreadDisk)).toMatchObject(headOf(desk.store.db))
    },
  )

  test('a restore with no room beside the file leaves the file as it was', async () => {
    const desk = aHome()
    const disk = aDisk()
    desk.write()
    const old = await desk.make(at)
    desk.write()
    desk.file.close()
    const path = join(disk, 'a.fyr')
    copyFileSync(desk.path, path)
    const before = sha256Now(path)
    const restore = (backup: Backup) =>
      restoreBackup({ home: desk.home, backup, target: path, now: later, app: '1' }, sameThreadDisk)
    for (const leave of [0, 200, 900, 1700]) {
      fill(disk, leave)
      await expect(restore(old), `${leave} kB`).rejects.toSatisfy(full)
      expect(sha256Now(path)).toBe(before)
      expect(readdirSync(disk).sort()).toEqual(['a.fyr', 'filler'])
      empty(disk)
    }
    await restore(old)
    const db = new Sqlite(path, { readonly: true })
    expect(headOf(db)).toEqual({ changes: old.changes, lastHash: old.lastHash })
    db.close()
  })

  test('a full second place keeps what it has and is caught up later', async () => {
    const desk = aHome()
    const place = aDisk()
    const first = await desk.make(at)
    await sameThreadDisk({ what: 'found', place })
    const work = {
      what: 'catchUp',
      from: join(first.path, '..'),
      place,
      fileId: first.fileId,
      now: later,
      spared: null,
    } as const
    expect((await sameThreadDisk(work)).copied).toBe(1)
    fill(place, 300)
    desk.write()
    await desk.make(later)
    await expect(sameThreadDisk(work)).rejects.toSatisfy(full)
    expect(left(place)).toEqual([])
    empty(place)
    const caughtUp = await sameThreadDisk(work)
    expect(caughtUp.copied).toBe(1)
    expect(caughtUp.list.every((one) => one.good && sha256Now(one.path) === one.sha256)).toBe(true)
  })

  test('a backup on a disk that can only be read is restored from there', async () => {
    const desk = aHome()
    const disk = aDisk()
    desk.write()
    const made = await desk.make(at)
    desk.write()
    desk.file.close()
    const folder = join(disk, 'Fyr backups', made.fileId)
    mkdirSync(folder, { recursive: true })
    for (const end of ['.fyr', '.json']) {
      copyFileSync(made.path.replace(/\.fyr$/, end), join(folder, made.id + end))
    }
    execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'ignore' })
    const [backup] = listFolder(folder)
    if (!backup) throw new Error('no backup listed')
    await restoreBackup({ home: desk.home, backup, target: desk.path, now: later, app: '1' }, sameThreadDisk)
    const db = new Sqlite(desk.path, { readonly: true })
    expect(headOf(db)).toEqual({ changes: made.changes, lastHash: made.lastHash })
    db.close()
  })
})
