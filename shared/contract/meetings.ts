import { z } from 'zod'
import {
  agendaItem,
  disqualification,
  itemTexts,
  proposal,
  statement,
  vote,
} from '#shared/domain/records/agenda-item.ts'
import { attachment } from '#shared/domain/records/attachment.ts'
import { body } from '#shared/domain/records/body.ts'
import { action, decision } from '#shared/domain/records/decision.ts'
import {
  adjustment,
  attendance,
  attendanceChanges,
  attendanceStatuses,
  meeting,
  meetingChanges,
  meetingKinds,
  meetingStatuses,
  minutes,
  paper,
} from '#shared/domain/records/meeting.ts'
import { day, id, timeOfDay, year } from '#shared/domain/values.ts'
import { byId, changed, direction, done, many, message, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

export const meetingFilter = z.strictObject({
  /** Words in title, place, items and minutes. */
  text: z.string().max(200).default(''),
  bodyId: id.nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  statuses: z.array(z.enum(meetingStatuses)).default([]),
})
export const meetingRow = z.object({
  id,
  bodyId: id,
  bodyName: z.string(),
  number: z.int().nullable(),
  numberYear: z.int().nullable(),
  title: z.string().nullable(),
  kind: z.enum(meetingKinds),
  startsOn: day,
  startsAt: z.string(),
  place: z.string().nullable(),
  status: z.enum(meetingStatuses),
  /** Opened and not yet closed. */
  inSession: z.boolean(),
  items: z.int(),
  undecided: z.int(),
  /** Last day for the notice by the body's rule. */
  noticeDueOn: day,
  papersDueOn: day.nullable(),
  /** Set while minutes are in review by a rule with days. */
  adjustmentDueOn: day.nullable(),
})
/** Quorum of one item: who may vote now against the body's rule. `why` says what is short; null where it is met or no rule is set. */
export const quorum = z.object({
  seats: z.int(),
  voters: z.int(),
  needed: z.int(),
  met: z.boolean(),
  why: message.nullable(),
})
export const itemDetail = z.object({
  item: agendaItem,
  /** The number as it would be given if the meeting were closed now; the given one afterwards. Null for unnumbered types. */
  numberText: z.string().nullable(),
  disqualifications: z.array(disqualification),
  proposals: z.array(proposal),
  votes: z.array(vote),
  decisions: z.array(decision),
  statements: z.array(statement),
  actions: z.array(action),
  attachments: z.array(attachment),
  quorum,
  /** Persons who may vote on the item, in the order of the roll. */
  voterIds: z.array(id),
  /** Stamp of each text's newest change: give it back to `agendaItems.write` as `basedOn`. */
  textStamps: z.record(z.enum(itemTexts), z.string()),
  /** What the item came from, named for a link; `meetingId` where that is an item on a meeting, not in a queue. */
  origin: z
    .object({
      entity: z.enum(['visits', 'followUps', 'actions', 'commitments', 'projects', 'agendaItems']),
      id,
      title: z.string(),
      meetingId: id.nullable(),
    })
    .nullable(),
})
export const attendanceRow = attendance.extend({
  personName: z.string(),
  /** The partner represented, else the one the person belongs to. */
  organisation: z.string().nullable(),
  replacesName: z.string().nullable(),
})
export const reviewRow = adjustment.extend({ personName: z.string(), isLate: z.boolean() })
export const meetingDetail = z.object({
  meeting,
  body,
  attendances: z.array(attendanceRow),
  items: z.array(itemDetail),
  /** Voting seats on the day. */
  seats: z.int(),
  /** Those of them that nobody holds, in which deputies may serve. */
  vacantSeats: z.int(),
  /** Deputies of the body not yet called, in the order they are to serve; `forId` for a personal deputy. */
  deputies: z.array(z.object({ personId: id, personName: z.string(), forId: id.nullable() })),
  adjustments: z.array(reviewRow),
  minutes: z.array(minutes),
  papers: z.array(paper),
  attachments: z.array(attachment),
  noticeDueOn: day,
  adjustmentDueOn: day.nullable(),
  /** The meetings of the same body before and after. */
  earlierId: id.nullable(),
  laterId: id.nullable(),
  /** Not wrong, but to be looked at before the next step: notice too late, decision item without proposal, quorum that fails, undecided items … each with where it is. */
  warnings: z.array(message.extend({ itemId: id.nullable(), step: z.enum(['notice', 'close', 'review', 'approve']) })),
  /** What keeps the next step from being taken; empty = it may be taken. */
  obstacles: z.array(message.extend({ itemId: id.nullable(), step: z.enum(['notice', 'close', 'review', 'approve']) })),
})
export type MeetingDetail = z.infer<typeof meetingDetail>
export type ItemDetail = z.infer<typeof itemDetail>
export type AttendanceRow = z.infer<typeof attendanceRow>

/** Everything that a meeting's screen shows. */
const meetingReads = [
  'meetings',
  'bodies',
  'bodyMembers',
  'persons',
  'partners',
  'decisions',
  'actions',
  'attachments',
  'papers',
] as const
const newMeeting = meetingChanges.required({ bodyId: true, startsOn: true, startsAt: true })

export const meetingOperations = {
  'meetings.list': query({
    input: z.strictObject({ filter: meetingFilter.prefault({}), direction: direction.default('desc'), ...paging }),
    output: pageOf(meetingRow),
    reads: ['meetings', 'bodies'],
  }),
  'meetings.count': query({
    input: z.strictObject({ filter: meetingFilter.prefault({}) }),
    output: z.int(),
    reads: ['meetings', 'bodies'],
  }),
  'meetings.open': query({ input: byId, output: meetingDetail, reads: meetingReads }),
  /** The year's meetings of one body or all, in order of day (årshjul). */
  'meetings.yearPlan': query({
    input: z.strictObject({ year, bodyId: id.nullable().default(null) }),
    output: z.array(meetingRow),
    reads: ['meetings', 'bodies'],
  }),
  /** What is due in meetings, decisions and actions: overdue first, then within `withinDays`. */
  'meetings.reminders': query({
    input: z.strictObject({ withinDays: z.int().min(0).max(365).default(14) }),
    output: z.array(
      z.object({
        kind: z.enum(['papers', 'notice', 'minutes', 'adjustment', 'decision', 'action']),
        /** Record to show: a meeting, decision or action. */
        openId: id,
        title: z.string(),
        bodyName: z.string().nullable(),
        personName: z.string().nullable(),
        dueOn: day,
        daysOverdue: z.int(),
      }),
    ),
    reads: ['meetings', 'bodies', 'decisions', 'actions', 'persons'],
  }),
  /** Plans a meeting: invites those whose terms hold that day, and puts the standing items and the template's on its agenda. */
  'meetings.plan': command({
    input: newMeeting.extend({ templateId: id.nullable().default(null) }),
    output: meeting,
    touches: ['meetings'],
  }),
  /** Plans several at once with one series; the days come from `shared/domain/series.ts`, those struck out left away. */
  'meetings.planSeries': command({
    input: newMeeting.extend({
      templateId: id.nullable().default(null),
      startsOn: z.array(day).min(1, 'problems.field.required').max(100, 'problems.field.tooMany'),
    }),
    output: z.array(meeting),
    touches: ['meetings'],
  }),
  'meetings.revise': command({
    input: z.strictObject({ id, changes: meetingChanges.omit({ bodyId: true }) }),
    output: meeting,
    touches: ['meetings'],
  }),
  /** The same change to many that are planned or called to: all or none, one undo. Refused for one that is held or cancelled. */
  'meetings.reviseMany': command({
    input: many(
      meetingChanges.pick({
        place: true,
        remoteLink: true,
        allSeeAndHear: true,
        openness: true,
        chairId: true,
        secretaryId: true,
      }),
    ),
    output: changed,
    touches: ['meetings'],
  }),
  /** Only a planned meeting without treated items; otherwise it is cancelled. */
  'meetings.remove': command({ input: byId, output: done, touches: ['meetings'] }),
  'meetings.sendNotice': command({
    input: z.strictObject({ id, sentOn: day }),
    output: meeting,
    touches: ['meetings', 'papers'],
  }),
  /**
   * The chair opens: who has no status yet is shown for the roll call. A meeting opened on another day than planned moves to that
   * day, since all that is delivered and decided at it is held against it; null = the planned day.
   */
  'meetings.start': command({
    input: z.strictObject({ id, openedAt: timeOfDay, openedOn: day.nullable().default(null) }),
    output: meeting,
    touches: ['meetings'],
  }),
  /**
   * Ends the meeting: checks every obstacle of step `close`, gives numbers in agenda order (records.md 3.21), makes it `held`,
   * sends postponed items to the body's queue, approves the minutes that an item approved. Where those were edited by hand in Word
   * it is refused with `problems.minutesHandEdited` until `despiteEdits`, as `minutes.approve` is; where they were sent to review
   * anew since the item was decided, with `problems.minutesNewSince` until `despiteNewVersion`.
   */
  'meetings.close': command({
    input: z.strictObject({
      id,
      adjournedAt: timeOfDay,
      adjournedOn: day.nullable().default(null),
      /** True after the user was told that the Word file of the minutes approved here was edited by hand. */
      despiteEdits: z.boolean().default(false),
      /** True after the user was told that the minutes approved here are a newer version than the item was decided on. */
      despiteNewVersion: z.boolean().default(false),
    }),
    output: meeting,
    touches: ['meetings', 'decisions', 'actions'],
  }),
  'meetings.cancel': command({
    input: z.strictObject({ id, reason: z.string().max(10_000) }),
    output: meeting,
    touches: ['meetings'],
  }),
  'meetings.archive': command({ input: byId, output: meeting, touches: ['meetings'] }),
  /** Opens a held meeting's record again, with a reason; the version so far is kept, numbers given stay given. */
  'meetings.reopen': command({
    input: z.strictObject({ id, reason: z.string().max(10_000) }),
    output: meeting,
    touches: ['meetings', 'decisions'],
  }),

  'attendances.add': command({
    input: attendanceChanges.required({ personId: true, role: true }).extend({ meetingId: id }),
    output: attendance,
    touches: ['meetings'],
  }),
  'attendances.revise': command({
    input: z.strictObject({ id, changes: attendanceChanges }),
    output: attendance,
    touches: ['meetings'],
  }),
  /** The roll call: a status for several at once, one change. */
  'attendances.call': command({
    input: z.strictObject({
      meetingId: id,
      answers: z.array(z.strictObject({ id, status: z.enum(attendanceStatuses).nullable() })).max(500),
    }),
    output: done,
    touches: ['meetings'],
  }),
  /** Calls in a deputy for an absent member, or with `replacesId` null into a vacant seat: the given one, or with null the next in order. */
  'attendances.callDeputy': command({
    input: z.strictObject({ meetingId: id, replacesId: id.nullable(), personId: id.nullable() }),
    output: attendance,
    touches: ['meetings'],
  }),
  'attendances.remove': command({ input: byId, output: done, touches: ['meetings'] }),
}
