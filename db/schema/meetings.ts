import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  attendanceRoles,
  attendanceStatuses,
  meetingKinds,
  meetingStatuses,
  minutesStatuses,
  openness,
  verdicts,
} from '#shared/domain/records/meeting.ts'
import { languages } from '#shared/domain/values.ts'
import { inList, isDay, marks } from './columns.ts'
import { bodies, toPartner, toPerson } from './partnership.ts'

/** A column that names a meeting. */
export const toMeeting = (name: string) =>
  text(name).references((): AnySQLiteColumn => meetings.id, { onDelete: 'restrict' })

export const meetings = sqliteTable(
  'meetings',
  {
    ...marks,
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    number: integer('number'),
    numberYear: integer('number_year'),
    title: text('title'),
    kind: text('kind', { enum: meetingKinds }).notNull(),
    startsOn: text('starts_on').notNull(),
    startsAt: text('starts_at').notNull(),
    endsOn: text('ends_on'),
    endsAt: text('ends_at'),
    place: text('place'),
    remoteLink: text('remote_link'),
    allSeeAndHear: integer('all_see_and_hear', { mode: 'boolean' }).notNull(),
    openness: text('openness', { enum: openness }).notNull(),
    chairId: toPerson('chair_id'),
    secretaryId: toPerson('secretary_id'),
    papersDueOn: text('papers_due_on'),
    noticeText: text('notice_text'),
    noticeSentOn: text('notice_sent_on'),
    status: text('status', { enum: meetingStatuses }).notNull(),
    openedAt: text('opened_at'),
    adjournedAt: text('adjourned_at'),
    adjournedOn: text('adjourned_on'),
    adjustedOn: text('adjusted_on'),
    approvedInId: toMeeting('approved_in_id'),
    announcedOn: text('announced_on'),
    cancelledReason: text('cancelled_reason'),
    seriesId: text('series_id'),
  },
  (t) => [
    isDay('meetings_day', t.startsOn),
    inList('meetings_kind', t.kind, meetingKinds),
    inList('meetings_openness', t.openness, openness),
    inList('meetings_status', t.status, meetingStatuses),
    index('meetings_starts').on(t.startsOn, t.startsAt, t.id).where(sql`deleted_at IS NULL`),
    index('meetings_body').on(t.bodyId, t.startsOn, t.startsAt, t.id).where(sql`deleted_at IS NULL`),
    // Deleted ones too: a number is never given again.
    uniqueIndex('meetings_number').on(t.bodyId, t.numberYear, t.number).where(sql`number IS NOT NULL`),
  ],
)

export const attendances = sqliteTable(
  'attendances',
  {
    ...marks,
    meetingId: toMeeting('meeting_id').notNull(),
    personId: toPerson('person_id').notNull(),
    representingId: toPartner('representing_id'),
    party: text('party'),
    role: text('role', { enum: attendanceRoles }).notNull(),
    status: text('status', { enum: attendanceStatuses }),
    validReason: text('valid_reason'),
    replacesId: toPerson('replaces_id'),
    arrivedAt: text('arrived_at'),
    leftAt: text('left_at'),
    votes: integer('votes', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    inList('attendances_role', t.role, attendanceRoles),
    inList('attendances_status', t.status, attendanceStatuses),
    uniqueIndex('attendances_once').on(t.meetingId, t.personId).where(sql`deleted_at IS NULL`),
    index('attendances_person').on(t.personId),
  ],
)

export const minutes = sqliteTable(
  'minutes',
  {
    ...marks,
    meetingId: toMeeting('meeting_id').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: minutesStatuses }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    madeOn: text('made_on').notNull(),
    madeBy: text('made_by'),
    snapshotSha256: text('snapshot_sha256').notNull(),
    dataStamp: text('data_stamp').notNull(),
    approvedOn: text('approved_on'),
    reason: text('reason'),
  },
  (t) => [
    inList('minutes_status', t.status, minutesStatuses),
    inList('minutes_language', t.language, languages),
    uniqueIndex('minutes_version').on(t.meetingId, t.version),
  ],
)

export const adjustments = sqliteTable(
  'adjustments',
  {
    ...marks,
    meetingId: toMeeting('meeting_id').notNull(),
    minutesId: text('minutes_id').references(() => minutes.id, { onDelete: 'restrict' }),
    personId: toPerson('person_id').notNull(),
    dueOn: text('due_on'),
    verdict: text('verdict', { enum: verdicts }),
    comment: text('comment'),
    decidedOn: text('decided_on'),
    place: text('place'),
  },
  (t) => [inList('adjustments_verdict', t.verdict, verdicts), index('adjustments_meeting').on(t.meetingId)],
)
