/** Backups on the command line: what lies in a folder, and a file made of one. */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { sameThreadDisk } from './backups/disk-work.ts'
import { type Backup, listFolder, readBackup } from './backups/list.ts'
import { restoreCopy } from './backups/restore.ts'
import { uuidv7 } from './ids.ts'

/** Folders below the one named: home → backups → a file's own. */
const deepest = 3

/** Lists the backups in a folder and those below it: Fyr's home folder, a second place, one file's own. Gives 1 where there is none. */
export function backups(folder: string): number {
  const found = below(folder, deepest).sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1))
  for (const { madeAt, reason, size, partnership, changes, good, path } of found) {
    const state = good ? '' : '  DAMAGED'
    console.log(
      `${madeAt}  ${reason}  ${(size / 1024).toFixed(0)} KB  ${changes} changes  ${partnership}${state}\n  ${path}`,
    )
  }
  console.log(`${found.length} backups.`)
  return found.length > 0 ? 0 : 1
}

function below(folder: string, depth: number): Backup[] {
  const here = listFolder(folder)
  if (depth === 0) return here
  const folders = readdirSync(folder).map((name) => join(folder, name))
  return [
    ...here,
    ...folders
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
      .flatMap((path) => below(path, depth - 1)),
  ]
}

/** A file with an id of its own made of a backup, after every check of the backup. */
export async function restore(path: string, target: string): Promise<number> {
  const backup = readBackup(dirname(path), basename(path, '.fyr'))
  if (!backup) throw problem('notFound', 'problems.noBackupFile', { file: basename(path) })
  const now = new Date().toISOString()
  const { good } = await sameThreadDisk({ what: 'check', backup, now })
  if (!good) throw problem('damagedFile', 'problems.backupChanged')
  await restoreCopy({ backup, target, now, newId: () => uuidv7(Date.now()) }, sameThreadDisk)
  console.log(`${target} (${backup.changes} changes, as ${backup.partnership} was ${backup.madeAt})`)
  return 0
}
