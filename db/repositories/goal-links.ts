import type { z } from 'zod'
import type { goalOperations, servingGoal } from '#shared/contract/goals.ts'
import { milestoneState } from '#shared/domain/milestone-rules.ts'
import type { LinkKind } from '#shared/domain/records/goal.ts'
import type { Milestone, ProjectStatus } from '#shared/domain/records/project.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type EntityName, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { commitmentRowOf } from './commitments.ts'
import { decisionRowOf } from './decisions.ts'
import { type GoalRow, linkColumns } from './goals.ts'
import { indicatorRowsOf } from './indicators.ts'
import { newest } from './projects.ts'
import { linesOf } from './search.ts'
import { textMatches } from './text-matches.ts'

type Serving = z.infer<typeof servingGoal>
export type ServedGoal = z.infer<(typeof goalOperations)['goalLinks.ofRecord']['output']>[number]
type Candidate = z.infer<(typeof goalOperations)['goalLinks.candidates']['output']>[number]
interface Tie {
  readonly linkId: Id
  readonly note: string | null
  readonly id: Id
}

/** The records that a link of each kind names. */
export const linkEntities: Readonly<Record<LinkKind, EntityName>> = {
  commitment: 'commitments',
  project: 'projects',
  milestone: 'milestones',
  decision: 'decisions',
  visit: 'visits',
  followUp: 'followUps',
  indicator: 'indicators',
}

/** The links of one kind to a goal, in the order they were tied. */
function tiesTo(store: Store, goalId: Id, kind: LinkKind): Tie[] {
  const column = linkColumns[kind]
  return sql(
    store,
    `SELECT id AS "linkId", note, ${column} AS id FROM goal_links INDEXED BY goal_links_goal
     WHERE goal_id = ? AND ${column} IS NOT NULL AND deleted_at IS NULL ORDER BY created_stamp, id`,
  ).all(goalId) as Tie[]
}

/**
 * All that serves a goal, each kind in its own order: what is newest or nearest first. Confidential records are among them and say so. Kinds
 * that its row counts none of are not asked for.
 */
export function servingOf(store: Store, { id: goalId, serving }: Pick<GoalRow, 'id' | 'serving'>, today: Day): Serving {
  const linked = (kind: LinkKind, columns: string, from: string, order: string) =>
    serving[kind] === 0
      ? []
      : sql(
          store,
          `SELECT l.id AS "linkId", l.note, ${columns} FROM goal_links l INDEXED BY goal_links_goal ${from}
           WHERE l.goal_id = ? AND l.${linkColumns[kind]} IS NOT NULL AND l.deleted_at IS NULL ORDER BY ${order}, l.id`,
        ).all(goalId)
  const ties = (kind: LinkKind) => (serving[kind] === 0 ? [] : tiesTo(store, goalId, kind))
  const commitments = ties('commitment').flatMap(({ linkId, note, id }) => {
    const row = commitmentRowOf(store, id, today)
    if (!row) return []
    const { title, partnerName, status, isOverdue } = row
    return [{ linkId, note, id, title, partnerName, status, overdue: isOverdue }]
  })
  const projects = linked(
    'project',
    `p.id, p.title, p.lighthouse, p.status, ${newest('light')} AS light`,
    'CROSS JOIN projects p ON p.id = l.project_id',
    'p.lighthouse DESC, p.sort_title',
  ) as (Omit<Serving['projects'][number], 'lighthouse'> & { lighthouse: 0 | 1 })[]
  const milestones = linked(
    'milestone',
    `m.id, m.title, p.title AS "projectTitle", p.status AS "projectStatus", m.stands_on AS "standsOn",
     m.baseline_on AS "baselineOn", m.forecast_on AS "forecastOn", m.actual_on AS "actualOn"`,
    'CROSS JOIN milestones m ON m.id = l.milestone_id CROSS JOIN projects p ON p.id = m.project_id',
    'm.stands_on',
  ) as (Omit<Serving['milestones'][number], 'state'> &
    Pick<Milestone, 'baselineOn' | 'forecastOn' | 'actualOn'> & { projectStatus: ProjectStatus })[]
  const decisions = ties('decision').flatMap(({ linkId, note, id }) => {
    const row = decisionRowOf(store, id, today)
    if (!row) return []
    const { itemId, meetingId, numberText, text, decidedOn, status, confidential } = row
    return [{ linkId, note, id, itemId, meetingId, numberText, text, decidedOn, status, confidential }]
  })
  const visits = linked(
    'visit',
    `v.id, c.name AS "companyName", v.visited_on AS "visitedOn", v.purpose, v.confidentiality = 'confidential' AS confidential`,
    'CROSS JOIN visits v ON v.id = l.visit_id CROSS JOIN companies c ON c.id = v.company_id',
    'v.visited_on DESC',
  ) as (Omit<Serving['visits'][number], 'confidential'> & { confidential: 0 | 1 })[]
  const followUps = linked(
    'followUp',
    `f.id, f.visit_id AS "visitId", f.description, c.name AS "companyName", f.due_on AS "dueOn", f.status,
     v.confidentiality = 'confidential' AS confidential`,
    `CROSS JOIN follow_ups f ON f.id = l.follow_up_id CROSS JOIN visits v ON v.id = f.visit_id
     CROSS JOIN companies c ON c.id = v.company_id`,
    "f.status IN ('open', 'answered') DESC, f.due_on",
  ) as (Omit<Serving['followUps'][number], 'confidential'> & { confidential: 0 | 1 })[]
  const indicatorTies = new Map(ties('indicator').map((tie) => [tie.id, tie]))
  return {
    commitments,
    projects: projects.map((one) => ({ ...one, lighthouse: one.lighthouse === 1 })),
    milestones: milestones.map(({ baselineOn, forecastOn, actualOn, projectStatus, ...one }) => ({
      ...one,
      state: milestoneState({ baselineOn, forecastOn, actualOn }, today, projectStatus),
    })),
    decisions: decisions.sort((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? 1 : -1)),
    visits: visits.map((one) => ({ ...one, confidential: one.confidential === 1 })),
    followUps: followUps.map((one) => ({ ...one, confidential: one.confidential === 1 })),
    indicators: indicatorRowsOf(store, [...indicatorTies.keys()], today).flatMap((row) => {
      const tie = indicatorTies.get(row.id)
      return tie ? [{ ...row, linkId: tie.linkId, note: tie.note }] : []
    }),
  }
}

/** The goals that a record serves: of plans in force first, by plan and place. */
export function goalsOfRecord(store: Store, kind: LinkKind, recordId: Id): ServedGoal[] {
  const column = linkColumns[kind]
  const rows = sql(
    store,
    `SELECT l.id AS "linkId", l.note, g.id AS "goalId", g.code, g.title, p.title AS "planTitle", p.status = 'inForce' AS "inForce"
     FROM goal_links l INDEXED BY goal_links_${column.replace('_id', '')} CROSS JOIN goals g ON g.id = l.goal_id CROSS JOIN plans p ON p.id = g.plan_id
     WHERE l.${column} IS NOT NULL AND l.${column} = ? AND l.deleted_at IS NULL
     ORDER BY p.status = 'inForce' DESC, p.title, p.id, g.position, g.id`,
  ).all(recordId) as (Omit<ServedGoal, 'inForce'> & { inForce: 0 | 1 })[]
  return rows.map((row) => ({ ...row, inForce: row.inForce === 1 }))
}

/** The codes of the goals of plans in force that records of a kind serve, each once, by plan and place; records that serve none are left out. */
export function goalCodesOf(store: Store, kind: LinkKind, recordIds: readonly Id[]): Map<Id, string[]> {
  const column = linkColumns[kind]
  const rows = sql(
    store,
    `SELECT l.${column} AS id, g.code
     FROM json_each(?) asked CROSS JOIN goal_links l INDEXED BY goal_links_${column.replace('_id', '')} CROSS JOIN goals g ON g.id = l.goal_id
       CROSS JOIN plans p ON p.id = g.plan_id
     WHERE l.${column} IS NOT NULL AND l.${column} = asked.value AND l.deleted_at IS NULL AND p.status = 'inForce'
     ORDER BY p.title, p.id, g.position, g.id`,
  ).all(JSON.stringify(recordIds)) as { id: Id; code: string }[]
  const codes = new Map<Id, string[]>()
  for (const { id, code } of rows) {
    const before = codes.get(id) ?? []
    if (!before.includes(code)) codes.set(id, [...before, code])
  }
  return codes
}

/** The link between a goal and a record; undefined where they are not tied. */
export function linkBetween(store: Store, goalId: Id, kind: LinkKind, recordId: Id): Id | undefined {
  return sql(
    store,
    `SELECT id FROM goal_links INDEXED BY goal_links_goal
     WHERE goal_id = ? AND ${linkColumns[kind]} = ? AND deleted_at IS NULL LIMIT 1`,
  )
    .pluck()
    .get(goalId, recordId) as Id | undefined
}

const mostCandidates = 50

/** Records of a kind that are not tied to a goal yet, by words, else the newest; as lines that tell no confidential text. At most 50. */
export function candidatesFor(store: Store, goalId: Id, kind: LinkKind, text: string): Candidate[] {
  const entity = linkEntities[kind]
  const tied = new Set(tiesTo(store, goalId, kind).map(({ id }) => id))
  const most = mostCandidates + tied.size
  const matches = textMatches(store, entity, text, most)
  const ids = (
    matches === null
      ? sql(
          store,
          `SELECT id FROM ${entities[entity].table} WHERE deleted_at IS NULL ORDER BY created_stamp DESC, id DESC LIMIT ?`,
        )
          .pluck()
          .all(most)
      : JSON.parse(matches)
  ) as Id[]
  const free = ids.filter((id) => !tied.has(id)).slice(0, mostCandidates)
  return linesOf(
    store,
    free.map((id) => ({ entity, id })),
  ).map(({ id, title, detail, day }) => ({ id, title, detail: detail === '' ? null : detail.slice(0, 200), day }))
}
