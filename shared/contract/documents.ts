import { z } from 'zod'
import { attachment } from '#shared/domain/records/attachment.ts'
import {
  archiveStatuses,
  documentFormats,
  documentKinds,
  publicities,
  retentions,
} from '#shared/domain/records/document.ts'
import { paper } from '#shared/domain/records/meeting.ts'
import { day, id, language, title } from '#shared/domain/values.ts'
import { byId, direction, done, message, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

export const documentFilter = z.strictObject({
  text: z.string().max(200).default(''),
  kinds: z.array(z.enum(documentKinds)).default([]),
  publicities: z.array(z.enum(publicities)).default([]),
  /** Of the day on the document. */
  year: z.int().nullable().default(null),
  /** Only what is disposed of by now. */
  disposalDueOnly: z.boolean().default(false),
  /** Replaced versions too. */
  withSuperseded: z.boolean().default(false),
})
/** A document of the register: an uploaded file, a paper that Fyr made, or a board package (records.md 3.20). */
export const documentRow = z.object({
  /** Of the attachment, paper or package. */
  id,
  source: z.enum(['attachment', 'paper', 'package']),
  /** Of a paper the name of its file, without the ending. */
  title: z.string(),
  kind: z.enum(documentKinds),
  /** Of a package Word, though it gives a workbook too. */
  format: z.enum(documentFormats),
  language: language.nullable(),
  fileName: z.string(),
  /** Bytes. Null for a package: what is kept of it is its data, of which each format is made. */
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  madeOn: day,
  madeBy: z.string(),
  version: z.int(),
  supersedesId: id.nullable(),
  superseded: z.boolean(),
  /**
   * Where it belongs: what to open, and what that is called; null where it belongs to the partnership alone. `meetingId`: of an item, null
   * while it waits in a queue. `day`: of a meeting, or of a visit.
   */
  home: z
    .object({
      entity: z.enum([
        'visits',
        'agendaItems',
        'meetings',
        'partners',
        'commitments',
        'projects',
        'milestones',
        'plans',
        'bodies',
        'packages',
      ]),
      openId: id,
      meetingId: id.nullable(),
      name: z.string(),
      day: day.nullable(),
    })
    .nullable(),
  /** Its own, or that of its home where that is stricter: what hangs on a confidential item is not public. Of what Fyr made: by what it holds. */
  publicity: z.enum(publicities),
  /** True where it is its home, or what it holds, that keeps it from being public. */
  publicityDerived: z.boolean(),
  exemptionReason: z.string().nullable(),
  retention: z.enum(retentions),
  disposeOn: day.nullable(),
  archiveStatus: z.enum(archiveStatuses),
  /** When its bytes were taken out for good. */
  disposedOn: day.nullable(),
})
const documentReads = [
  'attachments',
  'papers',
  'packages',
  'meetings',
  'partners',
  'commitments',
  'projects',
  'visits',
  'bodies',
] as const

export const documentOperations = {
  'documents.list': query({
    input: z.strictObject({
      filter: documentFilter.prefault({}),
      sort: z.enum(['madeOn', 'title']).default('madeOn'),
      direction: direction.default('desc'),
      ...paging,
    }),
    output: pageOf(documentRow),
    reads: documentReads,
  }),
  'documents.count': query({
    input: z.strictObject({ filter: documentFilter.prefault({}) }),
    output: z.int(),
    reads: documentReads,
  }),
  'documents.open': query({
    input: byId,
    output: z.object({
      document: documentRow,
      /** The record of an uploaded file, which can be revised; null for what Fyr made. */
      attachment: attachment.nullable(),
      /** The record of a paper, of which Fyr keeps the particulars but not the bytes: what it takes to make it again. */
      paper: paper.nullable(),
      /** Every version, the newest first, this one among them. */
      versions: z.array(documentRow),
      /** Lies in a meeting whose minutes are in review or final: only publicity, retention and archive can still be set. */
      sealed: z.boolean(),
      /** Rules that may be broken with reason: disposing of what is usually preserved. Field → what to look at. */
      warnings: z.record(z.string(), message),
    }),
    reads: documentReads,
  }),
  /** Takes the bytes of a file whose day of disposal has come out of the file for good; the record stays and says so. Can't be undone. */
  'documents.dispose': command({
    input: z.strictObject({ id, reason: title }),
    output: done,
    touches: ['attachments', 'visits', 'meetings', 'partners', 'commitments', 'projects'],
  }),
}
