import type { z } from 'zod'
import type { meetingOperations } from '#shared/contract/meetings.ts'
import { addDays, daysBetween } from '#shared/domain/days.ts'
import { adjustmentDueOn } from '#shared/domain/minutes-rules.ts'
import { noticeDueOn } from '#shared/domain/notice-rules.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import type { Day } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

type Reminder = z.infer<(typeof meetingOperations)['meetings.reminders']['output']>[number]
type Due = Omit<Reminder, 'daysOverdue'>

/** Not yet held, or held and without final minutes: few rows, however old the file. */
const openMeetings = `SELECT m.id, m.title, m.status, m.starts_on AS "startsOn", m.ends_on AS "endsOn",
    m.adjourned_on AS "adjournedOn", m.papers_due_on AS "papersDueOn", m.notice_sent_on AS "noticeSentOn",
    m.opened_at AS "openedAt", b.name AS "bodyName", b.notice_days AS "noticeDays", b.adjustment_rule AS "adjustmentRule",
    b.adjustment_days AS "adjustmentDays",
    (SELECT min(n.starts_on) FROM meetings n WHERE n.body_id = m.body_id AND n.deleted_at IS NULL AND n.status <> 'cancelled'
      AND (n.starts_on, n.starts_at) > (m.starts_on, m.starts_at)) AS "nextOn"
  FROM meetings m CROSS JOIN bodies b ON b.id = m.body_id
  WHERE m.deleted_at IS NULL AND m.status IN ('planned', 'noticeSent', 'held')`
type OpenMeeting = Pick<
  Meeting,
  'id' | 'title' | 'status' | 'startsOn' | 'endsOn' | 'adjournedOn' | 'papersDueOn' | 'noticeSentOn' | 'openedAt'
> &
  Pick<Body, 'noticeDays' | 'adjustmentRule' | 'adjustmentDays'> & {
    readonly bodyName: string
    readonly nextOn: Day | null
  }

const inReview = `SELECT 'adjustment' AS kind, m.id AS "openId", coalesce(m.title, b.name) AS title, b.name AS "bodyName",
    trim(p.given_name || ' ' || p.family_name) AS "personName", a.due_on AS "dueOn"
  FROM meetings m CROSS JOIN bodies b ON b.id = m.body_id JOIN adjustments a ON a.meeting_id = m.id JOIN persons p ON p.id = a.person_id
  WHERE m.deleted_at IS NULL AND m.status = 'minutesInReview' AND a.deleted_at IS NULL AND a.verdict IS NULL AND a.due_on <= ?
    AND a.minutes_id = (SELECT id FROM minutes v WHERE v.meeting_id = m.id AND v.deleted_at IS NULL ORDER BY version DESC LIMIT 1)`
const openDecisions = `SELECT 'decision' AS kind, d.id AS "openId", coalesce(i.title, substr(d.text, 1, 200)) AS title,
    coalesce(b.name, d.external_body) AS "bodyName", trim(p.given_name || ' ' || p.family_name) AS "personName",
    d.deadline AS "dueOn"
  FROM decisions d LEFT JOIN agenda_items i ON i.id = d.item_id LEFT JOIN bodies b ON b.id = i.body_id
    LEFT JOIN persons p ON p.id = d.responsible_id
  WHERE d.deleted_at IS NULL AND d.status IN ('open', 'inProgress') AND d.deadline <= ? ORDER BY d.deadline, d.id LIMIT 200`
const openActions = `SELECT 'action' AS kind, a.id AS "openId", a.title, b.name AS "bodyName",
    trim(p.given_name || ' ' || p.family_name) AS "personName", a.due_on AS "dueOn"
  FROM actions a JOIN persons p ON p.id = a.owner_id LEFT JOIN decisions d ON d.id = a.origin_decision_id
    LEFT JOIN agenda_items i ON i.id = coalesce(a.origin_item_id, d.item_id) LEFT JOIN bodies b ON b.id = i.body_id
  WHERE a.deleted_at IS NULL AND a.status IN ('open', 'inProgress') AND a.due_on <= ? ORDER BY a.due_on, a.id LIMIT 200`

/** What is due in meetings, decisions and actions by `withinDays` from today: overdue first, by day. */
export function remindersOf(store: Store, today: Day, withinDays: number): Reminder[] {
  const horizon = addDays(today, withinDays)
  const meetings = (sql(store, openMeetings).all() as OpenMeeting[]).flatMap(dueOf)
  const others = [inReview, openDecisions, openActions].flatMap((text) => sql(store, text).all(horizon) as Due[])
  return [...meetings, ...others]
    .filter(({ dueOn }) => dueOn <= horizon)
    .map((due) => ({ ...due, daysOverdue: Math.max(0, daysBetween(due.dueOn, today)) }))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.openId < b.openId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
}

function dueOf(meeting: OpenMeeting): Due[] {
  const due = (kind: Due['kind'], dueOn: Day | null): Due[] =>
    dueOn === null
      ? []
      : [
          {
            kind,
            openId: meeting.id,
            title: meeting.title ?? meeting.bodyName,
            bodyName: meeting.bodyName,
            personName: null,
            dueOn,
          },
        ]
  if (meeting.status === 'held') return due('minutes', minutesDueOn(meeting))
  if (meeting.openedAt !== null) return []
  return [
    ...due('papers', meeting.noticeSentOn === null ? meeting.papersDueOn : null),
    ...due('notice', meeting.noticeSentOn === null ? noticeDueOn(meeting, meeting) : null),
  ]
}

/** When the minutes of a held meeting are needed: with the adjusters in their days, or with the notice of the meeting that approves them. */
function minutesDueOn(meeting: OpenMeeting): Day | null {
  if (meeting.adjustmentRule !== 'approvedInNextMeeting') return adjustmentDueOn(meeting, meeting)
  return meeting.nextOn === null ? null : addDays(meeting.nextOn, -meeting.noticeDays)
}
