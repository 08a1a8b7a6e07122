import { z } from 'zod'
import { id } from '#shared/domain/values.ts'

/** How every list is asked for: rows after a cursor, at most `limit`. The cursor is opaque: give back what you got. */
export const paging = {
  cursor: z.string().max(2000).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
}
export const direction = z.enum(['asc', 'desc'])

/** A page of a list. `next` is null on the last page. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

/** The same change to many records: `ids` are those, `changes` what each of them takes. All or none. */
export function many<T extends z.ZodType>(changes: T) {
  return z.strictObject({ ids: z.array(id).min(1).max(500), changes })
}
/** How many records differ after a change to many. */
export const changed = z.object({ changed: z.int() })
/** One record, by its id. */
export const byId = z.strictObject({ id })
export const nothing = z.strictObject({})
export const done = z.object({})
/** A tally for charts and coverage: a code or id, and its number. `key` null = not stated. */
export const tally = z.object({ key: z.string().nullable(), count: z.int() })
/** One sentence by its key in the catalogue, with what fills its blanks. */
export const message = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
/** A file that a command saved. `url` is where a browser fetches it (the preview); null where it lies where the user said. */
export const savedFile = z.object({ fileId: z.string(), name: z.string(), url: z.string().nullable() })
