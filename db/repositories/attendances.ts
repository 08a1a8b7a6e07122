import type { AttendanceRow } from '#shared/contract/meetings.ts'
import type { Attendance } from '#shared/domain/records/meeting.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

const columns = entities.attendances.select.replaceAll(/(^|, )(\w+) AS/g, '$1a.$2 AS')

/** The roll of a meeting in its order, with names. */
export function rollOf(store: Store, meetingId: string): AttendanceRow[] {
  const rows = sql(
    store,
    `SELECT ${columns}, trim(p.given_name || ' ' || p.family_name) AS "personName",
       coalesce((SELECT name FROM partners WHERE id = a.representing_id), (SELECT name FROM partners WHERE id = p.organisation_id))
         AS organisation,
       (SELECT trim(given_name || ' ' || family_name) FROM persons WHERE id = a.replaces_id) AS "replacesName"
     FROM attendances a JOIN persons p ON p.id = a.person_id
     WHERE a.meeting_id = ? AND a.deleted_at IS NULL ORDER BY a.position, a.id`,
  ).all(meetingId) as Record<string, unknown>[]
  return rows.map((row) => decode('attendances', row) as AttendanceRow)
}

/** The roll of a meeting in its order, without names. */
export function attendancesOf(store: Store, meetingId: string): Attendance[] {
  const rows = sql(
    store,
    `SELECT ${entities.attendances.select} FROM attendances WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(meetingId) as Record<string, unknown>[]
  return rows.map((row) => decode('attendances', row))
}
