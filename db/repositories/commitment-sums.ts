/** What commitments come to, added up by the database in whole numbers, so that no screen fetches all rows to add them. */
import type { z } from 'zod'
import type { commitmentFilter, commitmentOperations } from '#shared/contract/commitments.ts'
import { type CommitmentUnit, commitmentStatuses, commitmentUnits } from '#shared/domain/records/commitment.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'
import { conditionOf, delivered, deliveries, stated, statusSql } from './commitments.ts'

type Sums = z.infer<(typeof commitmentOperations)['commitments.sums']['output']>
/** One partner, unit and status; figures are added only of what is promised and counted. */
interface Part {
  readonly partnerId: Id
  readonly unit: CommitmentUnit | null
  readonly status: (typeof commitmentStatuses)[number]
  readonly count: number
  readonly overdue: number
  readonly counted: number
  readonly pledged: number
  readonly delivered: number
  readonly remaining: number
  readonly over: number
}

/** Sums of everything that a filter holds, whole and per partner. `today` decides what is overdue. Øre/öre or hundredths. */
export function commitmentSums(store: Store, filter: z.infer<typeof commitmentFilter>, today: Day): Sums {
  const { from, where, values } = conditionOf(store, filter, today, 'periodTo')
  const parts = sql(
    store,
    `WITH held AS MATERIALIZED (SELECT c.partner_id, c.unit, c.amount, c.stage, c.period_to,
         ${stated} AS pledged, ${delivered} AS delivered, ${deliveries} AS deliveries
       FROM ${from} WHERE ${where.join(' AND ')}),
     standing AS MATERIALIZED (SELECT c.*, ${statusSql('c.pledged', 'c.delivered', 'c.deliveries')} AS status,
         c.stage = 'promised' AND c.amount IS NOT NULL AND c.unit IS NOT NULL AS counted FROM held c)
     SELECT partner_id AS "partnerId", unit, status, count(*) AS count, sum(counted) AS counted,
       sum(status IN ('promised', 'partlyDelivered') AND period_to < ?) AS overdue,
       sum(iif(counted, pledged, 0)) AS pledged, sum(iif(counted, delivered, 0)) AS delivered,
       sum(iif(counted, max(0, pledged - delivered), 0)) AS remaining,
       sum(iif(counted, max(0, delivered - pledged), 0)) AS over
     FROM standing GROUP BY partner_id, unit, status`,
  ).all(...values, today) as Part[]
  return {
    ...tallyOf(parts),
    byStatus: commitmentStatuses.map((status) => ({
      status,
      count: total(
        parts.filter((part) => part.status === status),
        'count',
      ),
    })),
    partners: [...Map.groupBy(parts, ({ partnerId }) => partnerId)].map(([partnerId, own]) => ({
      partnerId,
      ...tallyOf(own),
    })),
  }
}

function tallyOf(parts: readonly Part[]) {
  return {
    count: total(parts, 'count'),
    open: total(
      parts.filter(({ status }) => status === 'promised' || status === 'partlyDelivered'),
      'count',
    ),
    overdue: total(parts, 'overdue'),
    sums: commitmentUnits.flatMap((unit) => {
      const own = parts.filter((part) => part.unit === unit && part.counted > 0)
      if (own.length === 0) return []
      const of = (figure: 'counted' | 'pledged' | 'delivered' | 'remaining' | 'over') => total(own, figure)
      return [
        {
          unit,
          count: of('counted'),
          pledged: of('pledged'),
          delivered: of('delivered'),
          remaining: of('remaining'),
          over: of('over'),
        },
      ]
    }),
  }
}

function total(
  parts: readonly Part[],
  figure: 'count' | 'overdue' | 'counted' | 'pledged' | 'delivered' | 'remaining' | 'over',
) {
  return parts.reduce((sum, part) => sum + part[figure], 0)
}
