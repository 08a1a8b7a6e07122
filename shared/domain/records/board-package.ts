import { z } from 'zod'
import { day, id, instant, language, line, oneOf, title } from '../values.ts'
import { recordMarks } from './common.ts'
import { packageEditions, packageVariants } from './package-template.ts'

export const packageFormats = ['docx', 'xlsx', 'pdf'] as const
export type PackageFormat = (typeof packageFormats)[number]

/** A board package as it was made: never changed afterwards but for `sentOn` and `sentTo`. The snapshots lie under their hashes. */
export const boardPackageFields = {
  bodyId: id,
  title,
  language,
  variant: oneOf(packageVariants),
  /** The template that it was laid out by; null = the usual layout of its variant. The layout itself lies in the snapshot. */
  templateId: id.nullable(),
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
  /** Of the public edition's snapshot; null where the package holds nothing confidential and is itself public. */
  publicSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** The day it went to the board; then it is never removed, and its files are kept as they were sent. */
  sentOn: day.nullable(),
  /** To whom, in the sender's words. */
  sentTo: line,
}
export const boardPackage = z.object({ ...recordMarks, ...boardPackageFields })
export type BoardPackage = z.infer<typeof boardPackage>

/** A file of a sent package, kept as it was sent (records.md 3.20): made again, it has the same hash. */
export const packageFileFields = {
  packageId: id,
  edition: oneOf(packageEditions),
  format: oneOf(packageFormats),
  fileName: title,
  /** Bytes. */
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
}
export const packageFile = z.object({ ...recordMarks, ...packageFileFields })
export type PackageFile = z.infer<typeof packageFile>
