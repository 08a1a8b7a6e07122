import { z } from 'zod'
import { instant } from '#shared/domain/values.ts'
import { done, nothing } from './lists.ts'
import { command, query } from './operation.ts'

const count = z.int().min(0)
const health = z.object({
  /** The part that keeps the file ended and was started again, until that was read; null otherwise. */
  restarted: z
    .object({
      at: instant,
      /** Commands that were under way, by what became of them: saved or done again, not saved, or nobody can tell. */
      done: count,
      notSaved: count,
      unknown: count,
      /** A job was under way; it is gone. */
      job: z.boolean(),
    })
    .nullable(),
  /** A window ended and was drawn again, until that was read. */
  windowCrashed: z.boolean(),
  /** The window is to be closed and waits for what is under way. */
  finishing: z.boolean(),
})

/** Operations of the program itself beside `app.about`. */
export const appOperations = {
  /** What the windows should say of the program's own state. */
  'app.health': query({ input: nothing, output: health, reads: ['workspace'], withoutWorkspace: true }),
  'app.dismissHealth': command({ input: nothing, output: done, touches: ['workspace'], withoutWorkspace: true }),
  /**
   * A fault of a window's own program, for the log on this machine. Nothing of a record: the kind of error and places in our own code,
   * never its message.
   */
  'app.noteFault': command({
    input: z.strictObject({
      kind: z.enum(['screen', 'error', 'rejection']),
      name: z.string().regex(/^[A-Za-z]{1,60}$/),
      places: z.array(z.string().regex(/^[\w.@$-]{1,80}:\d{1,7}:\d{1,7}$/)).max(12),
    }),
    output: done,
    touches: [],
    withoutWorkspace: true,
  }),
}
