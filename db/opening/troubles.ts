import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type Problem, ProblemError, problem } from '#shared/contract/problem.ts'
import { type Backup, listBackups } from '../backups/list.ts'
import { classify } from '../classify.ts'
import { readCounter } from '../commit-counter.ts'
import { type OpeningState, openIn, stateOf, type WayOut } from './examine.ts'

type Shown = NonNullable<OutputOf<'opening.trouble'>>

/** The file that could not be opened last, and what can be done about it. */
export interface Troubles {
  /** Fyr's own folder on this device, where backups lie. */
  readonly home: string
  /** Remembers a file that could not be opened, with what its opening threw. */
  met(path: string, cause: unknown): void
  show(): Shown | null
  /** Path behind an id. @throws ProblemError `notFound` where the trouble is over. */
  pathOf(id: string): string
  /** The newest good backup of the file. */
  backupOf(id: string): Backup | null
  over(): void
}

/** `home`: where backups lie. `onChange` is told whenever what `show` gives is another. */
export function createTroubles(home: string, onChange: () => void): Troubles {
  let met: { id: string; path: string; problem: Problem; state: OpeningState } | null = null
  const newest = (path: string): Backup | null => {
    const fileId = readCounter(path)?.fileId
    const found = [...(fileId ? listBackups(home, { fileId }) : []), ...listBackups(home, { sourcePath: path })]
    return found.filter(({ good }) => good).sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0] ?? null
  }
  const the = (id: string) => {
    if (met?.id !== id) throw problem('notFound', 'problems.notFound')
    return met
  }
  return {
    home,
    met(path, cause) {
      const known =
        cause instanceof ProblemError
          ? cause.problem
          : (classify(cause) ?? ({ code: 'internal', key: 'problems.internal' } satisfies Problem))
      const state = stateOf(known, path)
      // Its head says that it is nobody's; the rest says that it is ours.
      const headGone: Problem = { code: 'damagedFile', key: 'problems.damagedFile' }
      met = { id: randomUUID(), path, problem: state === 'headGone' ? headGone : known, state }
      onChange()
    },
    show() {
      if (!met) return null
      const { id, path, state } = met
      const backup = newest(path)
      return {
        id,
        fileName: basename(path),
        location: dirname(path),
        state,
        problem: { key: met.problem.key, ...(met.problem.params ? { params: { ...met.problem.params } } : {}) },
        waysOut: waysOutOf(state, path).filter((way) => way !== 'restoreBackup' || backup !== null),
        backup: backup && { madeAt: backup.madeAt, changes: backup.changes },
        openBy: state === 'openInFyr' ? openIn(path) : null,
      }
    },
    pathOf: (id) => the(id).path,
    backupOf: (id) => newest(the(id).path),
    over() {
      if (!met) return
      met = null
      onChange()
    },
  }
}

const ways: Readonly<Record<OpeningState, readonly WayOut[]>> = {
  missing: ['retry', 'restoreBackup'],
  empty: ['restoreBackup', 'salvage'],
  text: ['restoreBackup'],
  office: ['restoreBackup'],
  otherDatabase: ['restoreBackup'],
  otherFile: ['restoreBackup'],
  headGone: ['restoreBackup', 'salvage'],
  damaged: ['restoreBackup', 'salvage'],
  // The file itself is open, at an older state; this is the copy with what came after.
  walDamaged: ['salvage'],
  noPartnership: ['restoreBackup', 'salvage'],
  updateFailed: ['restoreBackup', 'salvage', 'retry'],
  newer: [],
  encrypted: ['enterCode'],
  // A copy would be a second version of the partnership, and neither would know of the other.
  openInFyr: ['retry'],
  locked: ['retry', 'openCopy'],
  noAccess: ['retry'],
  readOnlyPlace: ['openCopy', 'retry'],
  diskFailed: ['retry', 'restoreBackup', 'openCopy', 'salvage'],
  diskFull: ['retry'],
  keptEnding: ['retry', 'openCopy', 'restoreBackup', 'salvage'],
  unknown: ['retry'],
}

/** The ways out of a state, the best first. */
function waysOutOf(state: OpeningState, path: string): readonly WayOut[] {
  // An empty file holds something only where its WAL does.
  const wal = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
  return ways[state].filter((way) => way !== 'salvage' || state !== 'empty' || wal)
}
