import { z } from 'zod'
import { voteKinds } from '#shared/domain/records/agenda-item.ts'
import { changesOf } from '#shared/domain/records/common.ts'
import {
  action,
  actionChanges,
  actionStatuses,
  decision,
  decisionChanges,
  decisionFields,
  decisionKinds,
  decisionStatuses,
  newAction,
} from '#shared/domain/records/decision.ts'
import { count, day, id } from '#shared/domain/values.ts'
import { byId, changed, direction, done, many, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

export const decisionFilter = z.strictObject({
  text: z.string().max(200).default(''),
  bodyId: id.nullable().default(null),
  meetingId: id.nullable().default(null),
  responsibleId: id.nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  kinds: z.array(z.enum(decisionKinds)).default([]),
  /** `open` takes in those under way; `overdue` is open and past its deadline; `external` were taken elsewhere. */
  state: z.enum(['all', 'open', 'overdue', 'done', 'noAction', 'external']).default('all'),
})
export const decisionRow = decision.extend({
  /** Null for an external decision. */
  meetingId: id.nullable(),
  bodyId: id.nullable(),
  /** The body, or the external one. */
  bodyName: z.string(),
  /** "Sak 12/26"; null before its meeting is closed. */
  numberText: z.string().nullable(),
  caseNo: z.string().nullable(),
  /** Title of its item, or the start of its text. */
  itemTitle: z.string(),
  confidential: z.boolean(),
  responsibleName: z.string().nullable(),
  isOverdue: z.boolean(),
  daysOverdue: z.int(),
  vote: z
    .object({
      kind: z.enum(voteKinds),
      forCount: z.int().nullable(),
      againstCount: z.int().nullable(),
      abstainCount: z.int().nullable(),
      castingVote: z.boolean(),
    })
    .nullable(),
  openActions: z.int(),
  /** Its meeting's minutes are final: only the carrying out may change. */
  sealed: z.boolean(),
})
export const actionFilter = z.strictObject({
  text: z.string().max(200).default(''),
  ownerId: id.nullable().default(null),
  bodyId: id.nullable().default(null),
  meetingId: id.nullable().default(null),
  /** Those that came from this visit. */
  visitId: id.nullable().default(null),
  state: z.enum(['all', 'open', 'overdue', 'done', 'cancelled']).default('open'),
})
export const actionRow = action.extend({
  ownerName: z.string(),
  organisation: z.string().nullable(),
  isOverdue: z.boolean(),
  daysOverdue: z.int(),
  /** Where it came from, ready to print: "Sak 12/26 Budsjett", or the visit's company. */
  originTitle: z.string().nullable(),
  /** Meeting or visit to open. */
  originMeetingId: id.nullable(),
  bodyName: z.string().nullable(),
  /** Day of the meeting, decision or visit that it came from. */
  arisenOn: day.nullable(),
})
const counts = {
  kind: z.enum(voteKinds),
  forCount: count,
  againstCount: count,
  abstainCount: count,
}

export const decisionOperations = {
  'decisions.list': query({
    input: z.strictObject({
      filter: decisionFilter.prefault({}),
      sort: z.enum(['decidedOn', 'deadline']).default('decidedOn'),
      direction: direction.default('desc'),
      ...paging,
    }),
    output: pageOf(decisionRow),
    reads: ['decisions', 'meetings', 'bodies', 'persons', 'actions'],
  }),
  'decisions.count': query({
    input: z.strictObject({ filter: decisionFilter.prefault({}) }),
    output: z.int(),
    reads: ['decisions', 'meetings'],
  }),
  'decisions.open': query({
    input: byId,
    output: z.object({
      decision: decisionRow,
      actions: z.array(actionRow),
      /** The decision that this one corrects, and those that correct it. */
      corrects: decisionRow.nullable(),
      correctedBy: z.array(decisionRow),
    }),
    reads: ['decisions', 'meetings', 'bodies', 'persons', 'actions'],
  }),
  /** Takes a decision in an item. With `proposalId` the text is lifted from it unless given, and the proposal is adopted. */
  'decisions.take': command({
    input: decisionChanges
      .omit({ externalBody: true, externalSource: true, decidedOn: true, text: true })
      .extend({ itemId: id, text: z.string().max(100_000).nullable().default(null) }),
    output: decision,
    touches: ['decisions', 'meetings'],
  }),
  /** A decision taken elsewhere, e.g. a municipal council's. */
  'decisions.addExternal': command({
    input: decisionChanges
      .required({ externalBody: true, decidedOn: true, text: true })
      .omit({ voteId: true, proposalId: true })
      .extend({ votes: z.strictObject(counts).nullable().default(null) }),
    output: decision,
    touches: ['decisions'],
  }),
  'decisions.revise': command({
    input: z.strictObject({ id, changes: decisionChanges }),
    output: decision,
    touches: ['decisions', 'meetings'],
  }),
  /** How far it has come. `done` needs the day and the result. Allowed after the minutes are final. */
  'decisions.report': command({
    input: z.strictObject({
      id,
      status: z.enum(decisionStatuses),
      doneOn: day.nullable(),
      result: z.string().max(1_000_000),
      reportedInId: id.nullable().default(null),
    }),
    output: decision,
    touches: ['decisions', 'meetings'],
  }),
  /**
   * The same change to many at once: who carries them out, until when, and how far it has come. All or none; what is wrong names the
   * decision. Those in final minutes take the carrying out only. One undo takes all back.
   */
  'decisions.reviseMany': command({
    input: many(
      changesOf(decisionFields).pick({ responsibleId: true, deadline: true, status: true, doneOn: true, result: true }),
    ),
    output: changed,
    touches: ['decisions', 'meetings'],
  }),
  'decisions.remove': command({ input: byId, output: done, touches: ['decisions', 'meetings'] }),

  'actions.list': query({
    input: z.strictObject({
      filter: actionFilter.prefault({}),
      sort: z.enum(['dueOn', 'owner']).default('dueOn'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(actionRow),
    reads: ['actions', 'decisions', 'meetings', 'persons', 'partners', 'visits'],
  }),
  'actions.count': query({
    input: z.strictObject({ filter: actionFilter.prefault({}) }),
    output: z.int(),
    reads: ['actions', 'meetings'],
  }),
  'actions.open': query({
    input: byId,
    output: actionRow,
    reads: ['actions', 'decisions', 'meetings', 'persons', 'partners', 'visits'],
  }),
  'actions.add': command({ input: newAction, output: action, touches: ['actions', 'meetings'] }),
  'actions.revise': command({
    input: z.strictObject({ id, changes: actionChanges.omit({ status: true, doneOn: true, reportedInId: true }) }),
    output: action,
    touches: ['actions', 'meetings'],
  }),
  /** How far it has come. `done` needs the day and the result, `cancelled` the reason as result. */
  'actions.report': command({
    input: z.strictObject({
      id,
      status: z.enum(actionStatuses),
      doneOn: day.nullable(),
      result: z.string().max(1_000_000),
      reportedInId: id.nullable().default(null),
    }),
    output: action,
    touches: ['actions', 'meetings'],
  }),
  /** The same change to many at once: all or none; what is wrong names the action. One undo takes all back. */
  'actions.reviseMany': command({
    input: many(
      actionChanges.pick({ ownerId: true, dueOn: true, priority: true, status: true, doneOn: true, result: true }),
    ),
    output: changed,
    touches: ['actions', 'meetings'],
  }),
  'actions.remove': command({ input: byId, output: done, touches: ['actions', 'meetings'] }),
}
