/** Commitments as papers print them: with the words of their source, their evidence and each delivery. */
import type { PaperCommitment } from '#shared/documents/partner-paper.ts'
import { formatDay } from '#shared/domain/days.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { readAll, type Store, sql } from '../store.ts'
import { namedInPapers } from './attachments.ts'
import type { CommitmentRow } from './commitments.ts'

type PaperDelivery = PaperCommitment['deliveries'][number]

/**
 * `rows` with everything a paper tells of each, in the same order. Three statements however many rows. Evidence that is not public is
 * named only in a closed paper, and replaced versions in none.
 */
export function paperCommitments(
  store: Store,
  rows: readonly CommitmentRow[],
  { language, withConfidential }: { readonly language: Language; readonly withConfidential: boolean },
): PaperCommitment[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const given = sql(
    store,
    `SELECT d.commitment_id AS "commitmentId", d.delivered_on AS "deliveredOn", d.amount, d.description
     FROM json_each(?) hit CROSS JOIN deliveries d ON d.commitment_id = hit.value
     WHERE d.deleted_at IS NULL ORDER BY d.delivered_on, d.id`,
  ).all(ids) as (PaperDelivery & { commitmentId: Id })[]
  const closed = withConfidential ? 1 : 0
  const evidence = sql(
    store,
    `SELECT hit.value AS "commitmentId", a.title FROM json_each(?) hit CROSS JOIN attachments a ON a.commitment_id = hit.value
     WHERE ${namedInPapers}
     UNION ALL SELECT d.commitment_id, a.title FROM json_each(?) hit CROSS JOIN deliveries d ON d.commitment_id = hit.value
       CROSS JOIN attachments a ON a.delivery_id = d.id WHERE d.deleted_at IS NULL AND ${namedInPapers}`,
  ).all(ids, closed, ids, closed) as { commitmentId: Id; title: string }[]
  const deliveriesOf = Map.groupBy(given, ({ commitmentId }) => commitmentId)
  const evidenceOf = Map.groupBy(evidence, ({ commitmentId }) => commitmentId)
  const signedOn = new Map(readAll(store, 'partners', 'id').map((one) => [one.id, one.agreementSignedOn]))
  return rows.map((row) => ({
    partner: row.partnerName,
    title: row.title,
    isPublic: row.isPublic,
    kind: row.kind,
    unit: row.unit,
    recurrence: row.recurrence,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    status: row.status,
    pledged: row.pledged,
    delivered: row.delivered,
    remaining: row.remaining,
    over: row.over,
    daysOverdue: row.daysOverdue,
    source: sourceOf(row, signedOn.get(row.partnerId) ?? null, language),
    evidence: (evidenceOf.get(row.id) ?? []).map(({ title }) => title),
    deliveries: (deliveriesOf.get(row.id) ?? []).map(({ deliveredOn, amount, description }) => ({
      deliveredOn,
      amount,
      description,
    })),
  }))
}

function sourceOf({ source, decisionNumber }: CommitmentRow, signedOn: Day | null, language: Language): string | null {
  if (source === 'meetingDecision') return decisionNumber
  return source === 'agreement' && signedOn !== null ? formatDay(signedOn, language) : null
}
