/** The pages of a damaged database file, read without SQLite: what of them is whole stays readable whatever else is not. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
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
  close(): void
}

/** Fyr makes its files with pages of this size; used where no header tells. */
const usualSize = 4096
const lockByte = 0x4000_0000

/** Opens a file and its WAL for reading, page by page. The file must not be open in this process: closing it here would drop its lock. */
export function openPages(path: string): Pages {
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
    const known = sizeIn(header)
    const wal = readWal(walFile, known ?? usualSize)
    const size = known ?? wal.pageSize ?? usualSize
    const inFile = Math.ceil(length / size)
    const lockPage = Math.floor(lockByte / size) + 1
    const fromFile = (page: number): Buffer | null => {
      const bytes = Buffer.alloc(size)
      const read = readSync(file, bytes, 0, size, (page - 1) * size)
      return read === size ? bytes : null
    }
    const fromWal = (offset: number): Buffer | null => {
      const bytes = Buffer.alloc(size)
      return walFile !== null && readSync(walFile, bytes, 0, size, offset) === size ? bytes : null
    }
    const read = (page: number): Buffer | null => {
      if (page < 1 || page === lockPage) return null
      const offset = wal.newest.get(page)
      return (offset === undefined ? null : fromWal(offset)) ?? (page <= inFile ? fromFile(page) : null)
    }
    const first = read(1) ?? Buffer.alloc(size)
    const trusted = first.toString('latin1', 0, 16) === 'SQLite format 3\0'
    const version = first.readUInt32BE(60)
    let highest = inFile
    for (const page of wal.newest.keys()) highest = Math.max(highest, page)
    return {
      size,
      usable: size - (trusted && (first[20] ?? 0) <= size - 480 ? (first[20] ?? 0) : 0),
      count: highest,
      read,
      older: (page) => {
        if (wal.damaged === 0) return []
        const versions = (wal.superseded.get(page) ?? []).toReversed().map(fromWal)
        return [...versions, page <= inFile && wal.newest.has(page) ? fromFile(page) : null].filter(
          (bytes) => bytes !== null,
        )
      },
      free: freePages(first, read, highest),
      version: trusted && version > 0 && version < 10_000 ? version : null,
      wal,
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
