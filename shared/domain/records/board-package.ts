import { z } from 'zod'
import { day, id, instant, language, line, title } from '../values.ts'
import { recordMarks } from './common.ts'

/** A board package as it was made: never changed afterwards. The snapshot lies under its hash. */
export const boardPackageFields = {
  bodyId: id,
  title,
  language,
  /** The meeting whose papers it holds; null for a package of the period alone. */
  meetingId: id.nullable(),
  /** Holds confidential items too; otherwise they are withheld. */
  withConfidential: z.boolean(),
  periodFrom: day,
  periodTo: day,
  /** 1, 2, 3 … per body. */
  version: z.int().min(1),
  madeOn: instant,
  madeBy: line,
  /** Stamp of the newest change that the snapshot saw: "data as of", and where "changed since" starts next time. */
  dataStamp: z.string(),
  previousId: id.nullable(),
  /** SHA-256 of the canonical snapshot; the same data gives the same hash. */
  snapshotSha256: z.string().regex(/^[0-9a-f]{64}$/),
}
export const boardPackage = z.object({ ...recordMarks, ...boardPackageFields })
export type BoardPackage = z.infer<typeof boardPackage>
