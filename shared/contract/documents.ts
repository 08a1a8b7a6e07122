import { z } from 'zod'
import { attachment } from '#shared/domain/records/attachment.ts'
import {
  archiveStatuses,
  documentFormats,
  documentKinds,
  publicities,
  retentions,
} from '#shared/domain/records/document.ts'
import { day, id, language, title } from '#shared/domain/values.ts'
import { byId, direction, done, pageOf, paging, savedFile } from './lists.ts'
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
  title: z.string(),
  kind: z.enum(documentKinds),
  format: z.enum(documentFormats),
  language: language.nullable(),
  fileName: z.string(),
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  madeOn: day,
  madeBy: z.string(),
  version: z.int(),
  supersedesId: id.nullable(),
  superseded: z.boolean(),
  /** Where it belongs: what to open, and what that is called; null where it belongs to the partnership alone. */
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
        'packages',
      ]),
      openId: id,
      name: z.string(),
    })
    .nullable(),
  publicity: z.enum(publicities),
  exemptionReason: z.string().nullable(),
  retention: z.enum(retentions),
  disposeOn: day.nullable(),
  archiveStatus: z.enum(archiveStatuses),
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
      /** Every version, the newest first, this one among them. */
      versions: z.array(documentRow),
    }),
    reads: documentReads,
  }),
  /** Takes the bytes of a file whose day of disposal has come out of the file for good; the record stays and says so. Can't be undone. */
  'documents.dispose': command({
    input: z.strictObject({ id, reason: title }),
    output: done,
    touches: ['attachments'],
  }),
  /** Saves a copy where the user says. */
  'documents.save': command({ input: byId, output: savedFile.nullable(), touches: [] }),
}
