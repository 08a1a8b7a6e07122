/** A verified copy of the open file where the user said. It holds no call up: a large or encrypted file takes seconds to copy. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { syncFolder } from '../backup.ts'
import { type CopyFacts, type Head, headOf, sameHead, settleCopy, sync } from './copy-facts.ts'
import { copyInSteps } from './copy-in-steps.ts'
import type { Disk } from './disk.ts'
import { backupFolder } from './list.ts'
import type { Source } from './make.ts'

/** A fresh copy that is to be the user's own. */
export interface Placed {
  readonly aside: string
  readonly target: string
  /** How far the file's log went when the copy was taken. */
  readonly head: Head
}

/**
 * Copies `source` to `target`. It is copied into the folder of its backups first, where nobody waits for a slow share.
 *
 * @returns size in bytes and SHA-256 of the copy, with what it holds.
 * @throws ProblemError as `placeCopy`; SQLite and file errors as they come.
 */
export async function saveCopy(
  source: Source,
  by: { readonly home: string; readonly fileId: string; readonly target: string },
  disk: Disk,
): Promise<CopyFacts> {
  const folder = backupFolder(by.home, by.fileId)
  mkdirSync(folder, { recursive: true })
  const aside = join(folder, `.${randomUUID()}.fyr-part`)
  try {
    const head = await copyInSteps(
      source.db,
      aside,
      () => {},
      () => headOf(source.db),
    )
    return await disk({ what: 'place', aside, target: by.target, head })
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(aside + end, { force: true })
  }
}

/**
 * Checks a fresh copy, and puts it where the user said: written beside, synced, renamed over what lay there.
 *
 * @throws ProblemError `damagedFile` where the copy fails its check; `lockedFile` where the target is open or was left by a crash: its
 *   journal would be read into the copy; file errors as they come.
 */
export function placeCopy({ aside, target, head }: Placed): CopyFacts {
  if ((statSync(`${target}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw problem('lockedFile', 'problems.lockedFile', { file: basename(target) })
  }
  const facts = settleCopy(aside)
  if (!sameHead(head, facts)) throw problem('damagedFile', 'problems.backupDamaged', { detail: 'log' })
  const beside = join(dirname(target), `.${randomUUID()}.fyr-part`)
  try {
    copyFileSync(aside, beside)
    sync(beside)
    renameSync(beside, target)
  } catch (cause) {
    rmSync(beside, { force: true })
    throw cause
  }
  // The counter of the file that lay there before says nothing of this one.
  rmSync(`${target}-commits`, { force: true })
  syncFolder(dirname(target))
  return facts
}
