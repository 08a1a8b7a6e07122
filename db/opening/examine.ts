/** What is the matter with a file that can't be opened, or that nobody has looked at for long. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { openingStates, waysOut } from '#shared/contract/opening.ts'
import { type Problem, ProblemError } from '#shared/contract/problem.ts'
import { checkFile } from '../check-file.ts'
import { classify } from '../classify.ts'
import { readCounter } from '../commit-counter.ts'
import { isEncryptedFile } from '../encryption/connect.ts'
import { codeOf } from '../encryption/keyring.ts'
import { openToRead } from './open-to-read.ts'
import { isRunning } from './running.ts'

export type OpeningState = (typeof openingStates)[number]
export type WayOut = (typeof waysOut)[number]

export interface Examination {
  /** True where every check passed. */
  readonly sound: boolean
  /** Null for a file that opens; its findings may still tell of damage. */
  readonly state: OpeningState | null
  readonly problem: Problem | null
  readonly findings: readonly { readonly check: string; readonly detail: string }[]
  /** Acknowledged entries of the log that the counter beside it knows of and the file has not. */
  readonly missing: number
}

/**
 * Every check of a closed file, which is only read (`openToRead`). Blocks for seconds on a large file: call it in a thread of its own. The
 * file must not be open in this process.
 */
export function examineFile(path: string): Examination {
  try {
    const file = openToRead(path)
    try {
      const findings = checkFile(file.db)
      const missing = file.missing()
      return { sound: findings.length === 0 && missing === 0, state: null, problem: null, findings, missing }
    } finally {
      file.close()
    }
  } catch (cause) {
    const problem = problemOf(cause, path)
    return { sound: false, state: stateOf(problem, path), problem, findings: [], missing: 0 }
  }
}

/** Why a file can't be looked at. `internal` where nothing is known of it. */
export function problemOf(cause: unknown, path: string): Problem {
  if (cause instanceof ProblemError) return cause.problem
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  // Tables that our own SQL doesn't find, or JSON that is none: the header is ours, what follows isn't.
  if (
    code === 'SQLITE_ERROR' ||
    (code === 'SQLITE_NOTADB' && isEncryptedFile(path)) ||
    cause instanceof SyntaxError ||
    cause instanceof TypeError
  ) {
    return { code: 'damagedFile', key: 'problems.damagedFile', params: { file: basename(path) } }
  }
  return classify(cause) ?? { code: 'internal', key: 'problems.internal' }
}

/** The state behind a problem that opening a file gave. Looks into the file where the problem alone doesn't tell. Never throws. */
export function stateOf(problem: Problem, path: string): OpeningState {
  switch (problem.key) {
    case 'problems.fileMissing':
      return 'missing'
    case 'problems.emptyFile':
      return 'empty'
    case 'problems.walDamaged':
      return 'walDamaged'
    case 'problems.noPartnership':
      return 'noPartnership'
    case 'problems.migrationFailed':
      return 'updateFailed'
    case 'problems.diskFailed':
      return 'diskFailed'
    case 'problems.noAccess':
      // A database that was not closed can't even be read where no file can be made beside it.
      return startOf(path) === null ? 'noAccess' : 'readOnlyPlace'
    case 'problems.keptEnding':
      return 'keptEnding'
    case 'problems.readOnlyOld':
      return 'readOnlyPlace'
  }
  switch (problem.code) {
    case 'notFyrFile':
      return kindOf(path)
    case 'damagedFile':
      return 'damaged'
    case 'keyNeeded':
      return 'encrypted'
    case 'newerFile':
      return 'newer'
    case 'lockedFile':
      return openIn(path) ? 'openInFyr' : 'locked'
    case 'diskFull':
      return 'diskFull'
    case 'fileMissing':
      return 'missing'
    default:
      return 'unknown'
  }
}

/** Who has a locked file open in Fyr, as the note beside it says; null where nobody says so, or who did is gone. */
export function openIn(path: string): { host: string; since: string } | null {
  const by = readCounter(path)?.openBy
  return by && isRunning(by) ? { host: by.host, since: by.since } : null
}

/** Stamps of the change log: what no other program's file has. */
const stamp = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-z]{4}-[0-9a-f]{8}/
const lookedAt = 4 * 1024 * 1024

/** What a file that is none of ours by its head is instead. */
function kindOf(path: string): OpeningState {
  const start = startOf(path)
  if (start === null) return 'noAccess'
  const head = start.toString('latin1', 0, 16)
  if (codeOf(path) !== null) return 'headGone'
  const isDatabase = head === 'SQLite format 3\0'
  if (stamp.test(start.toString('latin1')) && !head.startsWith('PK'))
    return isDatabase && !isOurs(start) ? 'otherDatabase' : 'headGone'
  if (isDatabase) return 'otherDatabase'
  if (head.startsWith('PK\x03\x04') || head.startsWith('\xd0\xcf\x11\xe0')) return 'office'
  return isText(start) ? 'text' : 'otherFile'
}

/** Whether the tables are Fyr's: only the number in the header is not. */
function isOurs(start: Buffer): boolean {
  const text = start.toString('latin1')
  return text.includes('CREATE TABLE `partnership`') || text.includes('CREATE TABLE "partnership"')
}

function isText(start: Buffer): boolean {
  const some = start.subarray(0, 4096)
  if (some.length === 0 || some.includes(0)) return false
  return some.toString('utf8').replaceAll(/[\p{L}\p{N}\p{P}\p{Z}\p{S}\s\uFFFD]/gu, '').length === 0
}

/** The first bytes of a file; null where it can't be read. */
function startOf(path: string): Buffer | null {
  try {
    if (!existsSync(path) || !statSync(path).isFile()) return null
    const handle = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(Math.min(lookedAt, statSync(path).size))
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}
