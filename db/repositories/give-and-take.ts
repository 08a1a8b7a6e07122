/** Sums of what partners promised and gave, added up by the database in whole numbers. */
import type { z } from 'zod'
import type { commitmentOperations, giveAndTake } from '#shared/contract/commitments.ts'
import { addDays, daysBetween } from '#shared/domain/days.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

export type GiveAndTake = z.infer<typeof giveAndTake>
type Reminder = z.infer<(typeof commitmentOperations)['commitments.reminders']['output']>[number]

/** The same as `pledgedInYear`: given once counts whole in the last year, yearly in each year; only what is promised. */
function sums(partner: string): string {
  const pledges = `c.deleted_at IS NULL AND c.amount IS NOT NULL AND c.unit IS NOT NULL AND c.stage = 'promised' ${partner}`
  return `WITH RECURSIVE asked (from_year, to_year, partner_id) AS (SELECT ?, ?, ?),
      years (year) AS (SELECT from_year FROM asked UNION ALL SELECT year + 1 FROM years, asked WHERE year < to_year),
      parts (partner_id, year, unit, pledged, delivered) AS (
        SELECT c.partner_id, CAST(substr(c.period_to, 1, 4) AS INTEGER), c.unit, c.amount, 0 FROM asked, commitments c
        WHERE ${pledges} AND c.recurrence = 'once' AND substr(c.period_to, 1, 4) + 0 BETWEEN from_year AND to_year
        UNION ALL
        SELECT c.partner_id, y.year, c.unit, c.amount, 0 FROM asked, commitments c, years y
        WHERE ${pledges} AND c.recurrence = 'yearly'
          AND y.year BETWEEN substr(c.period_from, 1, 4) + 0 AND substr(c.period_to, 1, 4) + 0
        UNION ALL
        SELECT c.partner_id, CAST(substr(d.delivered_on, 1, 4) AS INTEGER), c.unit, 0, d.amount
        FROM asked, commitments c CROSS JOIN deliveries d ON d.commitment_id = c.id
        WHERE c.deleted_at IS NULL AND c.unit IS NOT NULL AND d.deleted_at IS NULL AND d.amount IS NOT NULL ${partner}
          AND substr(d.delivered_on, 1, 4) + 0 BETWEEN from_year AND to_year)
    SELECT partner_id AS "partnerId", year, unit, sum(pledged) AS pledged, sum(delivered) AS delivered
    FROM parts GROUP BY partner_id, year, unit ORDER BY partner_id, unit, year`
}
const ofAll = sums('')
const ofPartner = sums('AND c.partner_id = asked.partner_id')

/** Pledged and delivered per partner, year and unit, where anything is; of one partner, or of all for null. Øre/öre or hundredths. */
export function giveAndTakeOf(
  store: Store,
  fromYear: number,
  toYear: number,
  partnerId: Id | null = null,
): GiveAndTake[] {
  return sql(store, partnerId === null ? ofAll : ofPartner).all(fromYear, toYear, partnerId) as GiveAndTake[]
}

/** Every year in which a partner promised or gave. */
export function allYearsOf(store: Store, partnerId: Id): GiveAndTake[] {
  const span = sql(
    store,
    `SELECT min(first) AS first, max(last) AS last FROM (
       SELECT min(period_from) AS first, max(period_to) AS last FROM commitments WHERE partner_id = ? AND deleted_at IS NULL
       UNION ALL SELECT min(d.delivered_on), max(d.delivered_on) FROM commitments c JOIN deliveries d ON d.commitment_id = c.id
       WHERE c.partner_id = ? AND c.deleted_at IS NULL AND d.deleted_at IS NULL)`,
  ).get(partnerId, partnerId) as { first: Day | null; last: Day | null }
  if (span.first === null || span.last === null) return []
  return giveAndTakeOf(store, Number(span.first.slice(0, 4)), Number(span.last.slice(0, 4)), partnerId)
}

const endingAgreements = `SELECT 'agreement' AS kind, id AS "openId", name AS title, name AS "partnerName",
    agreement_valid_to AS "dueOn"
  FROM partners WHERE deleted_at IS NULL AND status <> 'left' AND agreement_valid_to <= ?`
const endingCommitments = `SELECT 'commitment' AS kind, c.id AS "openId", c.title, p.name AS "partnerName", c.period_to AS "dueOn"
  FROM commitments c INDEXED BY commitments_period CROSS JOIN partners p ON p.id = c.partner_id
  WHERE c.deleted_at IS NULL AND c.stage = 'promised' AND c.period_to <= ?
    AND iif(c.amount IS NULL,
      NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.commitment_id = c.id AND d.deleted_at IS NULL),
      (SELECT coalesce(sum(d.amount), 0) FROM deliveries d WHERE d.commitment_id = c.id AND d.deleted_at IS NULL)
        < c.amount * iif(c.recurrence = 'once', 1, substr(c.period_to, 1, 4) - substr(c.period_from, 1, 4) + 1))
  ORDER BY c.period_to, c.id LIMIT 200`

/** Agreements and open commitments that end within the days from today, or have ended: those first, by day. */
export function partnerReminders(store: Store, today: Day, withinDays: number): Reminder[] {
  const horizon = addDays(today, withinDays)
  return [endingAgreements, endingCommitments]
    .flatMap((text) => sql(store, text).all(horizon) as Omit<Reminder, 'daysOverdue'>[])
    .map((due) => ({ ...due, daysOverdue: Math.max(0, daysBetween(due.dueOn, today)) }))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.openId < b.openId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
}
