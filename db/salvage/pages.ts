/** The pages of a damaged database file, read without SQLite: what of them is whole stays readable whatever else is not. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { keyOf } from '../encryption/key.ts'
import { codeOf } from '../encryption/keyring.ts'
import { decryptPage, isEncryptedHeader, reservedBytes } from '../encryption/pages.ts'
import { readWal, type Wal } from './wal.ts'

export interface Pages {
  readonly size: number
  /** Bytes of a page that cells may use. */
  readonly usable: number
  readonly count: number
  /** The page as the newest whole frame of the WAL has it, else the file; null where neither does. */
  read(page: number): Buffer | null
  /** Earlier versions of a page, where the WAL is damaged: a page whose newest frame is lost may only stand there. */
  older(page: number): Buffer[]
  /** Pages given back to the file; what stands on them was removed. */
  readonly free: ReadonlySet<number>
  /** `user_version` of the header; null where the header can't be believed. */
  readonly version: number | null
  readonly wal: Wal
  /** Recovery code that the file was encrypted with; null for a plain one. Pages are given in the clear. */
  readonly code: string | null
  close(): void
}

/** Fyr makes its files with pages of this size; used where no header tells. */
const usualSize = 4096
const lockByte = 0x4000_0000

/**
 * Opens a file and its WAL for reading, page by page. The file must not be open in this process: closing it here would drop its lock.
 *
 * @throws ProblemError `keyNeeded` for an encrypted file whose code this thread does not know.
 */
export function openPages(path: string): Pages {
  // Its header may be what is damaged: pages tell.
  const code = codeOf(path)
  const file = openSync(path, 'r')
  const walPath = `${path}-wal`
  const walFile = existsSync(walPath) ? openSync(walPath, 'r') : null
  const close = () => {
    closeSync(file)
    if (walFile !== null) closeSync(walFile)
  }
  try {
    const length = fstatSync(file).size
    const header = Buffer.alloc(100)
    readSync(file, header, 0, 100, 0)
    if (code === null && isEncryptedHeader(header)) {
      throw problem('keyNeeded', 'problems.keyNeeded', { file: basename(path) })
    }
    const key = code === null ? null : keyOf(code)
    const inTheClear = (page: number, bytes: Buffer) => (key === null ? bytes : decryptPage(key, page, bytes))
    const known = sizeIn(header)
    const wal = readWal(walFile, known ?? usualSize)
    const size = known ?? wal.pageSize ?? usualSize
    const inFile = Math.ceil(length / size)
    const lockPage = Math.floor(lockByte / size) + 1
    const fromFile = (page: number): Buffer | null => {
      const bytes = Buffer.alloc(size)
      const read = readSync(file, bytes, 0, size, (page - 1) * size)
      return read === size ? inTheClear(page, bytes) : null
    }
    const fromWal = (page: number, offset: number): Buffer | null => {
      const bytes = Buffer.alloc(size)
      return walFile !== null && readSync(walFile, bytes, 0, size, offset) === size ? inTheClear(page, bytes) : null
    }
    const read = (page: number): Buffer | null => {
      if (page < 1 || page === lockPage) return null
      const offset = wal.newest.get(page)
      return (offset === undefined ? null : fromWal(page, offset)) ?? (page <= inFile ? fromFile(page) : null)
    }
    const first = read(1) ?? Buffer.alloc(size)
    const trusted = first.toString('latin1', 0, 16) === 'SQLite format 3\0'
    const version = first.readUInt32BE(60)
    let highest = inFile
    for (const page of wal.newest.keys()) highest = Math.max(highest, page)
    return {
      size,
      usable: size - (key !== null ? reservedBytes : trusted && (first[20] ?? 0) <= size - 480 ? (first[20] ?? 0) : 0),
      count: highest,
      read,
      older: (page) => {
        if (wal.damaged === 0) return []
        const versions = (wal.superseded.get(page) ?? []).toReversed().map((offset) => fromWal(page, offset))
        return [...versions, page <= inFile && wal.newest.has(page) ? fromFile(page) : null].filter(
          (bytes) => bytes !== null,
        )
      },
      free: freePages(first, read, highest),
      version: trusted && version > 0 && version < 10_000 ? version : null,
      wal,
      code,
      close,
    }
  } catch (cause) {
    close()
    throw cause
  }
}

function sizeIn(header: Buffer): number | null {
  const said = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const isPower = said >= 512 && said <= 65_536 && (said & (said - 1)) === 0
  return isPower && header.toString('latin1', 0, 15) === 'SQLite format 3' ? said : null
}

/** The list of free pages, as far as it can be followed. */
function freePages(first: Buffer, read: (page: number) => Buffer | null, count: number): Set<number> {
  const free = new Set<number>()
  let trunk = first.readUInt32BE(32)
  while (trunk > 1 && trunk <= count && !free.has(trunk)) {
    const page = read(trunk)
    if (!page) break
    free.add(trunk)
    const leaves = page.readUInt32BE(4)
    if (leaves > page.length / 4 - 2) break
    for (let at = 0; at < leaves; at++) {
      const leaf = page.readUInt32BE(8 + at * 4)
      if (leaf > 1 && leaf <= count) free.add(leaf)
    }
    trunk = page.readUInt32BE(0)
  }
  return free
}
