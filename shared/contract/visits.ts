import { z } from 'zod'
import { attachment, attachmentChanges, attachmentKinds, largestAttachment } from '#shared/domain/records/attachment.ts'
import { employeeBands } from '#shared/domain/records/company.ts'
import { documentKinds } from '#shared/domain/records/document.ts'
import { followUp } from '#shared/domain/records/follow-up.ts'
import {
  confidentialities,
  newVisit,
  themes,
  visit,
  visitChanges,
  visitFlags,
  visitTypes,
} from '#shared/domain/records/visit.ts'
import { visitPlan } from '#shared/domain/records/visit-plan.ts'
import { count, day, id, line, title, year } from '#shared/domain/values.ts'
import { byId, changed, direction, done, many, pageOf, paging, savedFile, tally } from './lists.ts'
import { command, query } from './operation.ts'

export const visitFilter = z.strictObject({
  /** Words anywhere in company name, purpose, notes, interview or summary (never in confidential text). */
  text: z.string().max(200).default(''),
  companyId: id.nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  types: z.array(z.enum(visitTypes)).default([]),
  flags: z.array(z.enum(visitFlags)).default([]),
  themes: z.array(z.enum(themes)).default([]),
  sectorIds: z.array(id).max(50).default([]),
  municipalityCodes: z.array(z.string().max(4)).max(400).default([]),
  confidentialities: z.array(z.enum(confidentialities)).default([]),
  participantId: id.nullable().default(null),
  drafts: z.enum(['with', 'without', 'only']).default('with'),
})
export const visitSorts = ['visitedOn', 'company'] as const
export const visitRow = z.object({
  id,
  visitedOn: day,
  companyId: id,
  companyName: z.string(),
  municipalityCode: z.string().nullable(),
  sectorId: id.nullable(),
  type: z.enum(visitTypes),
  flags: z.array(z.enum(visitFlags)),
  themes: z.array(z.enum(themes)),
  confidentiality: z.enum(confidentialities),
  draft: z.boolean(),
  hasSummary: z.boolean(),
  excerpt: z.string(),
  openFollowUps: z.int(),
})
/** Share visited and oldest visit of one group of companies. */
export const coverageRow = z.object({
  /** Sector id, municipality code or band; null = not stated. */
  key: z.string().nullable(),
  companies: z.int(),
  visited: z.int(),
  /** Oldest latest-visit among the group's companies; null where some were never visited. */
  oldestVisit: day.nullable(),
  neverVisited: z.int(),
})
export const dueCompany = z.object({
  id,
  name: z.string(),
  place: z.string().nullable(),
  municipalityCode: z.string().nullable(),
  sectorId: id.nullable(),
  employeesBand: z.enum(employeeBands).nullable(),
  lastVisitedOn: day.nullable(),
  nextVisitBy: day.nullable(),
  openFollowUps: z.int(),
  /** Why it stands here: a date agreed at the last visit has come, too long ago, or never. */
  because: z.enum(['agreed', 'longAgo', 'never']),
})
/** Numbers of a period, drafts left out. Visits that count towards the target are company visits and reverse visits. */
export const visitStatistics = z.object({
  from: day,
  to: day,
  /** All talks, of every type. */
  total: z.int(),
  /** Company visits and reverse visits: what the target counts. */
  counted: z.int(),
  /** Companies met at least once. */
  companies: z.int(),
  /** The year's target for the months of the period that have begun … and for the whole period. */
  target: z.int(),
  byMonth: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), count: z.int(), target: z.int() })),
  byType: z.array(tally),
  byFlag: z.array(tally),
  byTheme: z.array(tally),
  bySector: z.array(tally),
  byMunicipality: z.array(tally),
  byBand: z.array(tally),
  followUps: z.object({
    made: z.int(),
    open: z.int(),
    overdue: z.int(),
    closed: z.int(),
    /** Follow-ups whose company was told, and the days from visit to answer. Null where none. */
    answered: z.int(),
    meanResponseDays: z.number().nullable(),
    medianResponseDays: z.number().nullable(),
  }),
})

export const visitOperations = {
  'visits.list': query({
    input: z.strictObject({
      filter: visitFilter.prefault({}),
      sort: z.enum(visitSorts).default('visitedOn'),
      direction: direction.default('desc'),
      ...paging,
    }),
    output: pageOf(visitRow),
    reads: ['visits', 'companies', 'followUps'],
  }),
  'visits.count': query({
    input: z.strictObject({ filter: visitFilter.prefault({}) }),
    output: z.int(),
    reads: ['visits', 'companies'],
  }),
  'visits.open': query({
    input: byId,
    output: z.object({
      visit,
      companyName: z.string(),
      followUps: z.array(followUp),
      attachments: z.array(attachment),
      /** Bytes of all attachments. */
      attachedBytes: z.int(),
      /** The visits of the same company before and after this one. */
      earlierId: id.nullable(),
      laterId: id.nullable(),
    }),
    reads: ['visits', 'companies', 'followUps', 'attachments'],
  }),
  /** Saves a visit. Either `companyId`, or `newCompanyName` to make the company on the fly in the same change. */
  'visits.log': command({
    input: newVisit.extend({ companyId: id.nullable(), newCompanyName: title.nullable().default(null) }),
    output: visit,
    touches: ['visits', 'companies'],
  }),
  'visits.revise': command({
    input: z.strictObject({ id, changes: visitChanges.omit({ draft: true }) }),
    output: visit,
    touches: ['visits', 'meetings'],
  }),
  /**
   * The same change to many at once: all or none; what is wrong names the visit. One undo takes all back. Confidentiality may only be
   * tightened so; loosening it is looked at visit by visit.
   */
  'visits.reviseMany': command({
    input: many(visitChanges.pick({ type: true, confidentiality: true, nextVisitBy: true })),
    output: changed,
    touches: ['visits', 'meetings'],
  }),
  /** A draft becomes a visit that counts; every rule is checked. */
  'visits.release': command({ input: byId, output: visit, touches: ['visits'] }),
  'visits.remove': command({ input: byId, output: done, touches: ['visits', 'followUps'] }),
  'visits.statistics': query({
    input: z.strictObject({ from: day, to: day }),
    output: visitStatistics,
    reads: ['visits', 'companies', 'followUps', 'visitPlans', 'sectors', 'partnership'],
  }),
  'visits.coverage': query({
    input: z.strictObject({ from: day, to: day, by: z.enum(['sector', 'municipality', 'band']) }),
    output: z.array(coverageRow),
    reads: ['visits', 'companies', 'sectors'],
  }),
  /** Active companies to visit next: agreed dates first, then never visited, then longest ago. */
  'visits.due': query({
    input: z.strictObject({
      notVisitedSince: day,
      sectorId: id.nullable().default(null),
      municipalityCode: z.string().max(4).nullable().default(null),
      ...paging,
    }),
    output: pageOf(dueCompany),
    reads: ['visits', 'companies', 'followUps'],
  }),
  'visitPlans.show': query({ input: z.strictObject({ year }), output: visitPlan.nullable(), reads: ['visitPlans'] }),
  /** Sets the year's target. Without a distribution it is spread over the months by working habit: none in July, even otherwise. */
  'visitPlans.set': command({
    input: z.strictObject({ year, target: count, distribution: z.array(count).length(12).nullable() }),
    output: visitPlan,
    touches: ['visitPlans'],
  }),
  'attachments.add': command({
    input: z.strictObject({
      /** One of them, or none for a document of the partnership itself. */
      visitId: id.nullable().default(null),
      itemId: id.nullable().default(null),
      meetingId: id.nullable().default(null),
      partnerId: id.nullable().default(null),
      commitmentId: id.nullable().default(null),
      deliveryId: id.nullable().default(null),
      projectId: id.nullable().default(null),
      milestoneId: id.nullable().default(null),
      planId: id.nullable().default(null),
      kind: z.enum(attachmentKinds),
      fileName: title,
      mime: z.string().max(100),
      altText: line,
      /** What kind of document it is; by default what its home suggests (an agreement at a partner). */
      documentKind: z.enum(documentKinds).nullable().default(null),
      /** The document that this is the next version of: it takes over where that belongs and what is said of it. */
      supersedesId: id.nullable().default(null),
      base64: z.string().max(Math.ceil(largestAttachment / 3) * 4, 'problems.field.attachmentTooLarge'),
    }),
    output: attachment,
    touches: ['attachments', 'visits', 'meetings', 'partners', 'commitments', 'projects'],
    maxInput: Math.ceil(largestAttachment / 3) * 4 * 2,
  }),
  'attachments.read': query({
    input: byId,
    output: z.object({ mime: z.string(), base64: z.string() }),
    reads: ['attachments'],
  }),
  'attachments.revise': command({
    input: z.strictObject({ id, changes: attachmentChanges }),
    output: attachment,
    touches: ['attachments', 'meetings', 'projects'],
  }),
  /** What is said of many uploaded files at once. Papers and packages that Fyr made are refused (`problems.madeByFyr`). */
  'attachments.reviseMany': command({
    input: many(
      attachmentChanges.pick({
        documentKind: true,
        language: true,
        publicity: true,
        exemptionReason: true,
        retention: true,
        disposeOn: true,
        archiveStatus: true,
      }),
    ),
    output: changed,
    touches: ['attachments', 'meetings', 'projects'],
  }),
  'attachments.remove': command({
    input: byId,
    output: done,
    touches: ['attachments', 'visits', 'meetings', 'partners', 'commitments', 'projects'],
  }),
  'attachments.saveCopy': command({
    input: byId,
    output: savedFile.nullable(),
    touches: [],
  }),
}
