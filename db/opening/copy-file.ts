import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { syncFolder } from '../backup.ts'

const attempts = 3

/**
 * Copies a file that this process does not have open, with its WAL, so that both are of one moment: what changed meanwhile is copied
 * again.
 *
 * @throws ProblemError `lockedFile` where it changes all the time, `conflict` where the target is there; file errors as they come. No
 *   half copy stays.
 */
export function copyWhole(from: string, to: string): void {
  if (existsSync(to)) throw problem('conflict', 'problems.fileExists', { file: basename(to) })
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = stateOf(from)
      for (const end of ['', '-wal']) {
        rmSync(to + end, { force: true })
        if (existsSync(from + end)) copyFileSync(from + end, to + end)
      }
      if (stateOf(from) !== before) continue
      for (const end of ['', '-wal']) if (existsSync(to + end)) sync(to + end)
      syncFolder(dirname(to))
      return
    }
    throw problem('lockedFile', 'problems.lockedFile', { file: basename(from) })
  } catch (cause) {
    for (const end of ['', '-wal']) rmSync(to + end, { force: true })
    throw cause
  }
}

/** Size and time of the last change of file and WAL. */
function stateOf(path: string): string {
  return ['', '-wal']
    .map((end) => statSync(path + end, { bigint: true, throwIfNoEntry: false }))
    .map((found) => (found ? `${found.size} ${found.mtimeNs}` : '-'))
    .join(' ')
}

function sync(path: string): void {
  // A copy of a read-only file would be read-only too; it is copied to be written.
  chmodSync(path, statSync(path).mode | 0o600)
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
