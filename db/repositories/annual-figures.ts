/** What a year comes to for an annual report: sums and rows of meetings, decisions, follow-ups, projects and milestones. */
import type { AnnualPart } from '#shared/documents/annual-snapshot.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

interface Counts {
  readonly followUps: number
  readonly followUpsClosed: number
  readonly meetings: number
  readonly decisionsTaken: number
  readonly decisionsDone: number
  readonly projectsEnded: number
  readonly milestones: number
  readonly milestonesReached: number
}

/** A decision to postpone decides nothing in the matter. */
const decides = `d.deleted_at IS NULL AND d.kind <> 'postponement'`
/** Meetings of a body that are closed with a number, from one day to another. */
const closedMeetings = `m.deleted_at IS NULL AND m.body_id = $bodyId AND m.number IS NOT NULL AND m.starts_on BETWEEN $from AND $to`

/**
 * Counts of a period, both days included. A follow-up is closed by the day its company was answered; a decision stands with the meeting
 * that took it, and only meetings that are closed count.
 */
export function countsOfYear(store: Store, bodyId: Id, from: Day, to: Day): Counts {
  return sql(
    store,
    `SELECT
       (SELECT count(*) FROM visits v CROSS JOIN follow_ups f ON f.visit_id = v.id AND f.deleted_at IS NULL
        WHERE v.deleted_at IS NULL AND v.draft = 0 AND v.visited_on BETWEEN $from AND $to) AS "followUps",
       (SELECT count(*) FROM visits v CROSS JOIN follow_ups f ON f.visit_id = v.id AND f.deleted_at IS NULL
        WHERE v.deleted_at IS NULL AND v.draft = 0 AND v.visited_on BETWEEN $from AND $to
          AND f.status = 'closed' AND f.answered_company_on <= $to) AS "followUpsClosed",
       (SELECT count(*) FROM meetings m WHERE ${closedMeetings}) AS meetings,
       (SELECT count(*) FROM meetings m CROSS JOIN agenda_items i ON i.meeting_id = m.id AND i.deleted_at IS NULL
          CROSS JOIN decisions d ON d.item_id = i.id AND ${decides} WHERE ${closedMeetings}) AS "decisionsTaken",
       (SELECT count(*) FROM decisions d CROSS JOIN agenda_items i ON i.id = d.item_id CROSS JOIN meetings m ON m.id = i.meeting_id
        WHERE d.deleted_at IS NULL AND d.status = 'done' AND d.done_on BETWEEN $from AND $to
          AND i.body_id = $bodyId AND m.number IS NOT NULL) AS "decisionsDone",
       (SELECT count(*) FROM projects WHERE deleted_at IS NULL AND status IN ('finished', 'stopped')
          AND end_actual_on BETWEEN $from AND $to) AS "projectsEnded",
       (SELECT count(*) FROM milestones m CROSS JOIN projects p ON p.id = m.project_id AND p.deleted_at IS NULL
        WHERE m.deleted_at IS NULL AND m.baseline_on BETWEEN $from AND $to) AS milestones,
       (SELECT count(*) FROM milestones m CROSS JOIN projects p ON p.id = m.project_id AND p.deleted_at IS NULL
        WHERE m.deleted_at IS NULL AND m.baseline_on BETWEEN $from AND $to AND m.actual_on <= $to) AS "milestonesReached"`,
  ).get({ bodyId, from, to }) as Counts
}

/** Projects under way today. */
export function runningProjects(store: Store): number {
  return sql(store, `SELECT count(*) FROM projects WHERE deleted_at IS NULL AND status = 'running'`)
    .pluck()
    .get() as number
}

/** The body's closed meetings from one day to another, in order, with what they treated and how many were there. */
export function meetingsOfYear(store: Store, bodyId: Id, from: Day, to: Day): AnnualPart['meetings'] {
  const was = `a.status IN ('present', 'remote', 'partlyPresent')`
  const onRoll = `FROM attendances a WHERE a.meeting_id = m.id AND a.deleted_at IS NULL`
  return sql(
    store,
    `SELECT m.number || '/' || m.number_year AS number, m.starts_on AS "heldOn", m.kind, m.title, m.place,
       (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.deleted_at IS NULL AND i.number IS NOT NULL
          AND i.status NOT IN ('postponed', 'withdrawn')) AS cases,
       (SELECT count(*) FROM agenda_items i CROSS JOIN decisions d ON d.item_id = i.id AND ${decides}
        WHERE i.meeting_id = m.id AND i.deleted_at IS NULL) AS decisions,
       (SELECT count(*) ${onRoll} AND a.role IN ('chair', 'member')) AS members,
       (SELECT count(*) ${onRoll} AND a.role IN ('chair', 'member') AND ${was}) AS present,
       (SELECT count(*) ${onRoll} AND a.role = 'deputy' AND a.votes = 1 AND ${was}) AS deputies
     FROM meetings m WHERE ${closedMeetings} ORDER BY m.starts_on, m.starts_at, m.id`,
  ).all({ bodyId, from, to }) as AnnualPart['meetings']
}
