import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { backupCheck, backupReasons } from '#shared/contract/backups.ts'
import { instant } from '#shared/domain/values.ts'

/** What stands in the JSON file beside a backup. Written in the state that was copied; read without opening the backup. */
const sidecar = z.object({
  /** The backed-up file's own id (file fact `file_id`). */
  fileId: z.string().min(1),
  partnership: z.string(),
  /** Path of the file it was made of, on the device that made it. */
  sourcePath: z.string(),
  madeAt: instant,
  reason: z.enum(backupReasons),
  /** Bytes of the backup. */
  size: z.int().min(1),
  /** SHA-256 of the backup, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Records that are not removed, by kind. */
  counts: z.record(z.string(), z.int().min(0)),
  /** How many changes its log holds: the number of the last one. */
  changes: z.int().min(0),
  /** Stamp and chained hash of the last change; null in a file with none. */
  lastStamp: z.string().nullable(),
  lastHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** `user_version` of the file. */
  schema: z.int().min(1),
  /** Version of the program that made it. */
  app: z.string(),
  /** The newest whole check of the backup after it was made, if any. */
  checked: backupCheck.nullable(),
})
export type Sidecar = z.infer<typeof sidecar>

/** A backup as its folder shows it. */
export interface Backup extends Sidecar {
  /** Name of its files without their endings; unique in its folder. */
  readonly id: string
  /** Path of the backup itself: a closed database file in `journal_mode=DELETE`. */
  readonly path: string
  /** False where it is not as long as it was made, or a later check found it changed: never offered as the newest good one. */
  readonly good: boolean
}

const ending = '.fyr'

/** The folder of a file's backups on this device. */
export function backupFolder(home: string, fileId: string): string {
  return join(home, 'backups', folderName(fileId))
}

/** The name of a file's folder among backups. Ids come from files: one that is no plain name is never a path. */
export function folderName(fileId: string): string {
  const plain = /^[A-Za-z0-9-]{1,64}$/.test(fileId)
  return plain ? fileId : createHash('sha256').update(fileId).digest('hex').slice(0, 32)
}

/** Paths of a backup's two files. */
export function pathsOf(folder: string, id: string): { file: string; sidecar: string } {
  return { file: join(folder, id + ending), sidecar: join(folder, `${id}.json`) }
}

/** `2026-11-22T22-42-06-123Z hourly`: sorts by time, and every file system takes it. */
export function backupId(madeAt: string, reason: Sidecar['reason']): string {
  return `${madeAt.replaceAll(/[:.]/g, '-')} ${reason}`
}

/**
 * The backups on this device of one file, newest first: by its id, or by its path where it is too damaged to tell its id.
 * Reads what stands beside the backups and their sizes, opens none; whatever else lies there is passed over. Never throws.
 */
export function listBackups(home: string, of: { readonly fileId: string } | { readonly sourcePath: string }): Backup[] {
  if ('fileId' in of) return listFolder(backupFolder(home, of.fileId)).filter((one) => one.fileId === of.fileId)
  const path = settled(of.sourcePath)
  return namesIn(join(home, 'backups'))
    .flatMap((name) => listFolder(join(home, 'backups', name)))
    .filter((one) => settled(one.sourcePath) === path)
    .sort(newestFirst)
}

/** The backups in one folder, newest first; the folder of a second place has the same form. Never throws. */
export function listFolder(folder: string): Backup[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readBackup(folder, basename(name, '.json')) ?? [])
    .sort(newestFirst)
}

/** One backup of a folder; undefined where it or what stands beside it is missing or unreadable. */
export function readBackup(folder: string, id: string): Backup | undefined {
  try {
    const paths = pathsOf(folder, id)
    const known = sidecar.parse(JSON.parse(readFileSync(paths.sidecar, 'utf8')))
    const found = statSync(paths.file, { throwIfNoEntry: false })
    if (!found?.isFile()) return undefined
    return { ...known, id, path: paths.file, good: found.size === known.size && known.checked?.good !== false }
  } catch {
    return undefined
  }
}

function newestFirst(one: Backup, other: Backup): number {
  return one.madeAt < other.madeAt ? 1 : one.madeAt > other.madeAt ? -1 : one.id < other.id ? 1 : -1
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function settled(path: string): string {
  try {
    return existsSync(path) ? realpathSync(path) : resolve(path)
  } catch {
    return resolve(path)
  }
}
