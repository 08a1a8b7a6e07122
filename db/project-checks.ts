/** Rules of projects that need other records beside them: areas of the plan, who carries whom on, money that needs a currency. */
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { checkContinuation, checkFinancing, checkProject, checkProjectPartner } from '#shared/domain/project-rules.ts'
import type { FocusArea, Plan } from '#shared/domain/records/plan.ts'
import type { Financing, Project, ProjectPartner } from '#shared/domain/records/project.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { decode, entities } from './entities.ts'
import { financingsOfProject, partnersOfProject } from './repositories/projects.ts'
import { find, readAll, type Store, sql } from './store.ts'

type Marks = 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'
interface Moment {
  readonly today: Day
  readonly language: Language
}

/** What is wrong with a project as it stands beside the others; empty = good. `id` is null for a new one. */
export function wrongInProject(store: Store, id: Id | null, project: Omit<Project, Marks>, day: Moment): FieldMessages {
  const financed = id !== null && financingsOfProject(store, id).length > 0
  const wrong = checkProject(project, day, { id, financed })
  const stranger = project.focusAreaIds
    .map((areaId) => find(store, 'focusAreas', areaId))
    .find((area) => area !== undefined && area.planId !== project.planId)
  if (stranger) wrong.focusAreaIds = fieldMessage('areaOfOtherPlan', { title: stranger.title })
  if (id === null) return wrong
  const next = (one: Id) => {
    const carried = find(store, 'projects', one)
    return carried?.deletedAt === null ? carried.continuesAsId : null
  }
  const titleOf = (one: Id) => (one === id ? project.title : (find(store, 'projects', one)?.title ?? ''))
  return { ...wrong, ...checkContinuation(id, project.continuesAsId, next, titleOf) }
}

/** What is wrong with a partner in a project beside the project's other partners; empty = good. */
export function wrongInProjectPartner(
  store: Store,
  id: Id | null,
  one: Pick<ProjectPartner, 'projectId' | 'partnerId' | 'role'>,
): FieldMessages {
  return checkProjectPartner(
    one,
    partnersOfProject(store, one.projectId).filter((other) => other.id !== id),
  )
}

/** What is wrong with a source of money beside its project; empty = good. */
export function wrongInFinancing(store: Store, one: Pick<Financing, 'projectId' | 'amount'>): FieldMessages {
  const project = find(store, 'projects', one.projectId)
  return project ? checkFinancing(one, project) : {}
}

/** What is wrong with a plan beside the others: its period, and that one plan is in force at a time; empty = good. */
export function wrongInPlan(
  store: Store,
  id: Id | null,
  plan: Pick<Plan, 'periodFrom' | 'periodTo' | 'status'>,
): FieldMessages {
  const wrong: FieldMessages = {}
  if (plan.periodFrom !== null && plan.periodTo !== null && plan.periodTo < plan.periodFrom) {
    wrong.periodTo = fieldMessage('endBeforeStart')
  }
  const other = plan.status === 'inForce' ? plansInForce(store).find((one) => one.id !== id) : undefined
  if (other) wrong.status = fieldMessage('planInForceAlready', { title: other.title })
  return wrong
}

/** What is wrong with a focus area beside the plan's others: its number is its own; empty = good. */
export function wrongInFocusArea(
  store: Store,
  id: Id | null,
  area: Pick<FocusArea, 'planId' | 'number'>,
): FieldMessages {
  const twin = areasOf(store, area.planId).find((other) => other.id !== id && other.number === area.number)
  return twin ? { number: fieldMessage('areaNumberTaken', { title: twin.title }) } : {}
}

/** The plans in force: one, or none yet. */
export function plansInForce(store: Store): Plan[] {
  return readAll(store, 'plans', 'id').filter(({ status }) => status === 'inForce')
}

/** The focus areas of a plan, by number. */
export function areasOf(store: Store, planId: Id): FocusArea[] {
  const rows = sql(
    store,
    `SELECT ${entities.focusAreas.select} FROM focus_areas WHERE plan_id = ? AND deleted_at IS NULL ORDER BY number, id`,
  ).all(planId)
  return rows.map((row) => decode('focusAreas', row as Record<string, unknown>))
}

/** The number that the next focus area of a plan takes: one past the highest. */
export function nextAreaNumber(store: Store, planId: Id): number {
  return Math.max(0, ...areasOf(store, planId).map(({ number }) => number)) + 1
}
