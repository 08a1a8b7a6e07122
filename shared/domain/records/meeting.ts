import { z } from 'zod'
import { count, day, id, language, line, oneOf, text, timeOfDay, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const meetingKinds = ['ordinary', 'extraordinary', 'writtenProcedure', 'remote', 'seminar'] as const
/** In the order of a meeting's life; `cancelled` ends it from the first two. */
export const meetingStatuses = [
  'planned',
  'noticeSent',
  'held',
  'minutesInReview',
  'minutesApproved',
  'archived',
  'cancelled',
] as const
export type MeetingStatus = (typeof meetingStatuses)[number]
export const openness = ['open', 'closed', 'partlyClosed'] as const

/** A meeting of a body (records.md 3.5). Days and times are wall time where the body sits: Europe/Oslo or Europe/Stockholm. */
export const meetingFields = {
  bodyId: id,
  /** Taken from the body's counter of the year when the meeting is closed; never given again. */
  number: count.nullable(),
  numberYear: z.int().nullable(),
  title: line,
  kind: oneOf(meetingKinds),
  startsOn: day,
  startsAt: timeOfDay,
  /** Null = the day it begins. */
  endsOn: day.nullable(),
  endsAt: timeOfDay.nullable(),
  place: line,
  remoteLink: line,
  /** Ticked for a meeting held at a distance: all see and hear each other (koml § 11-7). */
  allSeeAndHear: z.boolean(),
  openness: oneOf(openness),
  chairId: id.nullable(),
  secretaryId: id.nullable(),
  /** Deadline for papers. */
  papersDueOn: day.nullable(),
  /** Free words of the notice: how to report absence, what to bring. */
  noticeText: text,
  noticeSentOn: day.nullable(),
  status: oneOf(meetingStatuses),
  /** When the chair opened and ended it. */
  openedAt: timeOfDay.nullable(),
  adjournedAt: timeOfDay.nullable(),
  /** Day after the start on which it ended, where it passed midnight or took more days. */
  adjournedOn: day.nullable(),
  /** The day that the minutes became final. */
  adjustedOn: day.nullable(),
  /** The meeting that approved these minutes. */
  approvedInId: id.nullable(),
  /** SE: day of the announcement on the notice board. */
  announcedOn: day.nullable(),
  cancelledReason: text,
  /** Meetings planned together share it. */
  seriesId: id.nullable(),
}
export const meeting = z.object({ ...recordMarks, ...meetingFields })
export type Meeting = z.infer<typeof meeting>
/** What may be revised by hand; numbers and states change by their own operations. */
export const meetingChanges = changesOf(meetingFields).omit({
  number: true,
  numberYear: true,
  status: true,
  noticeSentOn: true,
  adjustedOn: true,
  approvedInId: true,
  cancelledReason: true,
  seriesId: true,
})

export const attendanceRoles = [
  'chair',
  'member',
  'deputy',
  'secretary',
  'observer',
  'coOpted',
  'caseOfficer',
  'guest',
] as const
export const attendanceStatuses = ['present', 'remote', 'partlyPresent', 'absentWithReason', 'absent'] as const

/** A person at a meeting (records.md 3.6). */
export const attendanceFields = {
  meetingId: id,
  personId: id,
  representingId: id.nullable(),
  party: line,
  role: oneOf(attendanceRoles),
  /** Null until the roll is called. */
  status: oneOf(attendanceStatuses).nullable(),
  validReason: line,
  /** The member whose place a serving deputy takes; null for a deputy with a vote = a vacant seat. */
  replacesId: id.nullable(),
  arrivedAt: timeOfDay.nullable(),
  leftAt: timeOfDay.nullable(),
  votes: z.boolean(),
  /** Order of the roll. */
  position: count,
}
export const attendance = z.object({ ...recordMarks, ...attendanceFields })
export type Attendance = z.infer<typeof attendance>
export const attendanceChanges = changesOf(attendanceFields).omit({ meetingId: true })

export const minutesStatuses = ['inReview', 'returned', 'approved', 'reopened'] as const
/** One version of a meeting's minutes, frozen when sent to review. The snapshot lies under its hash. */
export const minutesFields = {
  meetingId: id,
  /** 1, 2, 3 … per meeting. */
  version: count,
  status: oneOf(minutesStatuses),
  language,
  madeOn: z.string(),
  madeBy: line,
  snapshotSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Stamp of the newest change that it saw. */
  dataStamp: z.string(),
  approvedOn: day.nullable(),
  /** Why it was returned or opened again. */
  reason: text,
}
export const minutes = z.object({ ...recordMarks, ...minutesFields })
export type Minutes = z.infer<typeof minutes>

export const verdicts = ['approved', 'refused'] as const
/** What one adjuster (the chair among them) says of one version of the minutes. */
export const adjustmentFields = {
  meetingId: id,
  /** Null until the minutes are sent to review: the adjuster is chosen at the meeting. */
  minutesId: id.nullable(),
  personId: id,
  dueOn: day.nullable(),
  verdict: oneOf(verdicts).nullable(),
  comment: text,
  decidedOn: day.nullable(),
  /** Where it was signed. */
  place: line,
}
export const adjustment = z.object({ ...recordMarks, ...adjustmentFields })
export type Adjustment = z.infer<typeof adjustment>

export const paperKinds = [
  'notice',
  'agenda',
  'casePapers',
  'minutes',
  'extract',
  'followUpList',
  'attendanceList',
] as const
export type PaperKind = (typeof paperKinds)[number]
/** A paper that was made and saved: what it was made from and what its bytes were, so that a hand-edited file is noticed (records.md 3.20). */
export const paperFields = {
  meetingId: id.nullable(),
  bodyId: id,
  kind: oneOf(paperKinds),
  decisionId: id.nullable(),
  language,
  format: oneOf(['docx', 'eml', 'ics'] as const),
  /** Made without confidential items. */
  redacted: z.boolean(),
  fileName: title,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: count,
  /** 1, 2, 3 … per meeting, kind and language. */
  version: count,
  madeOn: z.string(),
  madeBy: line,
  dataStamp: z.string(),
}
export const paper = z.object({ ...recordMarks, ...paperFields })
export type Paper = z.infer<typeof paper>
