import { addDays } from '#shared/domain/days.ts'
import type { Day } from '#shared/domain/values.ts'
import { sql } from '../../store.ts'
import type { Board } from './board.ts'
import type { Desk } from './desk.ts'

interface Due {
  readonly id: string
  readonly dueOn: Day
  readonly arisenOn: Day
}

/**
 * What fell due by a day is reported done, to the meeting where one is told of it. `leaving` leaves something: the first of each
 * kind is late, and one action has fallen away.
 */
export function reportDue(
  desk: Desk,
  { source, bodyId, random }: Board,
  { day, meetingId, leaving }: { readonly day: Day; readonly meetingId: string | null; readonly leaving: boolean },
): void {
  const { texts } = source
  const decisions = sql(
    desk.store,
    `SELECT d.id, d.deadline AS "dueOn", d.decided_on AS "arisenOn" FROM decisions d JOIN agenda_items i ON i.id = d.item_id
     WHERE i.body_id = ? AND d.deleted_at IS NULL AND d.status IN ('open', 'inProgress') AND d.deadline <= ? AND d.decided_on < ?
     ORDER BY d.deadline, d.id`,
  ).all(bodyId, day, day) as Due[]
  const actions = sql(
    desk.store,
    `SELECT a.id, a.due_on AS "dueOn", m.starts_on AS "arisenOn" FROM actions a JOIN agenda_items i ON i.id = a.origin_item_id
     JOIN meetings m ON m.id = i.meeting_id
     WHERE i.body_id = ? AND a.deleted_at IS NULL AND a.status IN ('open', 'inProgress') AND a.due_on <= ? AND m.starts_on < ?
     ORDER BY a.due_on, a.id`,
  ).all(bodyId, day, day) as Due[]
  const done = ({ dueOn, arisenOn }: Due) => {
    const early = addDays(dueOn, -random.between(0, 6))
    return {
      status: 'done' as const,
      doneOn: early > arisenOn ? early : arisenOn,
      result: texts.reported,
      reportedInId: meetingId,
    }
  }
  decisions.forEach((due, index) => {
    if (leaving && index === 0) return
    desk.call('decisions.report', { id: due.id, ...done(due) })
  })
  actions.forEach((due, index) => {
    if (leaving && index === 0) return
    const dropped = { status: 'cancelled' as const, doneOn: null, result: texts.dropped, reportedInId: meetingId }
    desk.call('actions.report', { id: due.id, ...(leaving && index === 1 ? dropped : done(due)) })
  })
}

/** Work that has begun on what the newest meeting decided. */
export function begin(desk: Desk, board: Board): void {
  const { rows } = desk.call('decisions.list', { filter: { bodyId: board.bodyId, state: 'open' }, limit: 5 })
  const newest = rows[0]
  if (newest) {
    const report = { status: 'inProgress' as const, doneOn: null, result: board.source.texts.underWay }
    desk.call('decisions.report', { id: newest.id, ...report })
  }
}

/** A decision of the municipal council that the partnership follows up. */
export function addExternal(desk: Desk, { source, random, ours }: Board, day: Day): string {
  const { external } = source
  const blanks: Readonly<Record<string, string>> = {
    n: String(random.between(20, 80)),
    yy: day.slice(2, 4),
    yyyy: day.slice(0, 4),
  }
  const decision = desk.call('decisions.addExternal', {
    externalBody: external.body,
    externalSource: external.source.replaceAll(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole),
    decidedOn: day,
    text: external.text,
    responsibleId: random.pick(ours),
    deadline: addDays(day, 120),
    votes: { kind: 'showOfHands', forCount: external.forCount, againstCount: external.againstCount, abstainCount: 0 },
  })
  return decision.id
}
