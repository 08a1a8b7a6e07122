/**
 * Saving and opening files, behind the host's ports. A document is written to a temporary file in its target folder,
 * synced and renamed; whoever reads the folder sees the old file or the new one, never half of one.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { syncFolder } from './backup.ts'
import type { Ports, SaveKind } from './worker-protocol.ts'

export interface SavedFile {
  /** Names the file to `files.open` and `files.reveal`; no path crosses the contract. */
  readonly fileId: string
  readonly name: string
  readonly url: string | null
}
export interface Files {
  /** Asks where, writes, gives the file; null when the user thinks better of it. @throws ProblemError `targetLocked`, `diskFull`, `readOnly`. */
  save(suggestedName: string, kind: SaveKind, bytes: Uint8Array): Promise<SavedFile | null>
  /** Asks where, for a file that the caller writes itself. */
  chooseTarget(suggestedName: string, kind: SaveKind): Promise<string | null>
  /** Remembers a written file under a new file id. */
  keep(path: string): Promise<SavedFile>
  pickWorkspace(): Promise<string | null>
  /** Asks for the folder of the second place for backups. */
  pickFolder(): Promise<string | null>
  /** @throws ProblemError `fileMissing`, `unavailable`. */
  open(fileId: string): Promise<void>
  reveal(fileId: string): Promise<void>
}

/** Bytes of a name at most: every file system takes 255, and temporary names, numbers and journals add to it. */
const mostNameBytes = 180

/** A file name that every system takes: no path, no reserved characters or names, at most 120 characters and 180 bytes. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const extension = extname(cleaned).slice(0, 20)
  let stem = ''
  // Whole characters: half of one would be no name.
  for (const character of cleaned.slice(0, cleaned.length - extname(cleaned).length)) {
    const next = stem + character
    if (next.length > 120 - extension.length || Buffer.byteLength(next + extension) > mostNameBytes) break
    stem = next
  }
  stem = stem.trim() || 'Fyr'
  // Windows looks at what stands before the first dot.
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem) ? `_${stem}${extension}` : stem + extension
}

/** Files behind the host's ports: handlers get ids and names, never a path. */
export function createFiles(ports: Ports): Files {
  const saved = new Map<string, string>()
  const pathOf = (fileId: string): string => {
    const path = saved.get(fileId)
    if (!path || !existsSync(path))
      throw problem('fileMissing', 'problems.fileMissing', { file: path ? basename(path) : '' })
    return path
  }
  const keep = async (path: string): Promise<SavedFile> => {
    const fileId = randomUUID()
    saved.set(fileId, path)
    return { fileId, name: basename(path), url: await ports.downloadUrl({ path, name: basename(path) }) }
  }
  const chooseTarget = (suggestedName: string, kind: SaveKind) =>
    ports.pickSave({ suggestedName: safeFileName(suggestedName), kind })
  return {
    chooseTarget,
    keep,
    pickWorkspace: () => ports.pickOpen({ kind: 'workspace' }),
    pickFolder: () => ports.pickFolder({ purpose: 'backups' }),
    async save(suggestedName, kind, bytes) {
      const path = await chooseTarget(suggestedName, kind)
      if (path === null) return null
      await writeAtomically(path, bytes)
      return keep(path)
    },
    async open(fileId) {
      if (!(await ports.openFile({ path: pathOf(fileId) })).ok) throw problem('unavailable', 'problems.cannotOpenFile')
    },
    async reveal(fileId) {
      if (!(await ports.revealFile({ path: pathOf(fileId) })).ok)
        throw problem('unavailable', 'problems.cannotOpenFile')
    },
  }
}

const retryAfterMs = [50, 150, 400, 1000]

/**
 * Writes bytes so that the target is never half written. A target held by another program (Word, a virus scanner, OneDrive)
 * is tried again for about a second and a half.
 *
 * @throws ProblemError `targetLocked` with a free name beside it in `params.other`; file errors as they come (`ENOSPC` …).
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  rename: (from: string, to: string) => void = renameSync,
): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}.fyr-part`)
  try {
    const handle = openIn(aside)
    try {
      for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    for (let attempt = 0; ; attempt++) {
      try {
        rename(aside, path)
        break
      } catch (cause) {
        const code = (cause as NodeJS.ErrnoException).code ?? ''
        if (!['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(code)) throw cause
        const wait = retryAfterMs[attempt]
        if (wait === undefined)
          throw problem('targetLocked', 'problems.targetLocked', {
            file: basename(path),
            other: basename(freeName(path)),
          })
        await new Promise((done) => setTimeout(done, wait))
      }
    }
    syncFolder(dirname(path))
  } catch (cause) {
    rmSync(aside, { force: true })
    throw cause
  }
}

/** @throws ProblemError `targetLocked` where the folder is gone or takes no files. */
function openIn(path: string): number {
  try {
    return openSync(path, 'wx')
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'].includes((cause as NodeJS.ErrnoException).code ?? '')) {
      throw problem('targetLocked', 'problems.folderClosed', { folder: basename(dirname(path)) })
    }
    throw cause
  }
}

/** `Report.docx` → `Report (2).docx`, the first that is free. */
export function freeName(path: string): string {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  for (let number = 2; ; number++) {
    const candidate = `${stem} (${number})${extension}`
    if (!existsSync(candidate)) return candidate
  }
}

/** Removes what a killed export left in a folder. */
export function sweepLeftovers(folder: string): number {
  if (!existsSync(folder)) return 0
  const left = readdirSync(folder).filter((name) => name.startsWith('.') && name.endsWith('.fyr-part'))
  for (const name of left) rmSync(join(folder, name), { force: true })
  return left.length
}
