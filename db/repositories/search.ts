import { ftsPrefixQuery } from '#shared/domain/search-text.ts'
import type { EntityName } from '../entities.ts'
import { type Store, sql } from '../store.ts'

export interface Hit {
  readonly entity: EntityName
  readonly id: string
}

/**
 * Ids of records whose words begin with the words of `text`: those whose name matches before those whose text does,
 * newer before older. At most `limit`, and at most two thirds of them by name, so that a common name leaves room.
 * Ordered by row, not by rank: ranking a common word reads every match (60 ms at 100,000), this reads `limit`.
 */
export function findRecords(store: Store, text: string, limit: number): Hit[] {
  const match = ftsPrefixQuery(text)
  if (match === null) return []
  const statement = sql(
    store,
    `SELECT r.entity, r.record_id AS "id" FROM search_index s JOIN search_rows r ON r.row_id = s.rowid
     WHERE search_index MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
  )
  const names = statement.all(`{title} : (${match})`, Math.ceil((limit * 2) / 3)) as Hit[]
  const texts = statement.all(match, limit) as Hit[]
  const seen = new Set(names.map((hit) => hit.id))
  return [...names, ...texts.filter((hit) => !seen.has(hit.id))].slice(0, limit)
}

/** Ids of records that are called so, newest first, at most `limit`; and the visits to companies among them, which have no other name. */
export function recordsNamed(store: Store, text: string, limit: number): string[] {
  const match = ftsPrefixQuery(text)
  if (match === null) return []
  const named = sql(
    store,
    `SELECT r.record_id FROM search_index s JOIN search_rows r ON r.row_id = s.rowid
     WHERE search_index MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(`{title} : (${match})`, limit) as string[]
  const visits = sql(store, 'SELECT id FROM visits WHERE company_id IN (SELECT value FROM json_each(?)) LIMIT ?')
  return [...named, ...(visits.pluck().all(JSON.stringify(named), limit) as string[])]
}

export interface Line {
  readonly title: string
  readonly detail: string
  readonly day: string | null
  /** The record to show: a contact opens its company. */
  readonly openId: string
}

const text = (column: string) => `substr(coalesce(${column}, ''), 1, 400)`
/** How each kind of record reads as one line. The confidential text is in none of them. `hit` holds the ids asked for. */
const lines: Readonly<Partial<Record<EntityName, string>>> = {
  companies: `name AS title, ${text('place')} AS detail, NULL AS day, r.id AS "openId" FROM hit JOIN companies r`,
  contacts: `trim(r.given_name || ' ' || r.family_name) AS title, concat_ws(', ', r.role_title, c.name) AS detail,
    NULL AS day, r.company_id AS "openId" FROM hit JOIN contacts r JOIN companies c ON c.id = r.company_id`,
  visits: `c.name AS title, ${text('coalesce(r.publishable_summary, r.notes, r.purpose)')} AS detail,
    r.visited_on AS day, r.id AS "openId" FROM hit JOIN visits r JOIN companies c ON c.id = r.company_id`,
  followUps: `${text('description')} AS title, ${text('result')} AS detail, due_on AS day, r.id AS "openId"
    FROM hit JOIN follow_ups r`,
  persons: `trim(given_name || ' ' || family_name) AS title, ${text('role_title')} AS detail, NULL AS day,
    r.id AS "openId" FROM hit JOIN persons r`,
  partners: `name AS title, ${text('short_name')} AS detail, NULL AS day, r.id AS "openId" FROM hit JOIN partners r`,
  bodies: `name AS title, '' AS detail, NULL AS day, r.id AS "openId" FROM hit JOIN bodies r`,
  packages: `title, '' AS detail, period_to AS day, r.id AS "openId" FROM hit JOIN packages r`,
  meetings: `coalesce(r.title, b.name) AS title, concat_ws(', ', iif(r.title IS NULL, NULL, b.name), r.place) AS detail,
    r.starts_on AS day, r.id AS "openId" FROM hit JOIN meetings r JOIN bodies b ON b.id = r.body_id`,
  agendaItems: `concat_ws(' ', r.number_text, r.title) AS title, concat_ws(', ', b.name, r.case_no) AS detail,
    m.starts_on AS day, coalesce(m.id, r.id) AS "openId"
    FROM hit JOIN agenda_items r JOIN bodies b ON b.id = r.body_id LEFT JOIN meetings m ON m.id = r.meeting_id`,
  decisions: `concat_ws(' ', i.number_text, coalesce(i.title, r.external_body)) AS title,
    iif(coalesce(i.confidential, 0) = 1, '', ${text('r.text')}) AS detail, r.decided_on AS day, r.id AS "openId"
    FROM hit JOIN decisions r LEFT JOIN agenda_items i ON i.id = r.item_id`,
  actions: `r.title AS title, trim(p.given_name || ' ' || p.family_name) AS detail, r.due_on AS day, r.id AS "openId"
    FROM hit JOIN actions r JOIN persons p ON p.id = r.owner_id`,
  commitments: `r.title AS title, p.name AS detail, r.period_to AS day, r.id AS "openId"
    FROM hit JOIN commitments r JOIN partners p ON p.id = r.partner_id`,
  projects: `concat_ws(' ', r.number, r.title) AS title, ${text('r.effect')} AS detail, r.start_on AS day, r.id AS "openId"
    FROM hit JOIN projects r`,
  milestones: `r.title AS title, p.title AS detail, r.stands_on AS day, r.id AS "openId"
    FROM hit JOIN milestones r JOIN projects p ON p.id = r.project_id`,
  goals: `concat_ws(' ', r.code, r.title) AS title, concat_ws(', ', p.title, p.version_label) AS detail, NULL AS day,
    r.id AS "openId" FROM hit JOIN goals r JOIN plans p ON p.id = r.plan_id`,
  activities: `concat_ws(' ', r.code, r.title) AS title, concat_ws(', ', p.title, p.version_label) AS detail,
    r.due_on AS day, r.id AS "openId" FROM hit JOIN activities r JOIN plans p ON p.id = r.plan_id`,
  indicators: `concat_ws(' ', r.code, r.title) AS title, ${text('r.source_name')} AS detail, NULL AS day, r.id AS "openId"
    FROM hit JOIN indicators r`,
}

/** The statement of each kind's lines, built once; the benchmark runs the very same by hand. */
export const lineStatements: ReadonlyMap<string, string> = new Map(
  Object.entries(lines).map(([entity, columns]) => [
    entity,
    `WITH hit AS (SELECT value FROM json_each(?)) SELECT r.id, ${columns} WHERE r.id = hit.value`,
  ]),
)

/** Hits as lines with their day, in the same order; one statement per kind of record, since each call costs more than a row. */
export function linesOf(store: Store, hits: readonly Hit[]): (Hit & Line)[] {
  const found = new Map<string, Line>()
  for (const [entity, statement] of lineStatements) {
    const ids = hits.filter((hit) => hit.entity === entity).map((hit) => hit.id)
    if (ids.length === 0) continue
    for (const line of sql(store, statement).all(JSON.stringify(ids)) as (Line & { id: string })[])
      found.set(line.id, line)
  }
  return hits.flatMap((hit) => {
    const line = found.get(hit.id)
    return line ? [{ ...hit, ...line }] : []
  })
}
