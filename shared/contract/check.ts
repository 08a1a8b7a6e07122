import { z } from 'zod'
import { checkReport } from '#shared/domain/file-check.ts'
import { language } from '#shared/domain/values.ts'
import { nothing, savedFile } from './lists.ts'
import { command, query } from './operation.ts'

/** What content that no record names looks like by its first bytes. */
export const leftoverKinds = ['photo', 'pdf', 'archive', 'data', 'other'] as const

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const leftover = z.object({
  sha256,
  /** Bytes. */
  size: z.int().min(0),
  kind: z.enum(leftoverKinds),
})

/** The check of the open file. What it finds is kept on this device, never in the file: a check changes nothing in it. */
export const checkOperations = {
  /** Checks a copy of the file in a thread of its own. A job; its steps are keys of `check.steps`. One at a time: the one under way is given. */
  'check.run': command({ input: nothing, output: z.object({ jobId: z.string() }), touches: ['checks', 'jobs'] }),
  /** The last check of the open file on this device, and the one under way. */
  'check.last': query({
    input: nothing,
    output: z.object({
      /** Job of the check under way; null where none is. */
      running: z.string().nullable(),
      /** Names of records are those they have now: null where they are gone. */
      report: checkReport.nullable(),
      /** Entries of the change log that came after it. */
      changesSince: z.int().min(0),
    }),
    reads: ['checks', 'workspace'],
  }),
  /** Saves the last report as a text in `language`; null when the user thinks better of it. @throws `notFound` where there is none. */
  'check.export': command({ input: z.strictObject({ language }), output: savedFile.nullable(), touches: [] }),
  /**
   * Builds the search index anew from the records; until then search lacks some. A job that is begun again at the next opening where it was
   * broken off. The file remembers when (`index_rebuilt`), its history does not. @throws `readOnly`.
   */
  'check.rebuildSearch': command({ input: nothing, output: z.object({ jobId: z.string() }), touches: ['jobs'] }),
  /** Content in the file that no record names or ever named, largest first; `leftovers` holds the first of it. */
  'check.leftovers': query({
    input: nothing,
    output: z.object({ count: z.int(), size: z.int(), leftovers: z.array(leftover) }),
    reads: ['checks', 'attachments', 'packages', 'partnership', 'meetings'],
  }),
  /** Saves one of them as a file, to look at it before it goes. */
  'check.saveLeftover': command({
    input: z.strictObject({ sha256 }),
    output: savedFile.nullable(),
    touches: [],
  }),
  /** Removes for good those that the user has seen. What a record came to name meanwhile stays. */
  'check.removeLeftovers': command({
    input: z.strictObject({ sha256: z.array(sha256).min(1).max(1000) }),
    output: z.object({ removed: z.int(), size: z.int() }),
    touches: ['checks'],
  }),
}
