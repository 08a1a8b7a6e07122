import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { problem } from '#shared/contract/problem.ts'

/** `Fyr` and a version byte in the header's application id, so that another program's database is never taken for ours. */
export const applicationId = 0x46797201

/**
 * Size, SQLite header, application id and version, read without SQLite: a zero-byte file would open silently as an empty
 * database, and a newer file must not be touched at all.
 *
 * @returns the version of its schema.
 * @throws ProblemError `fileMissing`, `damagedFile`, `notFyrFile`, `newerFile`; errors of the file system as they come.
 */
export function checkHeader(path: string, newest: number): number {
  const file = basename(path)
  if (!existsSync(path)) throw problem('fileMissing', 'problems.fileMissing', { file })
  const handle = openSync(path, 'r')
  try {
    const size = fstatSync(handle).size
    const header = Buffer.alloc(100)
    if (size === 0) throw problem('damagedFile', 'problems.emptyFile', { file })
    readSync(handle, header, 0, 100, 0)
    if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      throw problem('notFyrFile', 'problems.notFyrFile', { file })
    if (header.readUInt32BE(68) !== applicationId) throw problem('notFyrFile', 'problems.notFyrFile', { file })
    const version = header.readUInt32BE(60)
    if (version > newest) throw problem('newerFile', 'problems.newerFile', { file: version, app: newest })
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
    // A WAL may hold newer pages than the file; only a file shorter than its own count with no WAL is surely cut off.
    if (!existsSync(`${path}-wal`) && size < pageSize * header.readUInt32BE(28)) {
      throw problem('damagedFile', 'problems.damagedFile', { file })
    }
    return version
  } finally {
    closeSync(handle)
  }
}
