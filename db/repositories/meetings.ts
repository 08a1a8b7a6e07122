import type { z } from 'zod'
import type { meetingFilter, meetingRow } from '#shared/contract/meetings.ts'
import { isInSession } from '#shared/domain/meeting-states.ts'
import { adjustmentDueOn } from '#shared/domain/minutes-rules.ts'
import { noticeDueOn } from '#shared/domain/notice-rules.ts'
import { decidingTypes, unnumberedTypes } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { addEqual, addIn, type Condition, type Page, pageOf, readCursor } from './paging.ts'
import { textMatches } from './text-matches.ts'

type Filter = z.infer<typeof meetingFilter>
export type MeetingRow = z.infer<typeof meetingRow>

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')
/** Matters of a meeting, breaks and headings left out. */
const itemCount = `(SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.deleted_at IS NULL
  AND i.type NOT IN (${quoted(unnumberedTypes)}))`
/** Matters that still need a decision. */
const undecidedCount = `(SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.deleted_at IS NULL
  AND i.type IN (${quoted(decidingTypes)}) AND i.status IN ('pending', 'treated')
  AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.item_id = i.id AND d.deleted_at IS NULL))`
/** First open deadline of those who have the newest version of the minutes before them. */
const reviewDue = `(SELECT min(a.due_on) FROM adjustments a WHERE a.meeting_id = m.id AND a.deleted_at IS NULL AND a.minutes_id =
  (SELECT id FROM minutes v WHERE v.meeting_id = m.id AND v.deleted_at IS NULL ORDER BY v.version DESC LIMIT 1))`
const rowColumns = `m.id, m.body_id AS "bodyId", b.name AS "bodyName", m.number, m.number_year AS "numberYear", m.title, m.kind,
  m.starts_on AS "startsOn", m.starts_at AS "startsAt", m.ends_on AS "endsOn", m.adjourned_on AS "adjournedOn",
  m.opened_at AS "openedAt", m.place, m.status, m.papers_due_on AS "papersDueOn", b.notice_days AS "noticeDays",
  b.adjustment_rule AS "adjustmentRule", b.adjustment_days AS "adjustmentDays", ${itemCount} AS items,
  ${undecidedCount} AS undecided, ${reviewDue} AS "reviewDue"`

type Raw = Meeting &
  Pick<Body, 'noticeDays' | 'adjustmentRule' | 'adjustmentDays'> &
  Pick<MeetingRow, 'bodyName' | 'items' | 'undecided'> & { readonly reviewDue: string | null }

function shown(raw: Raw): MeetingRow {
  const { id, bodyId, bodyName, number, numberYear, title, kind, startsOn, startsAt, place, status, papersDueOn } = raw
  return {
    id,
    bodyId,
    bodyName,
    number,
    numberYear,
    title,
    kind,
    startsOn,
    startsAt,
    place,
    status,
    inSession: isInSession(raw),
    items: raw.items,
    undecided: raw.undecided,
    noticeDueOn: noticeDueOn(raw, raw),
    papersDueOn,
    adjustmentDueOn: status === 'minutesInReview' ? (raw.reviewDue ?? adjustmentDueOn(raw, raw)) : null,
  }
}

function conditionOf(store: Store, filter: Filter): Condition & { readonly from: string } {
  const condition: Condition = { where: ['m.deleted_at IS NULL'], values: [] }
  const ids = meetingsWith(store, filter.text)
  if (ids !== null) condition.values.push(ids)
  addEqual(condition, 'm.body_id', filter.bodyId)
  addIn(condition, 'm.status', filter.statuses)
  for (const [compare, day] of [
    ['>=', filter.from],
    ['<=', filter.to],
  ] as const) {
    if (day === null) continue
    condition.where.push(`m.starts_on ${compare} ?`)
    condition.values.push(day)
  }
  const from = ids === null ? 'meetings m' : 'json_each(?) hit CROSS JOIN meetings m ON m.id = hit.value'
  return { ...condition, from }
}

/** Ids of meetings whose own words or whose items hold every word, as a JSON list; null where nothing is searched. */
function meetingsWith(store: Store, text: string): string | null {
  const own = textMatches(store, 'meetings', text)
  if (own === null) return null
  const byItems = sql(
    store,
    `SELECT DISTINCT meeting_id FROM agenda_items WHERE meeting_id IS NOT NULL AND deleted_at IS NULL
     AND id IN (SELECT value FROM json_each(?))`,
  )
    .pluck()
    .all(textMatches(store, 'agendaItems', text)) as string[]
  return JSON.stringify([...new Set([...(JSON.parse(own) as string[]), ...byItems])])
}

/** A page of meetings by day and time. */
export function listMeetings(
  store: Store,
  query: {
    readonly filter: Filter
    readonly direction: 'asc' | 'desc'
    readonly cursor: string | null
    readonly limit: number
  },
): Page<MeetingRow> {
  const { from, where, values } = conditionOf(store, query.filter)
  const order = query.direction.toUpperCase()
  const keys = ['m.starts_on', 'm.starts_at', 'm.id']
  const after = readCursor(query.cursor, ['string', 'string', 'string'])
  if (after) where.push(`(${keys.join(', ')}) ${query.direction === 'asc' ? '>' : '<'} (?, ?, ?)`)
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM ${from} CROSS JOIN bodies b ON b.id = m.body_id WHERE ${where.join(' AND ')}
     ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')} LIMIT ?`,
  ).all(...values, ...(after ?? []), query.limit + 1) as Raw[]
  return pageOf(rows, query.limit, (row) => [row.startsOn, row.startsAt, row.id], shown)
}

/** How many meetings the list holds. */
export function countMeetings(store: Store, filter: Filter): number {
  const { from, where, values } = conditionOf(store, filter)
  return sql(store, `SELECT count(*) FROM ${from} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...values) as number
}

/** The meetings of a year in order of day, of one body or all. */
export function meetingsOfYear(store: Store, year: number, bodyId: string | null): MeetingRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM meetings m CROSS JOIN bodies b ON b.id = m.body_id
     WHERE m.deleted_at IS NULL AND m.starts_on BETWEEN ? AND ? ${bodyId === null ? '' : 'AND m.body_id = ?'}
     ORDER BY m.starts_on, m.starts_at, m.id`,
  ).all(`${year}-01-01`, `${year}-12-31`, ...(bodyId === null ? [] : [bodyId])) as Raw[]
  return rows.map(shown)
}

/** The meetings of the same body before and after one, cancelled ones left out. */
export function neighboursOf(
  store: Store,
  { id, bodyId, startsOn, startsAt }: Pick<Meeting, 'id' | 'bodyId' | 'startsOn' | 'startsAt'>,
): { earlierId: string | null; laterId: string | null } {
  const beside = (compare: '<' | '>', order: 'DESC' | 'ASC') =>
    (sql(
      store,
      `SELECT id FROM meetings WHERE body_id = ? AND deleted_at IS NULL AND status <> 'cancelled'
       AND (starts_on, starts_at, id) ${compare} (?, ?, ?) ORDER BY starts_on ${order}, starts_at ${order}, id ${order} LIMIT 1`,
    )
      .pluck()
      .get(bodyId, startsOn, startsAt, id) as string | undefined) ?? null
  return { earlierId: beside('<', 'DESC'), laterId: beside('>', 'ASC') }
}

/** The body's latest meeting before a time whose minutes may still be approved; undefined where there is none. */
export function meetingToApprove(
  store: Store,
  { bodyId, startsOn, startsAt }: Pick<Meeting, 'bodyId' | 'startsOn' | 'startsAt'>,
): Meeting | undefined {
  const row = sql(
    store,
    `SELECT ${entities.meetings.select} FROM meetings WHERE body_id = ? AND deleted_at IS NULL
     AND status NOT IN ('cancelled', 'minutesApproved', 'archived') AND (starts_on, starts_at) < (?, ?)
     ORDER BY starts_on DESC, starts_at DESC, id DESC LIMIT 1`,
  ).get(bodyId, startsOn, startsAt)
  return row === undefined ? undefined : decode('meetings', row as Record<string, unknown>)
}

/** The highest number that a series of items has ever given, removed items' too; 0 before the first. */
export function lastItemNumber(store: Store, series: string): number {
  const last = sql(store, 'SELECT max(number) FROM agenda_items WHERE number_series = ? AND number IS NOT NULL')
  return (last.pluck().get(series) as number | null) ?? 0
}

/** The highest number that a body's meetings of a year have ever had; 0 before the first. */
export function lastMeetingNumber(store: Store, bodyId: string, year: number): number {
  const last = sql(
    store,
    'SELECT max(number) FROM meetings WHERE body_id = ? AND number_year = ? AND number IS NOT NULL',
  )
  return (last.pluck().get(bodyId, year) as number | null) ?? 0
}
