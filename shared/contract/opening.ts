import { z } from 'zod'
import { instant } from '#shared/domain/values.ts'
import { entities } from './desk.ts'
import { done, message, nothing } from './lists.ts'
import { command, query } from './operation.ts'
import { workspace } from './workspace.ts'

/** Why a file could not be opened, as finely as the ways out differ. */
export const openingStates = [
  'missing',
  'empty',
  'text',
  'office',
  'otherDatabase',
  'otherFile',
  /** Fyr's own, but its head is gone: a backup, or salvage. */
  'headGone',
  'damaged',
  /** The file opened at an older state; a copy of it holds newer changes that only salvage reads. */
  'walDamaged',
  'noPartnership',
  'updateFailed',
  'newer',
  /** Encrypted, and this device does not know its recovery code. */
  'encrypted',
  /** Open in Fyr, here or on another machine. */
  'openInFyr',
  'locked',
  'noAccess',
  /** On a disk that takes no writing, and not closed properly or of an older version. */
  'readOnlyPlace',
  'diskFailed',
  'diskFull',
  /** What keeps the file ended again and again with it open. */
  'keptEnding',
  'unknown',
] as const
/** What can be done about it. Choosing another file is always possible and not listed. */
export const waysOut = ['retry', 'restoreBackup', 'openCopy', 'salvage', 'enterCode'] as const

const trouble = z.object({
  /** Names the file to the ways out; no path crosses the contract. */
  id: z.string(),
  fileName: z.string(),
  /** Shown to the user; never sent back. */
  location: z.string(),
  state: z.enum(openingStates),
  /** What happened, in a sentence. */
  problem: message,
  waysOut: z.array(z.enum(waysOut)),
  /** The newest good backup of the file, where there is one. */
  backup: z.object({ madeAt: instant, changes: z.int() }).nullable(),
  /** Who has it open, as far as is known. */
  openBy: z.object({ host: z.string(), since: z.string() }).nullable(),
})

const record = z.object({ entity: z.enum(entities).nullable(), id: z.string(), name: z.string().nullable() })
/** What came of a salvage (`db/salvage/report.ts`); long lists are cut for the screen, whole in the file beside. */
export const salvageReport = z.object({
  at: instant,
  from: z.string(),
  brokenPages: z.int(),
  brokenRows: z.int(),
  brokenFrames: z.int(),
  missingChanges: z.int(),
  unknownRows: z.int(),
  unknownAuthors: z.int(),
  partnershipLost: z.boolean(),
  kinds: z.array(
    z.object({
      entity: z.enum(entities),
      kept: z.int(),
      rebuilt: z.int(),
      corrected: z.int(),
      lost: z.int(),
      placeholders: z.int(),
    }),
  ),
  lost: z.array(record),
  lostCount: z.int(),
  maybeOlder: z.array(record),
  maybeOlderCount: z.int(),
  loosened: z.array(record),
  loosenedCount: z.int(),
  lostFiles: z.array(record),
  keptFiles: z.int(),
  nothingLost: z.boolean(),
  /** Name of the text file beside the salvaged one that holds all of it; null where it could not be written. */
  textFile: z.string().nullable(),
})

const one = z.strictObject({ id: z.string().max(100) })
const touches = ['workspace', 'preferences'] as const

export const openingOperations = {
  /** The file that could not be opened last (chosen, double-clicked or at start), or the open one once it was left as damaged; null where all is well. */
  'opening.trouble': query({
    input: nothing,
    output: trouble.nullable(),
    reads: ['workspace'],
    withoutWorkspace: true,
  }),
  /** The user turns to something else; the file stays as it is. */
  'opening.dismiss': command({ input: one, output: done, touches: ['workspace'], withoutWorkspace: true }),
  'opening.retry': command({ input: one, output: workspace, touches, withoutWorkspace: true }),
  /** Asks where, copies file and WAL there and opens the copy. `lockedFile` while a Fyr has it open, or it changes all the time. */
  'opening.openCopy': command({ input: one, output: workspace.nullable(), touches, withoutWorkspace: true }),
  /** Puts the newest good backup in the file's place, which is kept beside it, and opens it. */
  'opening.restoreNewest': command({ input: one, output: workspace, touches, withoutWorkspace: true }),
  /** Asks where, reads what can be read into a new file there and opens it. The damaged file is only read. */
  'opening.salvage': command({ input: one, output: workspace.nullable(), touches, withoutWorkspace: true }),
  /** Closes the open file that was found damaged, by its use or by the last check, so that a way out can be chosen. */
  'opening.leaveDamaged': command({ input: nothing, output: done, touches }),
  /** The user knows that acknowledged changes are missing: it is told no more. */
  'opening.acknowledge': command({ input: nothing, output: done, touches: ['workspace'] }),
  /** What came of the salvage that the open file was made by; null for any other file. */
  'opening.salvageReport': query({ input: nothing, output: salvageReport.nullable(), reads: ['workspace'] }),
  /** The report was read: the window points to it no more. It stays in the file. */
  'opening.reportRead': command({ input: nothing, output: done, touches: ['workspace'] }),
}
