/** Minutes approved since, and what became of the meetings to come. */
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { nextMeetings } from '../meeting-papers.ts'
import { find, sql } from '../store.ts'
import { type Comparing, Gathering, isThere, same, type Told } from './comparing.ts'
import { isComing } from './meeting.ts'

const isFinal = (meeting: Meeting | undefined) =>
  isThere(meeting) && (meeting.status === 'minutesApproved' || meeting.status === 'archived')

/** Minutes of the body's meetings that became final, or were opened again. */
export function minutesChanges(at: Comparing): Told {
  const { store, past, choice } = at
  const gathering = new Gathering()
  for (const { was: then, now } of meetingsOf(at)) {
    if (isFinal(now) && !isFinal(then)) {
      gathering.tell({ code: 'minutesApproved', meetingOn: now.startsOn, approvedOn: now.adjustedOn })
    } else if (isFinal(then) && isThere(now) && !isFinal(now)) {
      gathering.tell({ code: 'minutesReopened', meetingOn: now.startsOn })
    }
  }
  const closed = sql(
    store,
    'SELECT 1 FROM meetings WHERE body_id = ? AND number IS NOT NULL AND deleted_at IS NULL LIMIT 1',
  )
  return gathering.told('minutes', closed.get(choice.bodyId) !== undefined || past.changed('minutes').length > 0)
}

/** Meetings to come, those that the package lists: planned, moved, elsewhere, papers due on another day, cancelled. */
export function nextMeetingChanges(at: Comparing): Told {
  const { store, choice, today, previousDay } = at
  const own = choice.meetingId === null ? undefined : find(store, 'meetings', choice.meetingId)
  const after = own?.startsOn ?? today
  const listed = nextMeetings(store, choice.bodyId, after, choice.meetingId)
  const last = listed.at(-1)
  const isListed = (meeting: Meeting) =>
    isThere(meeting) &&
    isComing(meeting) &&
    meeting.startsOn >= after &&
    last !== undefined &&
    `${meeting.startsOn} ${meeting.startsAt}` <= `${last.startsOn} ${last.startsAt}`
  const gathering = new Gathering()
  for (const { was: then, now } of meetingsOf(at)) {
    if (now.id === choice.meetingId) continue
    const wasComing = isThere(then) && isComing(then) && then.startsOn >= previousDay
    const place = now.place
    if (wasComing && (!isThere(now) || now.status === 'cancelled')) {
      gathering.tell({ code: 'nextMeetingCancelled', on: then.startsOn })
    } else if (!isListed(now)) continue
    else if (!isThere(then) || !isComing(then)) {
      gathering.tell({ code: 'nextMeetingNew', on: now.startsOn, at: now.startsAt, place })
    } else {
      const from = { on: then.startsOn, at: then.startsAt }
      const to = { on: now.startsOn, at: now.startsAt }
      if (!same(from, to)) gathering.tell({ code: 'nextMeetingMoved', from, to })
      if (then.place !== place)
        gathering.tell({ code: 'nextMeetingPlace', on: now.startsOn, from: then.place, to: place })
      if (then.papersDueOn !== now.papersDueOn) {
        gathering.tell({ code: 'nextMeetingPapers', on: now.startsOn, from: then.papersDueOn, to: now.papersDueOn })
      }
    }
  }
  return gathering.told('nextMeetings', listed.length > 0)
}

/** The body's changed meetings, by day. */
function meetingsOf({ store, past, choice }: Comparing): { was: Meeting | undefined; now: Meeting }[] {
  return past
    .changed('meetings')
    .flatMap((id) => {
      const now = find(store, 'meetings', id)
      return now?.bodyId === choice.bodyId ? [{ was: past.before('meetings', id), now }] : []
    })
    .sort((a, b) => (a.now.startsOn + a.now.startsAt < b.now.startsOn + b.now.startsAt ? -1 : 1))
}
