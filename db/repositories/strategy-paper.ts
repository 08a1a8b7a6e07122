/** What papers print of plans beside the rows of the screens: figures in force with their notes, and what serves goals with what may be named. */
import type { LinkKind } from '#shared/domain/records/goal.ts'
import type { Measurement } from '#shared/domain/records/indicator.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** Every figure in force of some indicators, by indicator as given, region, part and period: of each the latest vintage. */
export function figuresInForce(store: Store, indicatorIds: readonly Id[]): Measurement[] {
  const columns = entities.measurements.select.replaceAll(/(^|, )(\w+) AS/g, '$1m.$2 AS')
  const rows = sql(
    store,
    `SELECT ${columns} FROM json_each(?) hit CROSS JOIN measurements m INDEXED BY measurements_series ON m.indicator_id = hit.value
     WHERE m.deleted_at IS NULL ORDER BY hit.key, m.region_code, m.breakdown_code, m.period, m.vintage, m.id`,
  ).all(JSON.stringify(indicatorIds))
  const figures: Measurement[] = []
  for (const row of rows) {
    const one = decode('measurements', row as Record<string, unknown>)
    const before = figures.at(-1)
    const same =
      before?.indicatorId === one.indicatorId &&
      before.regionCode === one.regionCode &&
      before.breakdownCode === one.breakdownCode &&
      before.period === one.period
    // A later vintage of the same figure takes the place of the one before it.
    if (same) figures.pop()
    figures.push(one)
  }
  return figures
}

/** A link of the red thread to something other than an indicator. */
export interface Strand {
  readonly goalId: Id
  readonly kind: Exclude<LinkKind, 'indicator'>
  readonly title: string
  /** Partner, project, body or company that it belongs to; null where there is none, and for a sole trader. */
  readonly of: string | null
  readonly on: Day | null
  readonly note: string | null
  /** Whose contact persons are known in its text. */
  readonly companyId: Id | null
  /** Of a confidential visit: named in no paper, whatever its readers may see. */
  readonly neverNamed: 0 | 1
  /** Not public, or of a confidential item: named only where a paper holds what is confidential. */
  readonly closed: 0 | 1
}

const company = (alias: string) => `iif(${alias}.sole_trader, NULL, ${alias}.name)`

/**
 * What serves some goals, by goal and kind. Promises that were never given or were withdrawn serve nothing; neither do drafts of visits.
 */
export function strandsOf(store: Store, goalIds: readonly Id[]): Strand[] {
  return sql(
    store,
    `SELECT l.goal_id AS "goalId", l.note,
       CASE WHEN l.commitment_id IS NOT NULL THEN 'commitment' WHEN l.project_id IS NOT NULL THEN 'project'
         WHEN l.milestone_id IS NOT NULL THEN 'milestone' WHEN l.decision_id IS NOT NULL THEN 'decision'
         WHEN l.visit_id IS NOT NULL THEN 'visit' ELSE 'followUp' END AS kind,
       coalesce(c.title, iif(p.number IS NULL, p.title, p.number || ' ' || p.title), m.title,
         iif(i.number_text IS NULL, i.title, i.number_text || ' ' || i.title), ${company('vc')}, f.description, '') AS title,
       coalesce(cp.name, mp.title, iif(l.decision_id IS NULL, NULL, coalesce(b.name, d.external_body)), ${company('fc')}) AS "of",
       coalesce(d.decided_on, v.visited_on, f.due_on) AS "on",
       coalesce(v.company_id, fv.company_id) AS "companyId",
       ifnull(v.confidentiality = 'confidential' OR fv.confidentiality = 'confidential', 0) AS "neverNamed",
       ifnull(c.is_public = 0, 0) OR ifnull(i.confidential = 1, 0) AS closed
     FROM json_each(?) hit CROSS JOIN goal_links l INDEXED BY goal_links_goal ON l.goal_id = hit.value
     LEFT JOIN commitments c ON c.id = l.commitment_id LEFT JOIN partners cp ON cp.id = c.partner_id
     LEFT JOIN projects p ON p.id = l.project_id
     LEFT JOIN milestones m ON m.id = l.milestone_id LEFT JOIN projects mp ON mp.id = m.project_id
     LEFT JOIN decisions d ON d.id = l.decision_id LEFT JOIN agenda_items i ON i.id = d.item_id LEFT JOIN bodies b ON b.id = i.body_id
     LEFT JOIN visits v ON v.id = l.visit_id LEFT JOIN companies vc ON vc.id = v.company_id
     LEFT JOIN follow_ups f ON f.id = l.follow_up_id LEFT JOIN visits fv ON fv.id = f.visit_id
     LEFT JOIN companies fc ON fc.id = fv.company_id
     WHERE l.deleted_at IS NULL AND l.indicator_id IS NULL AND ifnull(c.stage, 'promised') = 'promised' AND ifnull(v.draft, 0) = 0
     ORDER BY hit.key, kind, "on" DESC, title, l.id`,
  ).all(JSON.stringify(goalIds)) as Strand[]
}
