/**
 * Saving and opening files, behind the host's ports. A document is written to a temporary file in its target folder,
 * synced and renamed (`write-whole.ts`); one that can't be saved where the user said is kept until it is (`unsaved.ts`).
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type Problem, problem } from '#shared/contract/problem.ts'
import { createAsides } from './asides.ts'
import { realDisk, type TargetDisk } from './target-disk.ts'
import { targetProblem } from './target-problem.ts'
import { createUnsaved } from './unsaved.ts'
import type { Ports, SaveKind } from './worker-protocol.ts'
import { freeNameBeside, writeWhole } from './write-whole.ts'

export interface SavedFile {
  /** Names the file to `files.open` and `files.reveal`; no path crosses the contract. */
  readonly fileId: string
  readonly name: string
  readonly url: string | null
}
/** A document that is ready to be saved. */
export interface MadeDocument {
  /** What the save dialog suggests. */
  readonly name: string
  readonly kind: SaveKind
  readonly bytes: Uint8Array
  /** One that can't be saved is not kept: it may lie nowhere but where the user said. */
  readonly secret?: true
  /** Refuses a place before anything is written there. */
  readonly mayWriteTo?: (path: string) => Promise<void> | void
  /** Called once it lies where the user said, at the first try or a later one. */
  readonly saved?: (file: SavedFile, path: string) => void
}
/** How a job follows the saving of its document. */
export interface Saving {
  /** The user has said where, and it is being written. */
  readonly writing?: () => void
  readonly signal?: AbortSignal
  /** It could not be written, and is kept under this id. */
  readonly kept?: (id: string) => void
  /** It was saved later, or let go (null). */
  readonly settled?: (file: (SavedFile & { readonly size: number }) | null) => void
}
/** A document that is kept because it could not be saved. */
export interface UnsavedShown {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly problem: Problem
}
export interface Files {
  /**
   * Asks where, writes, gives the file; null when the user thinks better of it.
   * @throws ProblemError of `targetProblem`, after the document was kept; `cancelled`; what `mayWriteTo` throws.
   */
  save(document: MadeDocument, saving?: Saving): Promise<(SavedFile & { readonly size: number }) | null>
  /** What could not be saved, oldest first. */
  unsaved(): readonly UnsavedShown[]
  /**
   * Saves what is kept: where it should have been, or `elsewhere`, asking with a free name suggested. Null when the user thinks better of it.
   * @throws ProblemError `notFound`, `fileMissing` (make it anew), `refused` while it is being saved; as `save`.
   */
  saveUnsaved(id: string, elsewhere: boolean): Promise<(SavedFile & { readonly size: number }) | null>
  letGo(id: string): Promise<void>
  letAllGo(): Promise<void>
  /** Removes what earlier runs left on the disk. Gives how many files. */
  sweep(): Promise<number>
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
/** What is kept of a document beside its bytes. */
type Kept = Omit<MadeDocument, 'bytes'> & { readonly settled?: Saving['settled'] | undefined }

interface FilesOptions {
  /** Fyr's own folder; without it what can't be saved is kept in memory, and no temporary file is noted. */
  readonly home?: string
  readonly disk?: TargetDisk
  /** Called when what is unsaved has changed. */
  readonly announce?: () => void
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
export function createFiles(ports: Ports, options: FilesOptions = {}): Files {
  const { home, disk = realDisk, announce = () => {} } = options
  const written = new Map<string, string>()
  const asides = home === undefined ? null : createAsides(home)
  const unsaved = createUnsaved<Kept>(home ?? null, announce)
  const beingSaved = new Set<string>()
  const pathOf = async (fileId: string): Promise<string> => {
    const path = written.get(fileId)
    const there = path !== undefined && (await disk.exists(path))
    if (!there) throw problem('fileMissing', 'problems.fileMissing', { file: path ? basename(path) : '' })
    return path
  }
  const keep = async (path: string): Promise<SavedFile> => {
    const fileId = randomUUID()
    written.set(fileId, path)
    return { fileId, name: basename(path), url: await ports.downloadUrl({ path, name: basename(path) }) }
  }
  const chooseTarget = (suggestedName: string, kind: SaveKind) =>
    ports.pickSave({ suggestedName: safeFileName(suggestedName), kind })
  const write = (path: string, bytes: Uint8Array, signal?: AbortSignal) =>
    writeWhole(path, bytes, { disk, signal, ...(asides ? { noteAside: asides.note } : {}) })
  const lies = async (path: string, size: number, { saved }: Kept) => {
    const file = await keep(path)
    saved?.(file, path)
    return { ...file, size }
  }

  return {
    chooseTarget,
    keep,
    pickWorkspace: () => ports.pickOpen({ kind: 'workspace' }),
    pickFolder: () => ports.pickFolder({ purpose: 'backups' }),
    async save({ bytes, ...document }, { writing, signal, kept, settled } = {}) {
      const path = await chooseTarget(document.name, document.kind)
      if (path === null) return null
      // Cancelled while the dialog stood open: the answer comes too late to write anything.
      if (signal?.aborted) throw problem('cancelled', 'problems.cancelled')
      await document.mayWriteTo?.(path)
      writing?.()
      try {
        await write(path, bytes, signal)
      } catch (cause) {
        const failed = targetProblem(cause, path, 'folder').problem
        if (failed.code !== 'cancelled' && !document.secret) {
          const id = await unsaved.keep({ ...document, settled }, bytes, { path, problem: failed })
          kept?.(id)
        }
        throw cause
      }
      return lies(path, bytes.byteLength, document)
    },
    unsaved: () => unsaved.list().map(({ id, size, path, problem }) => ({ id, name: basename(path), size, problem })),
    async saveUnsaved(id, elsewhere) {
      const { document, path: before } = unsaved.get(id)
      if (beingSaved.has(id)) throw problem('refused', 'problems.beingSaved')
      beingSaved.add(id)
      try {
        const bytes = await unsaved.bytes(id).catch((gone) => {
          document.settled?.(null)
          throw gone
        })
        const free = elsewhere ? basename(await freeNameBeside(before, disk)) : ''
        const path = elsewhere ? await chooseTarget(free, document.kind) : before
        if (path === null) return null
        // Let go, or its file closed, while the dialog stood open.
        unsaved.get(id)
        await document.mayWriteTo?.(path)
        try {
          await write(path, bytes)
        } catch (cause) {
          unsaved.failed(id, { path, problem: targetProblem(cause, path, 'folder').problem })
          throw cause
        }
        await unsaved.letGo(id)
        const file = await lies(path, bytes.byteLength, document)
        document.settled?.(file)
        return file
      } finally {
        beingSaved.delete(id)
      }
    },
    async letGo(id) {
      const { document } = unsaved.get(id)
      await unsaved.letGo(id)
      document.settled?.(null)
    },
    letAllGo: () => unsaved.clear(),
    async sweep() {
      return (await unsaved.sweep()) + (asides ? await asides.sweep() : 0)
    },
    async open(fileId) {
      if (!(await ports.openFile({ path: await pathOf(fileId) })).ok)
        throw problem('unavailable', 'problems.cannotOpenFile')
    },
    async reveal(fileId) {
      if (!(await ports.revealFile({ path: await pathOf(fileId) })).ok)
        throw problem('unavailable', 'problems.cannotOpenFile')
    },
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
