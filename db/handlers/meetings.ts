import type { InputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { readinessOf } from '#shared/domain/meeting-readiness.ts'
import { adjournedDay, checkMeeting, movedTo } from '#shared/domain/meeting-rules.ts'
import { isInSession, lastDayOf } from '#shared/domain/meeting-states.ts'
import { numberYearOf } from '#shared/domain/numbering.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { putAt } from '../agenda-places.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import type { EntityName } from '../entities.ts'
import {
  type EarlierMinutes,
  giveNumbers,
  isPutOff,
  makeFinal,
  minutesApprovedBy,
  queueAgain,
  settleItems,
} from '../meeting-closing.ts'
import {
  callAgain,
  invite,
  isStandingRow,
  letChair,
  meetingDefaults,
  type NewMeeting,
  putStandingItems,
  secretaryOnRoll,
} from '../meeting-planning.ts'
import { itemsOf } from '../repositories/agenda-items.ts'
import { attendancesOf } from '../repositories/attendances.ts'
import { membersOf } from '../repositories/body-members.ts'
import { meetingDetail } from '../repositories/meeting-detail.ts'
import { countMeetings, lastMeetingNumber, listMeetings, meetingsOfYear } from '../repositories/meetings.ts'
import { remindersOf } from '../repositories/reminders.ts'
import { read, type Store, sql } from '../store.ts'
import { filled, languageOf, refuseIfWrong, revised, written } from './checking.ts'
import { reviseAll } from './many.ts'
import { refuseObstacle, stepTo } from './meeting-steps.ts'
import { refuseHandEdited, reopenMinutes } from './minutes.ts'

export const meetingHandlers: AreaHandlers<'meetings'> = {
  'meetings.list': (input, context) => listMeetings(context.store, input),
  'meetings.count': ({ filter }, context) => countMeetings(context.store, filter),
  'meetings.open': ({ id }, context) => meetingDetail(context.store, id, today(context)),
  'meetings.yearPlan': ({ year, bodyId }, context) => meetingsOfYear(context.store, year, bodyId),
  'meetings.reminders': ({ withinDays }, context) => remindersOf(context.store, today(context), withinDays),

  'meetings.plan': ({ templateId, ...input }, context) => {
    const meeting = planned(context, input)
    return change(context, (write) => put(write, meeting, templateId, context))
  },
  'meetings.planSeries': ({ templateId, startsOn, ...input }, context) => {
    const seriesId = context.newId()
    const days = [...new Set(startsOn)].sort()
    const meetings = days.map((day) => ({ ...planned(context, { ...input, startsOn: day }), seriesId }))
    return change(context, (write) => meetings.map((meeting) => put(write, meeting, templateId, context)))
  },
  'meetings.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'meetings', id), changes)),
  'meetings.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'meetings', ids, (write, meeting) => {
      if (isInSession(meeting) || (meeting.status !== 'planned' && meeting.status !== 'noticeSent')) {
        throw problem('refused', 'problems.meetingIsHeld')
      }
      return revise(context, write, meeting, changes)
    }),
  'meetings.remove': ({ id }, context) => {
    const meeting = read(context.store, 'meetings', id)
    if (meeting.status !== 'planned') throw problem('refused', 'problems.cancelInstead')
    refuseTreated(context, meeting)
    change(context, (write) => {
      clear(write, meeting)
      write.remove('meetings', id)
    })
    return {}
  },
  'meetings.sendNotice': ({ id, sentOn }, context) => {
    const meeting = read(context.store, 'meetings', id)
    const status = stepTo('sendNotice', meeting)
    if (isInSession(meeting)) throw problem('refused', 'problems.step.sendNotice.held')
    if (sentOn > meeting.startsOn) {
      throw invalid({ sentOn: fieldMessage('noticeAfterMeeting', { startsOn: written(context, meeting.startsOn) }) })
    }
    if (sentOn > today(context)) {
      throw invalid({ sentOn: fieldMessage('dayInFuture', { today: written(context, today(context)) }) })
    }
    return change(context, (write) => write.revise('meetings', id, { status, noticeSentOn: sentOn }))
  },
  'meetings.start': ({ id, openedAt, openedOn }, context) => {
    const meeting = read(context.store, 'meetings', id)
    stepTo('start', meeting)
    if (isInSession(meeting))
      throw problem('refused', 'problems.alreadyInSession', { openedAt: String(meeting.openedAt) })
    if (openedOn === null || openedOn === meeting.startsOn) {
      return change(context, (write) => write.revise('meetings', id, { openedAt }))
    }
    if (openedOn > today(context)) {
      throw invalid({ openedOn: fieldMessage('dayInFuture', { today: written(context, today(context)) }) })
    }
    if (meeting.noticeSentOn !== null && meeting.noticeSentOn > openedOn) {
      throw invalid({ openedOn: fieldMessage('openedBeforeNotice', { day: written(context, meeting.noticeSentOn) }) })
    }
    const moved = movedTo(meeting, openedOn)
    refuseIfWrong(checkMeeting({ ...meeting, ...moved }, languageOf(context)))
    return change(context, (write) => {
      callAgain(write, write.revise('meetings', id, moved), null, context.newId)
      moveDecisions(write, read(write, 'meetings', id))
      return write.revise('meetings', id, { openedAt })
    })
  },
  'meetings.close': ({ id, adjournedAt, adjournedOn, despiteEdits, despiteNewVersion }, context) => {
    const detail = meetingDetail(context.store, id, today(context))
    const { meeting, body, items } = detail
    const status = stepTo('close', meeting)
    if (meeting.openedAt === null) throw problem('refused', 'problems.notInSession')
    refuseObstacle(readinessOf(detail, today(context)).obstacles)
    const ended = {
      adjournedAt,
      adjournedOn: adjournedOn ?? meeting.adjournedOn ?? adjournedDay(meeting, adjournedAt),
    }
    refuseIfWrong(checkMeeting({ ...meeting, ...ended }, languageOf(context)))
    const approved = minutesApprovedBy(context.store, { ...meeting, ...ended }, items)
    if (!despiteNewVersion) refuseNewer(context, approved)
    for (const { about } of despiteEdits ? [] : approved) refuseHandEdited(context, about.id)
    return change(context, (write) => {
      settleItems(write, items)
      giveNumbers(write, meeting, body)
      const numberYear = numberYearOf(meeting)
      const number = { number: lastMeetingNumber(write, body.id, numberYear) + 1, numberYear }
      const closed = write.revise('meetings', id, { ...ended, ...(meeting.number === null ? number : {}), status })
      queueAgain(
        write,
        itemsOf(write, id).filter((item) => isPutOff(item)),
        context.newId,
      )
      for (const { about } of approved) {
        makeFinal(write, about, { approvedOn: lastDayOf(closed), approvedInId: closed.id })
      }
      return closed
    })
  },
  'meetings.cancel': ({ id, reason }, context) => {
    const meeting = read(context.store, 'meetings', id)
    const status = stepTo('cancel', meeting)
    refuseTreated(context, meeting)
    if (reason.trim() === '') throw invalid({ reason: fieldMessage('meetingCancelReasonMissing') })
    return change(context, (write) => {
      // The agenda stays to be read; its matters wait in the queue for the next meeting.
      queueAgain(
        write,
        itemsOf(write, id).filter((item) => livesOn(write, item) && item.status !== 'withdrawn'),
        context.newId,
      )
      return write.revise('meetings', id, { status, cancelledReason: reason.trim() })
    })
  },
  'meetings.archive': ({ id }, context) => {
    const meeting = read(context.store, 'meetings', id)
    const status = stepTo('archive', meeting)
    return change(context, (write) => write.revise('meetings', id, { status }))
  },
  'meetings.reopen': ({ id, reason }, context) => {
    const meeting = read(context.store, 'meetings', id)
    return change(context, (write) => {
      reopenMinutes(write, meeting, reason)
      return read(write, 'meetings', id)
    })
  },
}

function planned(
  context: Context,
  input: { readonly bodyId: string; readonly startsOn: string; readonly startsAt: string },
): NewMeeting {
  const body = read(context.store, 'bodies', input.bodyId)
  const { startsOn, startsAt } = input
  const defaults = meetingDefaults(body, membersOf(context.store, body.id, startsOn), { startsOn, startsAt })
  const meeting = filled(defaults, input)
  refuseIfWrong(checkMeeting(meeting, languageOf(context)))
  return meeting
}

function put(write: Writer, planned: NewMeeting, templateId: string | null, context: Context): Meeting {
  const meeting = write.insert('meetings', { id: context.newId(), ...planned })
  invite(write, meeting, context.newId)
  putStandingItems(write, meeting, templateId, context.newId)
  return meeting
}

/** The meeting approved the minutes as they were when it decided; what was sent to review since, it never saw. */
function refuseNewer(context: Context, approved: readonly EarlierMinutes[]): void {
  for (const { about, version, isNewer } of approved) {
    if (!isNewer) continue
    const params = { day: written(context, about.startsOn), version: version.version }
    throw problem('conflict', 'problems.minutesNewSince', params)
  }
}

/**
 * Matters of their own live on without the meeting; opening, approvals and the like, and what the standing template puts on every
 * agenda, are made anew for the next one.
 */
function livesOn(store: Store, item: AgendaItem): boolean {
  const ofItsOwn = ['decision', 'election', 'information', 'reference', 'discussion'].includes(item.type)
  return ofItsOwn && !isStandingRow(store, item)
}

/** A meeting in which something was treated or decided can't be cancelled or removed (GEVER; records.md 3.5). */
function refuseTreated(context: Context, meeting: Meeting): void {
  const decided = sql(
    context.store,
    `SELECT count(*) FROM agenda_items i WHERE i.meeting_id = ? AND i.deleted_at IS NULL AND (i.status = 'treated'
     OR EXISTS (SELECT 1 FROM decisions d WHERE d.item_id = i.id AND d.deleted_at IS NULL)
     OR EXISTS (SELECT 1 FROM votes v WHERE v.item_id = i.id AND v.deleted_at IS NULL))`,
  )
    .pluck()
    .get(meeting.id) as number
  if (decided > 0) throw problem('refused', 'problems.meetingHasTreated', { count: decided })
}

/** The children of an item that go with it when a planned meeting is removed. */
const itemChildren = ['disqualifications', 'proposals', 'statements', 'attachments'] as const satisfies EntityName[]

/** Empties a planned meeting: its matters go back to the queue, all else goes with it. */
function clear(write: Writer, meeting: Meeting): void {
  for (const row of attendancesOf(write, meeting.id)) write.remove('attendances', row.id)
  for (const table of ['adjustments', 'attachments'] as const) removeChildren(write, table, 'meeting_id', meeting.id)
  for (const item of itemsOf(write, meeting.id)) {
    if (livesOn(write, item)) {
      write.revise('agendaItems', item.id, { startedAt: null, endedAt: null })
      putAt(write, item.id, { bodyId: item.bodyId, meetingId: null }, null)
      continue
    }
    for (const entity of itemChildren) removeChildren(write, entity, 'item_id', item.id)
    write.remove('agendaItems', item.id)
  }
}

function removeChildren(write: Writer, entity: EntityName, column: 'item_id' | 'meeting_id', id: string): void {
  const ids = sql(write, `SELECT id FROM ${entity} WHERE ${column} = ? AND deleted_at IS NULL`)
    .pluck()
    .all(id) as string[]
  for (const one of ids) write.remove(entity, one)
}

/** The new secretary comes onto the roll; the old one, who was there for that alone and has not answered, leaves it. */
function changeSecretary(write: Writer, before: Meeting, after: Meeting, context: Context): void {
  const old = attendancesOf(write, after.id).find((row) => row.personId === before.secretaryId)
  if (old?.role === 'secretary' && old.status === null) write.remove('attendances', old.id)
  if (after.secretaryId !== null) secretaryOnRoll(write, after, after.secretaryId, context.newId)
}

/** A decision bears the day of its meeting. */
function moveDecisions(write: Writer, meeting: Meeting): void {
  const ids = sql(
    write,
    `SELECT d.id FROM decisions d JOIN agenda_items i ON i.id = d.item_id WHERE i.meeting_id = ? AND d.deleted_at IS NULL`,
  )
    .pluck()
    .all(meeting.id) as string[]
  for (const id of ids) write.revise('decisions', id, { decidedOn: meeting.startsOn })
}

/** One meeting's changes, with what follows from them: who is called to a new day, who chairs, who keeps the minutes. */
function revise(
  context: Context,
  write: Writer,
  before: Meeting,
  changes: InputOf<'meetings.revise'>['changes'],
): Meeting {
  const { id } = before
  refuseIfWrong(checkMeeting(revised(before, changes), languageOf(context)), 'changes.')
  if (changes.adjournedAt !== undefined && isInSession(before)) {
    throw invalid({ 'changes.adjournedAt': fieldMessage('closeInstead') })
  }
  const after = write.revise('meetings', id, changes)
  if (after.startsOn !== before.startsOn) {
    moveDecisions(write, after)
    if (after.status !== 'held' && after.openedAt === null) callAgain(write, after, null, context.newId)
  }
  if (after.chairId !== before.chairId && after.chairId !== null) letChair(write, after, after.chairId, context.newId)
  if (after.secretaryId !== before.secretaryId) changeSecretary(write, before, after, context)
  return read(write, 'meetings', id)
}
