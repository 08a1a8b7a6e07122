import { z } from 'zod'
import { count, country, language, line, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

/** The partnership that the file belongs to, and its settings; one record per file. */
export const partnershipFields = {
  name: title,
  country,
  /** Language of documents unless another is chosen. */
  language,
  orgNo: line,
  municipalityCode: z.string().nullable(),
  /** Municipalities that the partnership serves; coverage is shown for these first. */
  regionCodes: z.array(z.string().max(4)).max(400),
  contactName: line,
  contactEmail: line,
  /** Months after the last activity at which a person's data comes up for review. A setting, since no law gives a number (practice.md 6.4). */
  retentionMonths: z.int().min(1).max(600),
  /** Company visits a year, until a year's plan says otherwise. */
  visitTarget: count,
  /** "Not visited since": months without a visit after which a company is due. */
  notVisitedMonths: z.int().min(1).max(240),
  /** Groups of fewer companies than this are not shown apart in documents (practice.md 6.8). 1 shows all. */
  smallestGroup: z.int().min(1).max(100),
}
export const partnership = z.object({ ...recordMarks, ...partnershipFields })
export type Partnership = z.infer<typeof partnership>
export const partnershipChanges = changesOf(partnershipFields)
