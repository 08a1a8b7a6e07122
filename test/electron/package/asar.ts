/**
 * Asar archives read and written from their bytes, by nobody's library: what the packer wrote is looked at by other eyes.
 * Layout: four little-endian lengths (4, header, string's record, string), the header as JSON padded to four bytes, the files' bytes.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
  readonly link?: string
  readonly integrity?: {
    readonly algorithm: string
    readonly hash: string
    readonly blockSize: number
    readonly blocks: readonly string[]
  }
}
export interface PackedFile extends Entry {
  readonly path: string
  /** Empty where the file lies outside. */
  readonly bytes: Buffer
}
export interface Archive {
  readonly files: readonly PackedFile[]
  /** SHA-256 of the header, which is what a program's integrity block holds. */
  readonly headerHash: string
}

export function readAsar(path: string): Archive {
  const archive = readFileSync(path)
  const length = archive.readUInt32LE(12)
  const header = archive.subarray(16, 16 + length)
  const start = 8 + archive.readUInt32LE(4)
  const files: PackedFile[] = []
  const walk = (entry: Entry, at: string): void => {
    for (const [name, one] of Object.entries(entry.files ?? {})) {
      const here = at === '' ? name : `${at}/${name}`
      if (one.files) walk(one, here)
      else {
        const from = start + Number(one.offset ?? 0)
        files.push({ ...one, path: here, bytes: archive.subarray(from, one.offset ? from + (one.size ?? 0) : from) })
      }
    }
  }
  walk(JSON.parse(header.toString('utf8')) as Entry, '')
  return { files, headerHash: sha256(header) }
}

/** An archive of one file, as small as can be. */
export function asarOf(name: string, text: string): Buffer {
  const content = Buffer.from(text)
  const json = Buffer.from(JSON.stringify({ files: { [name]: { size: content.length, offset: '0' } } }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, content])
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
