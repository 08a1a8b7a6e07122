/** Rows and index entries on the pages of a damaged file: SQLite's b-tree format, every number held against its bounds. */
import type { Pages } from './pages.ts'

export type Value = string | number | bigint | Buffer | null
export interface RawRow {
  readonly rowid: number
  readonly values: readonly Value[]
}
export type PageKind = 'tableLeaf' | 'tableInner' | 'indexLeaf' | 'indexInner'

const kinds: Readonly<Record<number, PageKind>> = { 13: 'tableLeaf', 5: 'tableInner', 10: 'indexLeaf', 2: 'indexInner' }
const text = new TextDecoder('utf-8', { fatal: true })
/** Longest row that is followed; Fyr's largest are attachments. */
const largestPayload = 1_000_000_000

export function kindOf(page: Buffer, number: number): PageKind | null {
  return kinds[page[start(number)] ?? 0] ?? null
}

const start = (number: number) => (number === 1 ? 100 : 0)

/** Offsets of a page's cells that lie within it. */
function cellsOf(page: Buffer, number: number, inner: boolean): number[] {
  const head = start(number)
  const count = page.readUInt16BE(head + 3)
  const list = head + (inner ? 12 : 8)
  const cells: number[] = []
  for (let at = 0; at < count && list + at * 2 + 2 <= page.length; at++) {
    const offset = page.readUInt16BE(list + at * 2)
    if (offset >= list && offset < page.length - 3) cells.push(offset)
  }
  return cells
}

/** Pages below an inner page, in order. */
export function childrenOf(page: Buffer, number: number): number[] {
  const cells = cellsOf(page, number, true)
  return [...cells.map((offset) => page.readUInt32BE(offset)), page.readUInt32BE(start(number) + 8)]
}

/** The rows of a leaf of a table. A cell that makes no sense is passed over and told. */
export function rowsOn(pages: Pages, page: Buffer, number: number, onBroken: () => void): RawRow[] {
  const rows: RawRow[] = []
  for (const offset of cellsOf(page, number, false)) {
    const row = guarded(() => {
      const [length, afterLength] = varint(page, offset)
      const [rowid, afterRowid] = varint(page, afterLength)
      const values = recordIn(payloadOf(pages, page, afterRowid, length, pages.usable - 35))
      return { rowid, values }
    })
    if (row) rows.push(row)
    else onBroken()
  }
  return rows
}

/** The entries of a page of an index; each ends with the rowid. */
export function entriesOn(pages: Pages, page: Buffer, number: number): (readonly Value[])[] {
  const inner = kindOf(page, number) === 'indexInner'
  const most = Math.floor(((pages.usable - 12) * 64) / 255) - 23
  return cellsOf(page, number, inner).flatMap((offset) => {
    const entry = guarded(() => {
      const [length, after] = varint(page, offset + (inner ? 4 : 0))
      return recordIn(payloadOf(pages, page, after, length, most))
    })
    return entry ? [entry] : []
  })
}

function guarded<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    // Out of bounds, no UTF-8, sizes that don't add up: not a row any more.
    return null
  }
}

/** A cell's content, with the pages that it goes on over. `most` is the longest that stands on the page alone. */
function payloadOf(pages: Pages, page: Buffer, at: number, length: number, most: number): Buffer {
  if (length < 1 || length > Math.min(largestPayload, pages.count * pages.usable)) throw new RangeError('payload')
  if (length <= most) return slice(page, at, length)
  const least = Math.floor(((pages.usable - 12) * 32) / 255) - 23
  const fits = least + ((length - least) % (pages.usable - 4))
  const here = fits <= most ? fits : least
  const parts = [slice(page, at, here)]
  let left = length - here
  let next = page.readUInt32BE(at + here)
  const seen = new Set<number>()
  while (left > 0) {
    const more = next > 1 && next <= pages.count && !seen.has(next) ? pages.read(next) : null
    if (!more || pages.free.has(next)) throw new RangeError('overflow')
    const part = slice(more, 4, Math.min(left, pages.usable - 4))
    parts.push(part)
    seen.add(next)
    left -= part.length
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (at < 0 || length < 0 || at + length > bytes.length) throw new RangeError('slice')
  return bytes.subarray(at, at + length)
}

/** The values of a record; throws unless its head and its body take exactly what there is. */
function recordIn(payload: Buffer): Value[] {
  const [headLength, first] = varint(payload, 0)
  if (headLength > payload.length) throw new RangeError('head')
  const types: number[] = []
  let at = first
  while (at < headLength) {
    const [type, next] = varint(payload, at)
    types.push(type)
    at = next
  }
  if (at !== headLength || types.length === 0) throw new RangeError('head')
  let body = headLength
  const values = types.map((type) => {
    const size = sizeOf(type)
    const value = decoded(type, slice(payload, body, size))
    body += size
    return value
  })
  if (body !== payload.length) throw new RangeError('body')
  return values
}

function sizeOf(type: number): number {
  if (type >= 12) return (type - (type % 2 === 0 ? 12 : 13)) / 2
  const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
  const size = sizes[type]
  if (size === undefined) throw new RangeError('type')
  return size
}

function decoded(type: number, bytes: Buffer): Value {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 6) {
    const wide = bytes.readBigInt64BE(0)
    return wide >= Number.MIN_SAFE_INTEGER && wide <= Number.MAX_SAFE_INTEGER ? Number(wide) : wide
  }
  if (type < 6) return bytes.readIntBE(0, bytes.length)
  return type % 2 === 0 ? Buffer.from(bytes) : text.decode(bytes)
}

/** SQLite's variable-length integer, and the offset after it. Numbers past 2^53 are no sizes or rowids of ours. */
function varint(bytes: Buffer, at: number): [number, number] {
  let value = 0
  for (let index = 0; index < 8; index++) {
    const byte = bytes[at + index]
    if (byte === undefined) throw new RangeError('varint')
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError('varint')
      return [value, at + index + 1]
    }
  }
  throw new RangeError('varint')
}
