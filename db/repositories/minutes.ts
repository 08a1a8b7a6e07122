import type { Adjustment, Minutes } from '#shared/domain/records/meeting.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

export type NamedAdjustment = Adjustment & { readonly personName: string }

const adjustmentColumns = entities.adjustments.select.replaceAll(/(^|, )(\w+) AS/g, '$1a.$2 AS')

/** Every version of a meeting's minutes, oldest first. */
export function versionsOf(store: Store, meetingId: string): Minutes[] {
  const rows = sql(
    store,
    `SELECT ${entities.minutes.select} FROM minutes WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY version`,
  ).all(meetingId) as Record<string, unknown>[]
  return rows.map((row) => decode('minutes', row))
}

/** Who was asked, of every version and of the coming one (`minutesId` null), in the order they sign. */
export function adjustmentsOf(store: Store, meetingId: string): NamedAdjustment[] {
  const rows = sql(
    store,
    `SELECT ${adjustmentColumns}, trim(p.given_name || ' ' || p.family_name) AS "personName"
     FROM adjustments a JOIN persons p ON p.id = a.person_id
     WHERE a.meeting_id = ? AND a.deleted_at IS NULL ORDER BY a.created_stamp, a.id`,
  ).all(meetingId) as Record<string, unknown>[]
  return rows.map((row) => decode('adjustments', row) as NamedAdjustment)
}
