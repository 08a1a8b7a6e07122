import type { z } from 'zod'
import type { projectFilter, projectRow, projectTotals } from '#shared/contract/projects.ts'
import type { Financing, Project, ProjectPartner, ProjectReport } from '#shared/domain/records/project.ts'
import { currencies, projectStatuses } from '#shared/domain/records/project.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { addEqual, addHolds, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { textMatches } from './text-matches.ts'

type Filter = z.infer<typeof projectFilter>
export type ProjectRow = z.infer<typeof projectRow>
type Totals = z.infer<typeof projectTotals>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'title' | 'startYear'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

const fields = entities.projects.select.replaceAll(/(^|, )(\w+) AS/g, '$1p.$2 AS')
/** A value of a project's newest report, read off the index of reports. */
export const newest = (column: string) => `(SELECT r.${column} FROM project_reports r
  WHERE r.project_id = p.id AND r.deleted_at IS NULL ORDER BY r.reported_on DESC, r.id DESC LIMIT 1)`
const financed = (granted: 0 | 1) => `(SELECT coalesce(sum(f.amount), 0) FROM financings f
  WHERE f.project_id = p.id AND f.granted = ${granted} AND f.deleted_at IS NULL)`
const rowColumns = `${fields}, nullif(trim(l.given_name || ' ' || l.family_name), '') AS "leadName",
  (SELECT json_group_array(name) FROM (SELECT o.name FROM project_partners k CROSS JOIN partners o ON o.id = k.partner_id
    WHERE k.project_id = p.id AND k.role = 'owner' AND k.deleted_at IS NULL ORDER BY o.name)) AS "ownerNames",
  (SELECT json_group_array(title) FROM (SELECT a.title FROM json_each(p.focus_area_ids) e
    CROSS JOIN focus_areas a ON a.id = e.value ORDER BY a.number)) AS "focusAreaTitles",
  ${newest('light')} AS light, ${newest('comment')} AS "lightComment", ${newest('reported_on')} AS "lightOn",
  ${financed(1)} AS granted, ${financed(0)} AS "appliedFor"`

/** Nobody waits for the milestones of a project that is finished or stopped. */
const isGoing = `p.status NOT IN ('finished', 'stopped')`
/** How the milestones of some projects stand on a day: one row per project. Counting agrees with `milestoneState`. */
const milestoneCounts = `SELECT m.project_id AS id, count(*) AS milestones, count(m.actual_on) AS reached,
    sum(m.actual_on IS NULL AND ${isGoing} AND (m.stands_on < ? OR coalesce(m.forecast_on > m.baseline_on, 0))) AS slipping,
    sum(m.actual_on IS NULL AND ${isGoing} AND m.stands_on < ?) AS overdue,
    (SELECT json_object('id', n.id, 'title', n.title, 'standsOn', n.stands_on) FROM milestones n
      WHERE n.project_id = m.project_id AND n.actual_on IS NULL AND n.deleted_at IS NULL
        AND ${isGoing}
      ORDER BY n.stands_on, n.position, n.id LIMIT 1) AS "nextMilestone"
  FROM json_each(?) e CROSS JOIN projects p ON p.id = e.value
    CROSS JOIN milestones m ON m.project_id = p.id AND m.deleted_at IS NULL GROUP BY m.project_id`
type Counts = Pick<ProjectRow, 'milestones' | 'reached' | 'slipping' | 'overdue'> & {
  /** As JSON. */
  readonly nextMilestone: string | null
}
const noMilestones: Counts = { milestones: 0, reached: 0, slipping: 0, overdue: 0, nextMilestone: null }

/** Completes rows in place with what their milestones come to; one statement for the whole page. */
function shownAll(store: Store, rows: readonly Record<string, unknown>[], today: Day): ProjectRow[] {
  const counted = sql(store, milestoneCounts).all(today, today, JSON.stringify(rows.map(({ id }) => id))) as (Counts & {
    id: Id
  })[]
  const counts = new Map(counted.map((one) => [one.id, one]))
  return rows.map((row) => {
    const own = counts.get(String(row.id)) ?? noMilestones
    row.milestones = own.milestones
    row.reached = own.reached
    row.slipping = own.slipping
    row.overdue = own.overdue
    row.nextMilestone = own.nextMilestone === null ? null : JSON.parse(String(own.nextMilestone))
    row.ownerNames = JSON.parse(String(row.ownerNames))
    row.focusAreaTitles = JSON.parse(String(row.focusAreaTitles))
    // The SQL gives the record and what is joined to it; tests parse every answer.
    return decode('projects', row) as unknown as ProjectRow
  })
}

const orderIndex = { title: 'INDEXED BY projects_title', startYear: 'INDEXED BY projects_year' } as const

function conditionOf(store: Store, filter: Filter, sort: ListQuery['sort']): Condition & { readonly from: string } {
  const condition: Condition = { where: ['p.deleted_at IS NULL'], values: [] }
  const add = (where: string, ...values: unknown[]) => {
    condition.where.push(where)
    condition.values.push(...values)
  }
  const ids = textMatches(store, 'projects', filter.text)
  if (ids !== null) condition.values.push(ids)
  addIn(condition, 'p.status', filter.statuses)
  addIn(condition, newest('light'), filter.lights)
  if (filter.focusAreaId !== null) addHolds(condition, 'p.focus_area_ids', [filter.focusAreaId])
  if (filter.crossCuttingOnly) add('p.cross_cutting = 1')
  if (filter.lighthouseOnly) add('p.lighthouse = 1')
  addEqual(condition, 'p.lead_id', filter.leadId)
  if (filter.partnerId !== null) {
    add(
      `EXISTS (SELECT 1 FROM project_partners k WHERE k.project_id = p.id AND k.partner_id = ? AND k.deleted_at IS NULL)`,
      filter.partnerId,
    )
  }
  if (filter.year !== null) {
    // What ended without a day is taken to have ended as it was planned to.
    const ended = "coalesce(p.end_actual_on, iif(p.status IN ('finished', 'stopped'), p.end_planned_on, NULL))"
    add(`p.start_year <= ? AND coalesce(${ended} >= ?, 1)`, filter.year, `${filter.year}-01-01`)
  }
  const from =
    ids !== null ? 'json_each(?) hit CROSS JOIN projects p ON p.id = hit.value' : `projects p ${orderIndex[sort]}`
  return { ...condition, from }
}

/** A page of projects with their light, money and milestones. `today` decides what is overdue. */
export function listProjects(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<ProjectRow> {
  const { from, where, values } = conditionOf(store, filter, sort)
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  const key = sort === 'title' ? 'p.sort_title' : 'p.start_year'
  const after = readCursor(cursor, [sort === 'title' ? 'string' : 'number', 'string'])
  const rows = sql(
    store,
    `SELECT ${rowColumns} ${sort === 'title' ? ', p.sort_title AS "sortTitle"' : ''} FROM ${from} LEFT JOIN persons l ON l.id = p.lead_id
     WHERE ${[...where, ...(after ? [`(${key}, p.id) ${compare} (?, ?)`] : [])].join(' AND ')}
     ORDER BY ${key} ${order}, p.id ${order} LIMIT ?`,
  ).all(...values, ...(after ?? []), limit + 1) as Record<string, unknown>[]
  const page = pageOf(
    rows,
    limit,
    (row) => [sort === 'title' ? row.sortTitle : row.startYear, row.id] as CursorValue[],
    sort === 'title' ? ({ sortTitle: _, ...row }) => row : (row) => row,
  )
  return { rows: shownAll(store, page.rows, today), next: page.next }
}

/** What all projects of a filter come to: numbers by status and light, and exact sums per currency in øre/öre. */
export function totalsOfProjects(store: Store, filter: Filter): Totals {
  const { from, where, values } = conditionOf(store, filter, 'title')
  const rows = sql(
    store,
    `SELECT p.status, p.currency, coalesce(p.budget_amount, 0) AS budget, ${newest('light')} AS light,
       ${financed(1)} AS granted, ${financed(0)} AS "appliedFor"
     FROM ${from} WHERE ${where.join(' AND ')}`,
  ).all(...values) as (Pick<ProjectRow, 'status' | 'light' | 'currency' | 'granted' | 'appliedFor'> & {
    budget: number
  })[]
  const count = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).length
  return {
    count: rows.length,
    byStatus: projectStatuses
      .map((status) => ({ status, count: count((row) => row.status === status) }))
      .filter((one) => one.count > 0),
    byLight: (['green', 'amber', 'red', null] as const)
      .map((light) => ({ light, count: count((row) => row.light === light) }))
      .filter((one) => one.count > 0),
    money: currencies.flatMap((currency) => {
      const own = rows.filter((row) => row.currency === currency)
      const sum = (field: 'budget' | 'granted' | 'appliedFor') => own.reduce((total, row) => total + row[field], 0)
      return own.length === 0
        ? []
        : [{ currency, budget: sum('budget'), granted: sum('granted'), appliedFor: sum('appliedFor') }]
    }),
  }
}

/** One project as the list shows it; undefined where there is none. */
export function projectRowOf(store: Store, id: Id, today: Day): ProjectRow | undefined {
  const row = sql(
    store,
    `SELECT ${rowColumns} FROM projects p LEFT JOIN persons l ON l.id = p.lead_id WHERE p.id = ? AND p.deleted_at IS NULL`,
  ).get(id) as Record<string, unknown> | undefined
  return row === undefined ? undefined : shownAll(store, [row], today)[0]
}

/** Projects that run or are to run within a period, and those that ended within it. */
export function projectsTouching(store: Store, from: Day, to: Day, today: Day): ProjectRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM projects p LEFT JOIN persons l ON l.id = p.lead_id
     WHERE p.deleted_at IS NULL AND coalesce(p.start_on, p.start_year || '-01-01') <= ?
       AND (p.status NOT IN ('finished', 'stopped') OR coalesce(p.end_actual_on, p.end_planned_on, '') >= ?)
     ORDER BY p.sort_title, p.id`,
  ).all(to, from) as Record<string, unknown>[]
  return shownAll(store, rows, today)
}

const partnerColumns = entities.projectPartners.select.replaceAll(/(^|, )(\w+) AS/g, '$1k.$2 AS')
const financingColumns = entities.financings.select.replaceAll(/(^|, )(\w+) AS/g, '$1f.$2 AS')

/** The partners of a project with their names, owners first. */
export function partnersOfProject(store: Store, projectId: Id): (ProjectPartner & { partnerName: string })[] {
  return sql(
    store,
    `SELECT ${partnerColumns}, o.name AS "partnerName" FROM project_partners k CROSS JOIN partners o ON o.id = k.partner_id
     WHERE k.project_id = ? AND k.deleted_at IS NULL ORDER BY k.role <> 'owner', o.name, k.role, k.id`,
  ).all(projectId) as (ProjectPartner & { partnerName: string })[]
}

/** Where a project's money comes from, granted first, the largest first; with the partner's name where it is one. */
export function financingsOfProject(store: Store, projectId: Id): (Financing & { partnerName: string | null })[] {
  const rows = sql(
    store,
    `SELECT ${financingColumns}, o.name AS "partnerName" FROM financings f LEFT JOIN partners o ON o.id = f.partner_id
     WHERE f.project_id = ? AND f.deleted_at IS NULL ORDER BY f.granted DESC, f.amount DESC, f.id`,
  ).all(projectId) as Record<string, unknown>[]
  return rows.map((row) => decode('financings', row) as Financing & { partnerName: string | null })
}

/** Reports of a project, newest first; the first gives its light. */
export function reportsOfProject(store: Store, projectId: Id): ProjectReport[] {
  return sql(
    store,
    `SELECT ${entities.projectReports.select} FROM project_reports WHERE project_id = ? AND deleted_at IS NULL
     ORDER BY reported_on DESC, id DESC`,
  ).all(projectId) as ProjectReport[]
}

/** The projects that one carries on, by title. */
export function continuedBy(store: Store, id: Id): Pick<Project, 'id' | 'title'>[] {
  return sql(
    store,
    'SELECT id, title FROM projects WHERE continues_as_id = ? AND deleted_at IS NULL ORDER BY sort_title, id',
  ).all(id) as Pick<Project, 'id' | 'title'>[]
}

/** The agenda item where a project is next decided upon; null where it is gone or none is said. */
export function nextDecisionOf(store: Store, itemId: Id | null) {
  if (itemId === null) return null
  const item = sql(
    store,
    `SELECT i.id, i.title, i.number_text AS "numberText", b.name AS "bodyName", i.meeting_id AS "meetingId",
       m.starts_on AS "meetingOn", i.confidential
     FROM agenda_items i JOIN bodies b ON b.id = i.body_id LEFT JOIN meetings m ON m.id = i.meeting_id
     WHERE i.id = ? AND i.deleted_at IS NULL`,
  ).get(itemId) as
    | {
        id: Id
        title: string
        numberText: string | null
        bodyName: string
        meetingId: Id | null
        meetingOn: Day | null
        confidential: 0 | 1
      }
    | undefined
  return item ?? null
}

/** The projects that a partner is in, with what it is in each; by title. */
export function projectsOfPartner(store: Store, partnerId: Id) {
  const rows = sql(
    store,
    `SELECT p.id, p.title, p.status, json_group_array(k.role) AS roles FROM project_partners k INDEXED BY project_partners_partner
     CROSS JOIN projects p ON p.id = k.project_id
     WHERE k.partner_id = ? AND k.deleted_at IS NULL AND p.deleted_at IS NULL GROUP BY p.id ORDER BY p.sort_title, p.id`,
  ).all(partnerId) as (Pick<Project, 'id' | 'title' | 'status'> & { roles: string })[]
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as ProjectPartner['role'][] }))
}
