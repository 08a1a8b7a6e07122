/**
 * Opens a finished office file of unknown make: its parts by name, unpacked when asked for, and their relationships. What a file says
 * of its own sizes is not believed: unpacking stops at a limit, so that a small file that unpacks to thousands of gigabytes ends at once.
 */
import { Inflate, strFromU8 } from 'fflate'
import { problem } from '../../contract/problem.ts'
import { XmlCursor } from './xml.ts'

const megabyte = 1024 * 1024
/** All parts of a file that are read, unpacked: several times the largest document that Fyr makes. */
const mostBytes = 384 * megabyte
/** A small file may unpack to this much, whatever its size: 100,000 equal lines pack very well. */
const leastBytes = 64 * megabyte
/** Otherwise to this many times its size, more than office files do. */
const mostTimes = 200
/** One of a hostile file's parts may be named any number of times; no document has so many. */
const mostParts = 20_000
/** Packed bytes that are unpacked before the sum is looked at: at most a thousand times as many come out. */
const step = 65_536

const damaged = () => problem('damagedFile', 'documentChecks.unreadable.damaged')
const tooLarge = () => problem('tooLarge', 'documentChecks.unreadable.tooLarge')

interface Entry {
  readonly packed: boolean
  readonly size: number
  readonly header: number
}
interface Relationship {
  readonly type: string
  /** Name of the part; of an external one the address as it stands. */
  readonly target: string
  readonly external: boolean
}

/** Where a file is a zip at all but its parts can't be read, `text` throws `damagedFile`, past the limit `tooLarge`. */
export class OfficeFile {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, Entry>
  #left: number

  /** @throws ProblemError `damagedFile` where the bytes are no zip archive or end too early; `tooLarge` past what a document has. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#entries = directoryOf(bytes)
    this.#left = Math.min(mostBytes, Math.max(leastBytes, bytes.length * mostTimes))
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Names of all parts. */
  names(): string[] {
    return [...this.#entries.keys()]
  }

  /** A part's text; undefined where there is none of the name. */
  text(name: string): string | undefined {
    const entry = this.#entries.get(name)
    return entry ? decoded(this.#unpack(entry)) : undefined
  }

  /** A cursor over a part; undefined where there is none of the name. */
  xml(name: string): XmlCursor | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : new XmlCursor(text)
  }

  /** A part's relationships by id; the file's own for the name ''. A type is the last word of its address. */
  relationships(name: string): Map<string, Relationship> {
    const slash = name.lastIndexOf('/')
    const folder = name.slice(0, slash + 1)
    const found = new Map<string, Relationship>()
    const cursor = this.xml(`${folder}_rels/${name.slice(slash + 1)}.rels`)
    while (cursor?.next()) {
      if (cursor.kind !== 'open' || cursor.name !== 'rel:Relationship') continue
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => cursor.attribute(key) ?? '')
      const external = cursor.attribute('TargetMode') === 'External'
      if (id) {
        const path = external ? (target ?? '') : pathOf(folder, target ?? '')
        found.set(id, { type: type?.slice(type.lastIndexOf('/') + 1) ?? '', target: path, external })
      }
    }
    return found
  }

  /** Names of the parts that a part refers to by a type of relationship. */
  targets(name: string, type: string): string[] {
    return [...this.relationships(name).values()]
      .filter((one) => one.type === type && !one.external && this.has(one.target))
      .map(({ target }) => target)
  }

  #unpack({ packed, size, header }: Entry): Uint8Array {
    const bytes = this.#bytes
    const view = viewOf(bytes)
    if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw damaged()
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    if (from + size > bytes.length) throw damaged()
    const stored = bytes.subarray(from, from + size)
    if (!packed) {
      this.#left -= size
      if (this.#left < 0) throw tooLarge()
      return stored
    }
    const chunks: Uint8Array[] = []
    const inflate = new Inflate((chunk) => {
      this.#left -= chunk.length
      if (this.#left < 0) throw tooLarge()
      chunks.push(chunk)
    })
    try {
      for (let at = 0; at < size; at += step) inflate.push(stored.subarray(at, at + step), at + step >= size)
    } catch {
      throw this.#left < 0 ? tooLarge() : damaged()
    }
    return joined(chunks)
  }
}

/** The archive's own list of its parts (APPNOTE 4.3.12 and 4.3.16), read from its end. */
function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = viewOf(bytes)
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < first) throw problem('damagedFile', 'documentChecks.unreadable.notOffice')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostParts) throw tooLarge()
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    if (at + 46 + nameLength > bytes.length) throw damaged()
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength))
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1
    if (encrypted || (method !== 0 && method !== 8)) throw damaged()
    entries.set(name, {
      packed: method === 8,
      size: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks
  if (chunks.length === 1 && only) return only
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** UTF-8, or UTF-16 by its mark: an office file may hold both. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const little = first === 0xff && second === 0xfe
  if (!little && !(first === 0xfe && second === 0xff)) return strFromU8(bytes)
  const view = viewOf(bytes)
  const parts: string[] = []
  for (let from = 2; from + 1 < bytes.length; from += 8192) {
    const units = Math.min(4096, (bytes.length - from) >> 1)
    parts.push(
      String.fromCharCode(...Array.from({ length: units }, (_, unit) => view.getUint16(from + 2 * unit, little))),
    )
  }
  return parts.join('')
}

/** A target as the name of a part: relative to the folder of the part that names it, or from the root. */
function pathOf(folder: string, target: string): string {
  const path: string[] = []
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') path.pop()
    else if (part !== '' && part !== '.') path.push(part)
  }
  return path.join('/')
}
