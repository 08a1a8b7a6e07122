import { z } from 'zod'
import { day, id } from '../values.ts'

/** What every stored record carries beside its own fields (records.md, opening). Stamps are hybrid logical clocks. */
export const recordMarks = {
  id,
  /** Stamp of the change that made the record: its instant is the stamp's first 24 characters, its device the tail. */
  createdStamp: z.string(),
  changedStamp: z.string(),
  /** Instant of deletion, or null. Deleted records are kept and can be restored. */
  deletedAt: z.string().nullable(),
}

export const lawfulBases = ['consent', 'contract', 'legalObligation', 'publicTask', 'legitimateInterest'] as const

/** Why a person's data may be kept, and until when it must be looked at again (GDPR art. 5 and 6; records.md 3.2). */
export const personalData = {
  lawfulBasis: z.enum(lawfulBases, { error: 'problems.field.notInList' }),
  collectedOn: day,
  reviewBy: day,
}

/** Every field of a record optional: what a `revise` operation takes. An absent field stays as it is; null empties it. */
export function changesOf<T extends z.ZodRawShape>(fields: T) {
  return z.strictObject(fields).partial()
}
