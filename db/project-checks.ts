/** Rules of projects that need other records beside them: areas of the plan, who carries whom on, money that needs a currency. */
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { checkContinuation, checkFinancing, checkProject, checkProjectPartner } from '#shared/domain/project-rules.ts'
import type { Financing, Project, ProjectPartner } from '#shared/domain/records/project.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { financingsOfProject, partnersOfProject } from './repositories/projects.ts'
import { find, type Store } from './store.ts'

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
