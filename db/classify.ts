import type { Problem } from '#shared/contract/problem.ts'

const byCode: Readonly<Record<string, Problem>> = {
  SQLITE_FULL: { code: 'diskFull', key: 'problems.diskFull' },
  ENOSPC: { code: 'diskFull', key: 'problems.diskFull' },
  EDQUOT: { code: 'diskFull', key: 'problems.diskFull' },
  SQLITE_BUSY: { code: 'lockedFile', key: 'problems.lockedFile' },
  SQLITE_LOCKED: { code: 'lockedFile', key: 'problems.lockedFile' },
  SQLITE_READONLY: { code: 'readOnly', key: 'problems.readOnly' },
  EROFS: { code: 'readOnly', key: 'problems.readOnly' },
  SQLITE_CORRUPT: { code: 'damagedFile', key: 'problems.damagedFile' },
  SQLITE_NOTADB: { code: 'notFyrFile', key: 'problems.notFyrFile' },
  SQLITE_CANTOPEN: { code: 'fileMissing', key: 'problems.fileMissing' },
  SQLITE_IOERR: { code: 'damagedFile', key: 'problems.diskFailed' },
  ENOENT: { code: 'fileMissing', key: 'problems.fileMissing' },
  EBUSY: { code: 'targetLocked', key: 'problems.targetLocked' },
  EPERM: { code: 'targetLocked', key: 'problems.targetLocked' },
  // A folder bears the name that the file should have.
  EISDIR: { code: 'targetLocked', key: 'problems.targetLocked' },
  EIO: { code: 'damagedFile', key: 'problems.diskFailed' },
  EACCES: { code: 'targetLocked', key: 'problems.targetLocked' },
  SQLITE_CONSTRAINT_UNIQUE: { code: 'conflict', key: 'problems.alreadyThere' },
  SQLITE_CONSTRAINT_FOREIGNKEY: { code: 'refused', key: 'problems.stillNamed' },
}

/** An error of SQLite or the file system as a problem; extended codes (`SQLITE_BUSY_SNAPSHOT`) fall back to their family. */
export function classify(cause: unknown): Problem | undefined {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return undefined
  const exact = byCode[cause.code]
  if (exact) return exact
  const family = cause.code.split('_').slice(0, 2).join('_')
  return family.startsWith('SQLITE_') ? byCode[family] : undefined
}
