/**
 * Documents that were made and could not be saved where the user said: kept until they are saved, let go, or the file they came from is
 * closed. They may hold what is confidential, so they lie encrypted, with a key that only this run has, in a folder of Fyr's own that nobody
 * else on the machine may read, and are gone after the program ends, at the latest when it starts again.
 */
import { getRandomValues, randomUUID, subtle, type webcrypto } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Problem, problem } from '#shared/contract/problem.ts'

/** One document with why it is not saved. */
export interface Unsaved<Document> {
  readonly id: string
  readonly document: Document
  readonly size: number
  readonly problem: Problem
  /** Where it should have been saved. */
  readonly path: string
}
export interface KeptDocuments<Document> {
  list(): readonly Unsaved<Document>[]
  /** @throws ProblemError `notFound`. */
  get(id: string): Unsaved<Document>
  /** Keeps the bytes; on a full disk in memory. */
  keep(document: Document, bytes: Uint8Array, failed: Pick<Unsaved<Document>, 'path' | 'problem'>): Promise<string>
  /** The same bytes as were kept. @throws ProblemError `fileMissing` where they are gone or not the same; the document is let go. */
  bytes(id: string): Promise<Uint8Array>
  /** It failed again, perhaps at another place. */
  failed(id: string, failed: Pick<Unsaved<Document>, 'path' | 'problem'>): void
  letGo(id: string): Promise<void>
  /** Resolves once nothing is left on the disk. */
  clear(): Promise<void>
  /** Removes what an earlier run left. Gives how many. */
  sweep(): Promise<number>
}

interface Entry<Document> extends Unsaved<Document> {
  readonly sha256: string
  /** Of the bytes as they lie on the disk. */
  readonly iv: Uint8Array<ArrayBuffer>
  /** Null where they lie on the disk. */
  readonly inMemory: Uint8Array | null
}

/** `home` null: all of it in memory, as tests and the command line want it. */
export function createUnsaved<Document extends { readonly name: string }>(
  home: string | null,
  announce: () => void,
): KeptDocuments<Document> {
  const entries = new Map<string, Entry<Document>>()
  const removing = new Set<Promise<void>>()
  let key: Promise<webcrypto.CryptoKey> | null = null
  const runKey = () => {
    key ??= subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    return key
  }
  const folder = home === null ? null : join(home, 'unsaved')
  // A name that says nothing of what is in it; what this run keeps is not swept by it.
  const run = randomUUID()
  const pathOf = (id: string) => join(folder ?? '', `${run}.${id}`)
  const get = (id: string): Entry<Document> => {
    const entry = entries.get(id)
    if (!entry) throw problem('notFound', 'problems.unsavedGone')
    return entry
  }
  const letGo = async (id: string) => {
    const entry = entries.get(id)
    if (!entry) return
    entries.delete(id)
    announce()
    if (entry.inMemory !== null) return
    const removed = rm(pathOf(id), { force: true }).catch(() => {})
    removing.add(removed)
    await removed
    removing.delete(removed)
  }
  return {
    list: () => [...entries.values()],
    get,
    async keep(document, bytes, failed) {
      const id = randomUUID()
      const iv = getRandomValues(new Uint8Array(12))
      let inMemory: Uint8Array | null = bytes
      if (folder !== null) {
        try {
          await mkdir(folder, { recursive: true, mode: 0o700 })
          const hidden = await subtle.encrypt({ name: 'AES-GCM', iv }, await runKey(), bytes as Uint8Array<ArrayBuffer>)
          await writeFile(pathOf(id), new Uint8Array(hidden), { mode: 0o600, flag: 'wx' })
          inMemory = null
        } catch {
          // The home folder's own disk is full, likely the very disk that the document was for.
          await rm(pathOf(id), { force: true }).catch(() => {})
        }
      }
      const sha256 = await hashOf(bytes)
      entries.set(id, { id, document, size: bytes.byteLength, sha256, iv, inMemory, ...failed })
      announce()
      return id
    },
    async bytes(id) {
      const { inMemory, sha256, iv } = get(id)
      const shown = async () => {
        const hidden = new Uint8Array(await readFile(pathOf(id)))
        return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv }, await runKey(), hidden))
      }
      // One that is gone and one that somebody changed are told alike.
      const bytes = inMemory ?? (await shown().catch(() => null))
      if (bytes !== null && (await hashOf(bytes)) === sha256) return bytes
      await letGo(id)
      throw problem('fileMissing', 'problems.unsavedGone')
    },
    failed(id, failed) {
      const entry = entries.get(id)
      if (!entry) return
      entries.set(id, { ...entry, ...failed })
      announce()
    },
    letGo,
    async clear() {
      await Promise.all([...[...entries.keys()].map(letGo), ...removing])
    },
    async sweep() {
      if (folder === null) return 0
      const left = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith(run))
      for (const name of left) await rm(join(folder, name), { force: true, recursive: true }).catch(() => {})
      return left.length
    },
  }
}

/** Away from this thread: a package with its attachments may be 100 MB. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  // Bytes that are shared between threads never come here.
  return Buffer.from(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex')
}
