/** The one place where connections to database files are made: plain ones by better-sqlite3, encrypted ones by its twin with ciphers. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import { keyOf } from './key.ts'
import { codeOf } from './keyring.ts'
import { isEncryptedHeader } from './pages.ts'

export interface ConnectOptions {
  readonly readonly?: boolean
  readonly fileMustExist?: boolean
  /** Milliseconds that a lock is waited for. */
  readonly timeout?: number
  /** Recovery code of a file that is made here; null or nothing for a plain one. A file that is there has its own. */
  readonly code?: string | null
}

interface Encrypted {
  readonly code: string
  /** Its file, open for reading as long as the connection is: closing it any sooner would drop the connection's lock. */
  readonly file: number
}
const encrypted = new WeakMap<Database, Encrypted>()

/**
 * A connection to a file: one that is there is opened as it was made, and the thread's keyring must hold its code; one that isn't is made
 * plain, or encrypted with `options.code`. The file must not be open in this process, except where nobody else could have it: its header is
 * read first, which drops its lock.
 *
 * @throws ProblemError `keyNeeded` where no known code fits; SQLite's errors as they come.
 */
export function connect(path: string, options: ConnectOptions = {}): Database {
  const { code: wanted = null, ...rest } = options
  const header = headerOf(path)
  if (header === null || header.length === 0)
    return wanted === null ? new Sqlite(path, rest) : withKey(path, rest, wanted)
  if (!isEncryptedHeader(header)) return new Sqlite(path, rest)
  const code = codeOf(path)
  if (code === null) throw problem('keyNeeded', 'problems.keyNeeded', { file: basename(path) })
  return withKey(path, rest, code)
}

/** The recovery code of the file that a connection goes to; null where it is plain. */
export function codeOfConnection(db: Database): string | null {
  return encrypted.get(db)?.code ?? null
}

/** An encrypted connection's file to read its bytes from, not to be closed; null where it is plain. */
export function fileOfConnection(db: Database): number | null {
  return encrypted.get(db)?.file ?? null
}

/**
 * A database of this thread's own that is gone when it is closed: what doesn't fit into memory lies in a file in the system's temporary folder,
 * which for an encrypted `beside` is encrypted too.
 *
 * @param contents to begin with, an image from `serialize`; it then stays in memory whole.
 */
export function connectScratch(beside: Database, contents?: Buffer): Database {
  const code = codeOfConnection(beside)
  if (code === null) return new Sqlite(contents ?? '')
  if (contents !== undefined) {
    const inMemory = new Sqlite(contents)
    inMemory.pragma('temp_store = MEMORY')
    return inMemory
  }
  // A nameless database can't have a key.
  const folder = mkdtempSync(join(tmpdir(), 'fyr-scratch-'))
  try {
    const db = withKey(join(folder, 'scratch'), {}, code)
    db.pragma('journal_mode = MEMORY')
    afterClose(db, () => rmSync(folder, { recursive: true, force: true }))
    return db
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    throw cause
  }
}

type Options = Omit<ConnectOptions, 'code'>

function withKey(path: string, options: Options, code: string): Database {
  const db = new (ciphers())(path, options)
  try {
    db.pragma("cipher = 'chacha20'")
    // SQLite's own header stays readable: what kind of file it is, and of which version, is told without the key.
    db.pragma('plaintext_header_size = 100')
    db.pragma(`key = "raw:${keyOf(code).toString('hex')}${'00'.repeat(16)}"`)
    // What SQLite lays aside while it sorts would be written in the clear.
    db.pragma('temp_store = MEMORY')
    const file = openSync(path, 'r')
    afterClose(db, () => closeSync(file))
    encrypted.set(db, { code, file })
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

function afterClose(db: Database, then: () => void): void {
  const close = db.close.bind(db)
  db.close = () => {
    if (db.open) {
      close()
      then()
    }
    return db
  }
}

/** Loaded when the first encrypted file is opened: most desks have none. */
function ciphers(): typeof Sqlite {
  const require = createRequire(import.meta.url)
  return require('better-sqlite3-multiple-ciphers') as typeof Sqlite
}

/** Whether a file is an encrypted one by its header. It must not be open in this process. */
export function isEncryptedFile(path: string): boolean {
  const header = headerOf(path)
  return header !== null && isEncryptedHeader(header)
}

/** The first bytes of a file; null where it isn't there or can't be read, which SQLite then says in its own way. */
function headerOf(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(100)
      return bytes.subarray(0, readSync(file, bytes, 0, 100, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
