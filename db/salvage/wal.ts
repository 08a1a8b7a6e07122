/**
 * The write-ahead log of a damaged file. SQLite stops at the first frame whose checksum fails and forgets all that came after; each
 * frame carries its running checksum, so those after it can be told whole or not by the one before them.
 */
import { fstatSync, readSync } from 'node:fs'

export interface Wal {
  /** Frames of the last run of the WAL that belong to committed transactions or to damaged ones. */
  readonly frames: number
  readonly damaged: number
  readonly pageSize: number | null
  /** Page → where its newest whole, committed content stands in the WAL. */
  readonly newest: ReadonlyMap<number, number>
  /** Page → where its earlier contents stand, oldest first. */
  readonly superseded: ReadonlyMap<number, readonly number[]>
}

const none: Wal = { frames: 0, damaged: 0, pageSize: null, newest: new Map(), superseded: new Map() }
const frameHead = 24

/** Reads a WAL's frames; `file` null where there is none. `usualSize` is the page size where its header can't be believed. */
export function readWal(file: number | null, usualSize: number): Wal {
  if (file === null) return none
  const length = fstatSync(file).size
  if (length < 32 + frameHead + 512) return none
  const header = Buffer.alloc(32)
  readSync(file, header, 0, 32, 0)
  const magic = header.readUInt32BE(0)
  const said = header.readUInt32BE(8)
  const isPower = said >= 512 && said <= 65_536 && (said & (said - 1)) === 0
  const size = isPower && magic >>> 1 === 0x377f0682 >>> 1 ? said : usualSize
  const step = frameHead + size
  const total = Math.floor((length - 32) / step)
  const frame = Buffer.alloc(step)
  const at = (index: number) => {
    readSync(file, frame, 0, step, 32 + index * step)
    return frame
  }
  const salts = saltsOf(header, total, (index) => at(index).toString('latin1', 8, 16))
  const bigEndian = (magic & 1) === 1
  let before: readonly [number, number] = [header.readUInt32BE(24), header.readUInt32BE(28)]
  const whole: { page: number; commit: boolean; offset: number; at: number }[] = []
  let damaged = 0
  let frames = 0
  for (let index = 0; index < total; index++) {
    const bytes = at(index)
    const stored = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] as const
    const ours = bytes.toString('latin1', 8, 16) === salts
    const sound = [bigEndian, !bigEndian].some((order) => {
      const [a, b] = checksum(bytes.subarray(frameHead), checksum(bytes.subarray(0, 8), before, order), order)
      return a === stored[0] && b === stored[1]
    })
    // Frames of an earlier run of the WAL follow those of the last.
    if (!ours && !sound && index > 0 && isStale(index, total, salts, (one) => at(one).toString('latin1', 8, 16))) break
    frames = index + 1
    if (sound && ours) {
      const page = bytes.readUInt32BE(0)
      if (page > 0)
        whole.push({ page, commit: bytes.readUInt32BE(4) !== 0, offset: 32 + index * step + frameHead, at: index })
    } else damaged += 1
    before = stored
  }
  // What came after the last commit was never acknowledged. After a damaged frame, a commit may have been in it: only whole ones count.
  const last = whole.findLastIndex((one) => one.commit)
  const newest = new Map<number, number>()
  const superseded = new Map<number, number[]>()
  for (const { page, offset } of whole.slice(0, last + 1)) {
    const known = newest.get(page)
    if (known !== undefined) {
      const earlier = superseded.get(page)
      if (earlier) earlier.push(known)
      else superseded.set(page, [known])
    }
    newest.set(page, offset)
  }
  return { frames, damaged, pageSize: total > 0 ? size : null, newest, superseded }
}

/** The salts of the last run: the header's, unless the first frames agree on others (then the header is what was damaged). */
function saltsOf(header: Buffer, total: number, of: (index: number) => string): string {
  const said = header.toString('latin1', 16, 24)
  if (total < 2) return said
  const first = of(0)
  return first !== said && first === of(1) ? first : said
}

/** Whether no frame of the last run follows. */
function isStale(index: number, total: number, salts: string, of: (index: number) => string): boolean {
  for (let ahead = index; ahead < Math.min(total, index + 4); ahead++) if (of(ahead) === salts) return false
  return true
}

/** SQLite's checksum of a WAL: two sums over pairs of 32-bit words. */
function checksum(bytes: Buffer, from: readonly [number, number], bigEndian: boolean): readonly [number, number] {
  let [a, b] = from
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}
