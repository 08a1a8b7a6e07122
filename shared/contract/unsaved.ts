import { z } from 'zod'
import { done, message, nothing, savedFile } from './lists.ts'
import { command, query } from './operation.ts'

const one = z.string().min(1).max(100)

/** Documents that were made and could not be saved where the user said: their file is open elsewhere, the disk is full, the share is away. */
export const unsavedOperations = {
  /** Oldest first, of every window. They go when they are saved or let go, and with the partnership's file when that is closed. */
  'unsaved.list': query({
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        /** The name it should have had. */
        name: z.string(),
        /** Bytes. */
        size: z.int(),
        /** Why it could not be saved, when that was last tried. */
        problem: message,
      }),
    ),
    reads: ['jobs'],
    withoutWorkspace: true,
  }),
  /**
   * Saves it where it should have been, or asks for another place (`elsewhere`) with a free name suggested; it is not made anew. Null when
   * the user thinks better of it. Where it fails again it stays in the list with the new reason.
   */
  'unsaved.save': command({
    input: z.strictObject({ id: one, elsewhere: z.boolean() }),
    output: savedFile.extend({ size: z.int() }).nullable(),
    touches: ['jobs'],
    withoutWorkspace: true,
  }),
  /** Throws it away. */
  'unsaved.letGo': command({
    input: z.strictObject({ id: one }),
    output: done,
    touches: ['jobs'],
    withoutWorkspace: true,
  }),
}
