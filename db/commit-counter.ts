import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'

/** What stands beside a file, in `<file>-commits`. */
export interface Counter {
  /** Entries of the change log that were acknowledged. */
  readonly changes: number
  /** How often a draft was kept or discarded; drafts stand outside the change log. */
  readonly drafts: number
  /** Id of the file that was counted; null in a counter of an earlier version, or while the file has none yet. */
  readonly fileId: string | null
  /** The file's `restored` fact: another one means that it was put in place on purpose. */
  readonly restored: string | null
  /** Acknowledged entries that the file has lost, until the user says that it is known. */
  readonly missing: number
  /** Who has the file open. Only meaningful while the file is locked: a killed process leaves it. */
  readonly openBy: { readonly host: string; readonly pid: number; readonly since: string } | null
}

const beside = (path: string) => `${path}-commits`

/** The counter beside a file; null where there is none, or none that can be read. Never throws. */
export function readCounter(path: string): Counter | null {
  try {
    const text = readFileSync(beside(path), 'utf8').trim()
    // Earlier versions wrote the bare number.
    if (/^\d+$/.test(text))
      return { changes: Number(text), drafts: 0, fileId: null, restored: null, missing: 0, openBy: null }
    const said = JSON.parse(text) as Partial<Record<keyof Counter, unknown>>
    const number = (value: unknown) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
    const words = (value: unknown) => (typeof value === 'string' ? value : null)
    const by = said.openBy as Partial<Record<'host' | 'pid' | 'since', unknown>> | null | undefined
    return {
      changes: number(said.changes),
      drafts: number(said.drafts),
      fileId: words(said.fileId),
      restored: words(said.restored),
      missing: number(said.missing),
      openBy: by
        ? { host: String(by.host).slice(0, 80), pid: number(by.pid), since: String(by.since).slice(0, 30) }
        : null,
    }
  } catch {
    return null
  }
}

/**
 * Acknowledged entries that a file has lost, by the counter beside it. Lost drafts count as one: how many texts they were, nobody knows.
 */
export function missingBetween(
  counter: Pick<Counter, 'changes' | 'drafts'>,
  inFile: Pick<Counter, 'changes' | 'drafts'>,
): number {
  return Math.max(0, counter.changes - inFile.changes) + (counter.drafts > inFile.drafts ? 1 : 0)
}

/**
 * A number beside the file that only grows: how many changes, and savings of drafts, were acknowledged. SQLite opens a file with a damaged or missing WAL
 * silently at an older state; then the number beside it is higher than the one inside, and the user is told how many are missing, at
 * each opening until it is said to be known. It is written after the commit and not synced: after a power cut it may lag, which never
 * raises a false alarm. A counter of another file, or from before a restore, says nothing of this one.
 *
 * @param inFile what the file itself holds at its opening.
 */
export function openCounter(
  path: string,
  readOnly: boolean,
  inFile: {
    readonly changes: number
    readonly drafts: number
    readonly fileId: string | null
    readonly restored: string | null
  },
  /** The file's id, asked for at the first change of a file that had none. */
  idOf: () => string | null,
) {
  const before = readCounter(path)
  const comparable =
    before !== null &&
    (before.fileId === null || inFile.fileId === null || before.fileId === inFile.fileId) &&
    before.restored === inFile.restored
  let state: Counter = {
    ...inFile,
    // A file that lost its first records has no id left; the counter knows it.
    fileId: inFile.fileId ?? (comparable ? before.fileId : null),
    missing: comparable ? before.missing + missingBetween(before, inFile) : 0,
    openBy: { host: hostname().slice(0, 80), pid: process.pid, since: new Date().toISOString() },
  }
  let handle: number | null = null
  const save = () => {
    if (readOnly) return
    handle ??= opened(path)
    if (handle !== null) put(handle, state)
  }
  save()
  return {
    /** Acknowledged entries that the file has lost. */
    missing: () => state.missing,
    write(count: number, of: 'changes' | 'drafts' = 'changes'): void {
      state = { ...state, [of]: count, fileId: state.fileId ?? idOf() }
      save()
    },
    /** The user knows what is missing: it is told no more. */
    acknowledge(): void {
      state = { ...state, missing: 0 }
      save()
    },
    close(): void {
      state = { ...state, openBy: null }
      save()
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}

function opened(path: string): number | null {
  try {
    return openSync(beside(path), constants.O_RDWR | constants.O_CREAT, 0o644)
  } catch {
    // Only a safeguard: a full disk or a closed folder must not fail what is already safe.
    return null
  }
}

function put(handle: number, counter: Counter): void {
  try {
    const bytes = Buffer.from(`${JSON.stringify(counter)}\n`)
    writeSync(handle, bytes, 0, bytes.length, 0)
    ftruncateSync(handle, bytes.length)
  } catch {
    // As above.
  }
}
