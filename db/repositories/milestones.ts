import type { z } from 'zod'
import type { milestoneFilter, milestoneRow, timelineProject } from '#shared/contract/milestones.ts'
import { daysBetween } from '#shared/domain/days.ts'
import { milestoneStanding, milestoneState, slipDays } from '#shared/domain/milestone-rules.ts'
import { projectStart } from '#shared/domain/project-rules.ts'
import { type Baseline, type Milestone, milestoneStates, type ProjectStatus } from '#shared/domain/records/project.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { addEqual, addHolds, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { newest } from './projects.ts'
import { mostMatches, textMatches } from './text-matches.ts'

type Filter = z.infer<typeof milestoneFilter>
export type MilestoneRow = z.infer<typeof milestoneRow>
type TimelineProject = z.infer<typeof timelineProject>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'standsOn' | 'project' | 'title'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

const fields = entities.milestones.select.replaceAll(/(^|, )(\w+) AS/g, '$1m.$2 AS')
const owner = `trim(o.given_name || ' ' || o.family_name)`
// The state takes the place of the project's status, from which it is told.
const rowColumns = `${fields}, m.stands_on AS "standsOn", p.title AS "projectTitle", p.status AS state, ${owner} AS "ownerName",
  (SELECT count(*) FROM baselines b WHERE b.milestone_id = m.id AND b.deleted_at IS NULL) AS rebaselined`
const named = 'CROSS JOIN projects p ON p.id = m.project_id CROSS JOIN persons o ON o.id = m.owner_id'

/** The same as `milestoneState`, with one question mark for today; tests hold the two together. */
const state = `CASE WHEN m.actual_on > m.baseline_on THEN 'reachedLate' WHEN m.actual_on IS NOT NULL THEN 'reached'
  WHEN p.status IN ('finished', 'stopped') THEN 'notReached' WHEN m.stands_on < ? THEN 'overdue' WHEN m.forecast_on > m.baseline_on THEN 'late' ELSE 'onTime' END`

/** Completes a row in place: copying it costs more than reading it. */
function shown(row: Record<string, unknown>, today: Day): MilestoneRow {
  const milestone = decode('milestones', row)
  // The SQL gives the record and what is joined to it; tests parse every answer.
  return Object.assign(row, milestoneStanding(milestone, today, row.state as ProjectStatus)) as unknown as MilestoneRow
}

/** Milestones that hold every word, or whose project does, as a JSON list of ids; null where nothing is asked. */
function matching(store: Store, text: string): string | null {
  const own = textMatches(store, 'milestones', text)
  const projects = textMatches(store, 'projects', text)
  if (own === null || projects === null) return null
  return sql(
    store,
    `SELECT json_group_array(id) FROM (SELECT value AS id FROM json_each(?) UNION
       SELECT m.id FROM json_each(?) hit CROSS JOIN milestones m ON m.project_id = hit.value AND m.deleted_at IS NULL
       LIMIT ${mostMatches})`,
  )
    .pluck()
    .get(own, projects) as string
}

function conditionOf(
  store: Store,
  filter: Filter,
  today: Day,
): Condition & { readonly from: (order: string) => string } {
  const condition: Condition = { where: ['m.deleted_at IS NULL'], values: [] }
  const add = (where: string, ...values: unknown[]) => {
    condition.where.push(where)
    condition.values.push(...values)
  }
  const ids = matching(store, filter.text)
  if (ids !== null) condition.values.push(ids)
  addEqual(condition, 'm.project_id', filter.projectId)
  addEqual(condition, 'm.owner_id', filter.ownerId)
  if (filter.states.length > 0) condition.values.push(today)
  addIn(condition, state, filter.states)
  if (filter.lighthouseOnly) add('p.lighthouse = 1')
  if (filter.focusAreaId !== null) addHolds(condition, 'p.focus_area_ids', [filter.focusAreaId])
  if (filter.from !== null) add('m.stands_on >= ?', filter.from)
  if (filter.to !== null) add('m.stands_on <= ?', filter.to)
  // The loops begin where the fewest rows are: the matches, one project's own, or an index of the order.
  const from = (order: string) =>
    ids !== null
      ? 'json_each(?) hit CROSS JOIN milestones m ON m.id = hit.value'
      : `milestones m ${filter.projectId !== null ? 'INDEXED BY milestones_project' : order}`
  return { ...condition, from }
}

/** What each sort orders by, as the query gives it, and how a cursor carries it. */
const orders = {
  standsOn: { keys: ['m.stands_on'], columns: ['standsOn'], added: '', index: 'INDEXED BY milestones_stands' },
  project: {
    keys: ['p.sort_title', 'p.id', 'm.position'],
    columns: ['sortTitle', 'projectId', 'position'],
    added: ', p.sort_title AS "sortTitle"',
    index: '',
  },
  title: {
    keys: ['m.sort_title'],
    columns: ['sortTitle'],
    added: ', m.sort_title AS "sortTitle"',
    index: 'INDEXED BY milestones_title',
  },
} as const

/** A page of milestones with how they stand on `today`. */
export function listMilestones(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<MilestoneRow> {
  const { from, where, values } = conditionOf(store, filter, today)
  const { keys, columns, added, index } = orders[sort]
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  const all = [...keys, 'm.id']
  const after = readCursor(
    cursor,
    all.map((key) => (key === 'm.position' ? 'number' : 'string')),
  )
  const rows = sql(
    store,
    `SELECT ${rowColumns} ${added} FROM ${from(index)} ${named}
     WHERE ${[...where, ...(after ? [`(${all.join(', ')}) ${compare} (${all.map(() => '?').join(', ')})`] : [])].join(' AND ')}
     ORDER BY ${all.map((key) => `${key} ${order}`).join(', ')} LIMIT ?`,
  ).all(...values, ...(after ?? []), limit + 1) as Record<string, unknown>[]
  return pageOf(
    rows,
    limit,
    (row) => [...columns.map((column) => row[column]), row.id] as CursorValue[],
    added === '' ? (row) => shown(row, today) : ({ sortTitle: _, ...row }) => shown(row, today),
  )
}

/** How many milestones a filter holds, and how they stand on `today`. */
export function totalsOfMilestones(store: Store, filter: Filter, today: Day) {
  const { from, where, values } = conditionOf(store, filter, today)
  const rows = sql(
    store,
    `SELECT ${state} AS state, count(*) AS count FROM ${from('')} ${named} WHERE ${where.join(' AND ')} GROUP BY 1`,
  ).all(today, ...values) as { state: MilestoneRow['state']; count: number }[]
  return {
    count: rows.reduce((total, row) => total + row.count, 0),
    byState: milestoneStates.flatMap((one) => rows.filter((row) => row.state === one)),
  }
}

/** One milestone as the list shows it; undefined where there is none. */
export function milestoneRowOf(store: Store, id: Id, today: Day): MilestoneRow | undefined {
  const row = sql(store, `SELECT ${rowColumns} FROM milestones m ${named} WHERE m.id = ? AND m.deleted_at IS NULL`).get(
    id,
  )
  return row === undefined ? undefined : shown(row as Record<string, unknown>, today)
}

/** Every milestone of a project, by position. */
export function milestonesOfProject(store: Store, projectId: Id, today: Day): MilestoneRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM milestones m INDEXED BY milestones_project ${named}
     WHERE m.project_id = ? AND m.deleted_at IS NULL ORDER BY m.position, m.id`,
  ).all(projectId)
  return rows.map((row) => shown(row as Record<string, unknown>, today))
}

/** Ids and places of a project's milestones, in order. */
export function placesIn(store: Store, projectId: Id): Pick<Milestone, 'id' | 'position'>[] {
  return sql(
    store,
    'SELECT id, position FROM milestones WHERE project_id = ? AND deleted_at IS NULL ORDER BY position, id',
  ).all(projectId) as Pick<Milestone, 'id' | 'position'>[]
}

const baselineColumns = entities.baselines.select.replaceAll(/(^|, )(\w+) AS/g, '$1b.$2 AS')

/** Replaced baselines of a milestone with the number of the decision that had set each, the oldest first. */
export function baselinesOf(store: Store, milestoneId: Id): (Baseline & { decisionNumber: string | null })[] {
  return sql(
    store,
    `SELECT ${baselineColumns}, i.number_text AS "decisionNumber" FROM baselines b LEFT JOIN decisions d ON d.id = b.decision_id
     LEFT JOIN agenda_items i ON i.id = d.item_id
     WHERE b.milestone_id = ? AND b.deleted_at IS NULL ORDER BY b.created_stamp, b.id`,
  ).all(milestoneId) as (Baseline & { decisionNumber: string | null })[]
}

/** "Sak 12/26" of a decision; null where it has none. */
export function numberOfDecision(store: Store, decisionId: Id | null): string | null {
  const number = sql(
    store,
    'SELECT i.number_text FROM decisions d JOIN agenda_items i ON i.id = d.item_id WHERE d.id = ?',
  )
    .pluck()
    .get(decisionId)
  return (number as string | null | undefined) ?? null
}

interface TimelineQuery {
  readonly projectId: Id | null
  readonly focusAreaId: Id | null
  readonly lighthouseOnly: boolean
  readonly withEnded: boolean
}

/** Every project of a filter with all its milestones: two statements however many there are, put together here. */
export function timelineOf(store: Store, query: TimelineQuery, today: Day): TimelineProject[] {
  const condition: Condition = { where: ['p.deleted_at IS NULL'], values: [] }
  addEqual(condition, 'p.id', query.projectId)
  if (query.focusAreaId !== null) addHolds(condition, 'p.focus_area_ids', [query.focusAreaId])
  if (query.lighthouseOnly) condition.where.push('p.lighthouse = 1')
  if (!query.withEnded && query.projectId === null) condition.where.push("p.status NOT IN ('finished', 'stopped')")
  const where = condition.where.join(' AND ')
  const projects = sql(
    store,
    `SELECT p.id, p.title, p.number, p.lighthouse, p.status, ${newest('light')} AS light, p.start_year AS "startYear",
       p.start_on AS "startOn", p.end_planned_on AS "endPlannedOn", p.end_actual_on AS "endActualOn", p.sort_title AS key
     FROM projects p WHERE ${where}`,
  ).all(...condition.values) as (Omit<TimelineProject, 'lighthouse' | 'milestones'> & {
    lighthouse: 0 | 1
    key: string
  })[]
  const milestones = sql(
    store,
    `SELECT m.project_id AS "projectId", m.id, m.title, ${owner} AS "ownerName", m.baseline_on AS "baselineOn",
       m.forecast_on AS "forecastOn", m.actual_on AS "actualOn", m.deviation_reason AS "deviationReason"
     FROM projects p CROSS JOIN milestones m INDEXED BY milestones_project ON m.project_id = p.id AND m.deleted_at IS NULL
     CROSS JOIN persons o ON o.id = m.owner_id WHERE ${where} ORDER BY m.project_id, m.position, m.id`,
  ).all(...condition.values) as (Omit<TimelineProject['milestones'][number], 'state' | 'slipDays'> & {
    projectId: Id
  })[]
  const own = new Map<Id, TimelineProject['milestones']>()
  const statusOf = new Map(projects.map(({ id, status }) => [id, status]))
  for (const row of milestones) {
    const { projectId, id, title, ownerName, baselineOn, forecastOn, actualOn, deviationReason } = row
    const list = own.get(projectId) ?? []
    const state = milestoneState(row, today, statusOf.get(projectId) ?? 'notStated')
    const slip = slipDays(row)
    // Named one by one: copying what is left of a row takes as long as reading it.
    list.push({ id, title, ownerName, baselineOn, forecastOn, actualOn, state, slipDays: slip, deviationReason })
    own.set(projectId, list)
  }
  const byStart = projects.map((project) => ({ project, order: `${projectStart(project)} ${project.key}` }))
  byStart.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.project.id < b.project.id ? -1 : 1))
  return byStart.map(({ project: { key: _, ...project } }) => ({
    ...project,
    lighthouse: project.lighthouse === 1,
    milestones: own.get(project.id) ?? [],
  }))
}

/** Milestones that wait, are overdue or due within some days, of projects that are not ended; overdue first. */
export function milestoneReminders(store: Store, today: Day, horizon: Day) {
  const due = sql(
    store,
    `SELECT m.id, m.title, p.title AS "projectTitle", ${owner} AS "ownerName", m.stands_on AS "dueOn"
     FROM milestones m INDEXED BY milestones_waiting ${named}
     WHERE m.deleted_at IS NULL AND m.actual_on IS NULL AND m.stands_on <= ?
       AND p.status NOT IN ('finished', 'stopped') ORDER BY m.stands_on, m.id`,
  ).all(horizon) as { id: Id; title: string; projectTitle: string; ownerName: string; dueOn: Day }[]
  return due.map((one) => ({ ...one, daysOverdue: Math.max(0, daysBetween(one.dueOn, today)) }))
}
