import { z } from 'zod'
import { followUp, followUpChanges, followUpStatuses, newFollowUp } from '#shared/domain/records/follow-up.ts'
import { themes } from '#shared/domain/records/visit.ts'
import { day, id } from '#shared/domain/values.ts'
import { byId, changed, direction, done, many, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

export const followUpFilter = z.strictObject({
  text: z.string().max(200).default(''),
  ownerId: id.nullable().default(null),
  companyId: id.nullable().default(null),
  visitId: id.nullable().default(null),
  themes: z.array(z.enum(themes)).default([]),
  /** `open` takes in answered ones not yet closed; `overdue` is open and past its day. */
  state: z.enum(['all', 'open', 'overdue', 'closed']).default('open'),
})
export const followUpRow = followUp.extend({
  companyId: id,
  companyName: z.string(),
  visitedOn: day,
  ownerName: z.string(),
  forwardedToName: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Days past due; 0 where not overdue. */
  daysOverdue: z.int(),
  /** Days from visit to answer; null until the company is told. */
  responseDays: z.int().nullable(),
})

export const followUpOperations = {
  'followUps.list': query({
    input: z.strictObject({
      filter: followUpFilter.prefault({}),
      sort: z.enum(['dueOn', 'company', 'owner']).default('dueOn'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(followUpRow),
    reads: ['followUps', 'visits', 'companies', 'persons', 'partners'],
  }),
  'followUps.count': query({
    input: z.strictObject({ filter: followUpFilter.prefault({}) }),
    output: z.int(),
    reads: ['followUps', 'visits', 'companies'],
  }),
  'followUps.open': query({
    input: byId,
    output: followUpRow,
    reads: ['followUps', 'visits', 'companies', 'persons', 'partners'],
  }),
  'followUps.add': command({ input: newFollowUp, output: followUp, touches: ['followUps', 'visits'] }),
  'followUps.revise': command({
    input: z.strictObject({ id, changes: followUpChanges }),
    output: followUp,
    touches: ['followUps', 'visits'],
  }),
  /** The same change to many at once: all or none; what is wrong names the follow-up. One undo takes all back. */
  'followUps.reviseMany': command({
    input: many(
      followUpChanges.pick({
        ownerId: true,
        forwardedToId: true,
        theme: true,
        dueOn: true,
        answeredCompanyOn: true,
        status: true,
        result: true,
      }),
    ),
    output: changed,
    touches: ['followUps', 'visits'],
  }),
  /** Ends it: `closed` needs the day the company was told and the result; `cannotBeDone` needs the result. */
  'followUps.close': command({
    input: z.strictObject({
      id,
      status: z.enum(followUpStatuses).extract(['closed', 'cannotBeDone']),
      answeredCompanyOn: day.nullable(),
      result: z.string().max(1_000_000),
    }),
    output: followUp,
    touches: ['followUps', 'visits'],
  }),
  'followUps.remove': command({ input: byId, output: done, touches: ['followUps', 'visits'] }),
}
