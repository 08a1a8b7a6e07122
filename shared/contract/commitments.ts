import { z } from 'zod'
import { partnerPaper } from '#shared/documents/partner-paper.ts'
import { attachment } from '#shared/domain/records/attachment.ts'
import {
  affiliation,
  affiliationChanges,
  commitment,
  commitmentChanges,
  commitmentKinds,
  commitmentStatuses,
  commitmentUnits,
  delivery,
  deliveryChanges,
  newCommitment,
} from '#shared/domain/records/commitment.ts'
import { partner, partnerTypes } from '#shared/domain/records/partner.ts'
import { day, id, language, year } from '#shared/domain/values.ts'
import { changed, direction, done, many, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

const byId = z.strictObject({ id })

export const commitmentFilter = z.strictObject({
  text: z.string().max(200).default(''),
  partnerId: id.nullable().default(null),
  projectId: id.nullable().default(null),
  kinds: z.array(z.enum(commitmentKinds)).default([]),
  statuses: z.array(z.enum(commitmentStatuses)).default([]),
  /** Whose period touches the year. */
  year: year.nullable().default(null),
  /** Period over and not delivered (records.md 3.3: must be reported as open). */
  overdueOnly: z.boolean().default(false),
})
export const commitmentRow = commitment.extend({
  partnerName: z.string(),
  /** Counted from the deliveries. */
  status: z.enum(commitmentStatuses),
  /** For the whole period: the amount times its years where yearly. Null where nothing is counted. */
  pledged: z.int().nullable(),
  delivered: z.int(),
  /** Never below zero; delivering more than was pledged is allowed and shown. */
  remaining: z.int().nullable(),
  over: z.int(),
  deliveries: z.int(),
  isOverdue: z.boolean(),
  daysOverdue: z.int(),
  /** "Sak 12/26", where it rests on a decision with a number. */
  decisionNumber: z.string().nullable(),
  /** The project that it is given to. */
  projectTitle: z.string().nullable(),
})
/** Sums of one partner, unit and year; money in øre/öre, else hundredths. Exact: whole numbers added. */
export const giveAndTake = z.object({
  partnerId: id,
  year: z.int(),
  unit: z.enum(commitmentUnits),
  pledged: z.int(),
  delivered: z.int(),
})
/** What commitments of one unit come to: money in øre/öre, else hundredths. What is proposed, withdrawn or not counted is in no sum. */
export const commitmentSum = z.object({
  unit: z.enum(commitmentUnits),
  count: z.int(),
  pledged: z.int(),
  delivered: z.int(),
  remaining: z.int(),
  over: z.int(),
})
const commitmentTally = z.object({
  count: z.int(),
  /** Promised and not delivered whole. */
  open: z.int(),
  overdue: z.int(),
  /** In the order of the units; those with nothing promised are left out. */
  sums: z.array(commitmentSum),
})
export const affiliationRow = affiliation.extend({ personName: z.string(), partnerName: z.string() })
export const deliveryRow = delivery.extend({
  attachments: z.array(attachment),
  /** Not wrong, but to be looked at: outside the period. */
  outsidePeriod: z.boolean(),
})

const commitmentReads = ['commitments', 'partners', 'decisions', 'attachments'] as const

export const commitmentOperations = {
  /** A partner with its people and what it has promised and given. */
  'partners.open': query({
    input: byId,
    output: z.object({
      partner,
      people: z.array(affiliationRow),
      /** Every commitment, open ones first. */
      commitments: z.array(commitmentRow),
      totals: z.array(giveAndTake),
      attachments: z.array(attachment),
      /** Days until the agreement ends; null without an end, negative when it is over. */
      agreementEndsInDays: z.int().nullable(),
    }),
    reads: [...commitmentReads, 'persons'],
  }),
  'affiliations.add': command({
    input: affiliationChanges.required({ personId: true, partnerId: true }),
    output: affiliation,
    touches: ['partners', 'persons'],
  }),
  'affiliations.revise': command({
    input: z.strictObject({ id, changes: affiliationChanges.omit({ personId: true, partnerId: true }) }),
    output: affiliation,
    touches: ['partners', 'persons'],
  }),
  'affiliations.remove': command({ input: byId, output: done, touches: ['partners', 'persons'] }),

  'commitments.list': query({
    input: z.strictObject({
      filter: commitmentFilter.prefault({}),
      sort: z.enum(['periodTo', 'partner', 'title']).default('periodTo'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(commitmentRow),
    reads: commitmentReads,
  }),
  'commitments.count': query({
    input: z.strictObject({ filter: commitmentFilter.prefault({}) }),
    output: z.int(),
    reads: ['commitments', 'partners'],
  }),
  /** What all that the filter holds comes to, exact, and the same of each partner in it. */
  'commitments.sums': query({
    input: z.strictObject({ filter: commitmentFilter.prefault({}) }),
    output: commitmentTally.extend({
      /** Every status, in its order, those without any too. */
      byStatus: z.array(z.object({ status: z.enum(commitmentStatuses), count: z.int() })),
      partners: z.array(commitmentTally.extend({ partnerId: id })),
    }),
    reads: ['commitments', 'partners'],
  }),
  'commitments.open': query({
    input: byId,
    output: z.object({
      commitment: commitmentRow,
      deliveries: z.array(deliveryRow),
      /** One row per year of the period: what was to be given, and what was. */
      years: z.array(z.object({ year: z.int(), pledged: z.int(), delivered: z.int() })),
      attachments: z.array(attachment),
    }),
    reads: commitmentReads,
  }),
  'commitments.add': command({ input: newCommitment, output: commitment, touches: ['commitments', 'partners'] }),
  'commitments.revise': command({
    input: z.strictObject({ id, changes: commitmentChanges.omit({ partnerId: true }) }),
    output: commitment,
    touches: ['commitments', 'partners', 'meetings'],
  }),
  /** The same change to many at once: all or none; what is wrong names the commitment. One undo takes all back. */
  'commitments.reviseMany': command({
    input: many(
      commitmentChanges.pick({
        kind: true,
        periodFrom: true,
        periodTo: true,
        stage: true,
        withdrawnReason: true,
        isPublic: true,
        projectId: true,
      }),
    ),
    output: changed,
    touches: ['commitments', 'partners', 'meetings'],
  }),
  'commitments.remove': command({ input: byId, output: done, touches: ['commitments', 'partners'] }),
  'deliveries.add': command({
    input: deliveryChanges.required({ commitmentId: true, deliveredOn: true }),
    output: delivery,
    touches: ['commitments', 'partners'],
  }),
  'deliveries.revise': command({
    input: z.strictObject({ id, changes: deliveryChanges.omit({ commitmentId: true }) }),
    output: delivery,
    touches: ['commitments', 'partners'],
  }),
  'deliveries.remove': command({ input: byId, output: done, touches: ['commitments', 'partners'] }),
  /** The whole partnership's give and take: partners × years, one unit after another. */
  'commitments.matrix': query({
    input: z.strictObject({ fromYear: year, toYear: year }),
    output: z.object({
      partners: z.array(z.object({ id, name: z.string(), partnerType: z.enum(partnerTypes), active: z.boolean() })),
      cells: z.array(giveAndTake),
    }),
    reads: ['commitments', 'partners'],
  }),
  /** What is due with partners: agreements that end, commitments whose period is over or soon over. Overdue first. */
  'commitments.reminders': query({
    input: z.strictObject({ withinDays: z.int().min(0).max(365).default(90) }),
    output: z.array(
      z.object({
        kind: z.enum(['agreement', 'commitment']),
        /** A partner or a commitment. */
        openId: id,
        title: z.string(),
        partnerName: z.string(),
        dueOn: day,
        daysOverdue: z.int(),
      }),
    ),
    reads: ['commitments', 'partners'],
  }),
  /** A partner's page to bring to a talk with them, as it would be exported now. */
  'partners.preview': query({
    input: z.strictObject({ id, language }),
    output: partnerPaper,
    reads: [...commitmentReads, 'persons', 'partnership'],
  }),
  /** Starts making it in Word; follow it with `jobs.show`. */
  'partners.export': command({
    input: z.strictObject({ id, language }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs'],
  }),
}
