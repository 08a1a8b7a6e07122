import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { checkReport, projectWarnings } from '#shared/domain/project-rules.ts'
import { blankArea, blankPlan, type Plan } from '#shared/domain/records/plan.ts'
import type { Financing, Project, ProjectPartner, ProjectReport } from '#shared/domain/records/project.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { wrongInFinancing, wrongInProject, wrongInProjectPartner } from '../project-checks.ts'
import { attachmentsOf } from '../repositories/attachments.ts'
import { commitmentsOfProject } from '../repositories/commitments.ts'
import { milestonesOfProject } from '../repositories/milestones.ts'
import { areasOf, nextAreaNumber, plansInForce } from '../repositories/plans.ts'
import {
  continuedBy,
  financingsOfProject,
  listProjects,
  nextDecisionOf,
  partnersOfProject,
  projectRowOf,
  projectsOfPartner,
  reportsOfProject,
  totalsOfProjects,
} from '../repositories/projects.ts'
import { find, read, type Store, sql } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
type Changes = { readonly [F in keyof New<Project>]?: New<Project>[F] | undefined }

export const projectHandlers: AreaHandlers<'projects' | 'projectReports' | 'projectPartners' | 'financings'> = {
  'projects.list': (input, context) => listProjects(context.store, input, today(context)),
  'projects.totals': ({ filter }, context) => totalsOfProjects(context.store, filter),
  'projects.open': ({ id }, context) => openProject(context, id),
  'projects.add': ({ newPlan, newFocusAreas, ...input }, context) =>
    change(context, (write) => {
      const planId = planFor(context, write, input.planId ?? null, newPlan)
      const made = newFocusAreas.map((title) => areaCalled(context, write, planId, title))
      const project = filled<New<Project>>(
        {
          planId,
          title: input.title,
          number: null,
          lighthouse: false,
          focusAreaIds: [],
          crossCutting: false,
          leadId: null,
          startYear: input.startYear,
          startOn: null,
          endPlannedOn: null,
          endActualOn: null,
          status: 'notStated',
          budgetAmount: null,
          currency: null,
          nextDecisionId: null,
          continuesAsId: null,
          description: null,
          effect: null,
        },
        input,
      )
      project.focusAreaIds = [...new Set([...project.focusAreaIds, ...made])]
      refuseIfWrong(wrongInProject(write, null, project, dayOf(context)))
      return write.insert('projects', { id: context.newId(), ...project })
    }),
  'projects.revise': ({ id, changes }, context) =>
    change(context, (write) => reviseOne(context, write, read(write, 'projects', id), changes)),
  'projects.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'projects', ids, (write, project) => reviseOne(context, write, project, changes)),
  'projects.remove': ({ id }, context) => {
    const items = itemsMadeOf(context.store, id)
    if (items > 0) throw problem('refused', 'problems.namedBy.agendaItems', { count: items })
    change(context, (write) => {
      // What is a part of it goes with it, so that one undo brings all back; milestones and commitments are first dealt with by hand.
      for (const { id: reportId } of reportsOfProject(write, id)) write.remove('projectReports', reportId)
      for (const { id: partnerId } of partnersOfProject(write, id)) write.remove('projectPartners', partnerId)
      for (const { id: sourceId } of financingsOfProject(write, id)) write.remove('financings', sourceId)
      for (const { id: attachmentId } of attachmentsOf(write, id, 'projectId'))
        write.remove('attachments', attachmentId)
      write.remove('projects', id)
    })
    return {}
  },
  'projects.report': (input, context) => {
    const report = filled<New<ProjectReport>>(
      { projectId: input.projectId, reportedOn: input.reportedOn, light: input.light, comment: null },
      input,
    )
    refuseIfWrong(checkReport(report, dayOf(context)))
    return change(context, (write) => write.insert('projectReports', { id: context.newId(), ...report }))
  },
  'projectReports.revise': ({ id, changes }, context) => {
    refuseIfWrong(checkReport(revised(read(context.store, 'projectReports', id), changes), dayOf(context)), 'changes.')
    return change(context, (write) => write.revise('projectReports', id, changes))
  },
  'projectReports.remove': ({ id }, context) => {
    change(context, (write) => write.remove('projectReports', id))
    return {}
  },
  'projectPartners.add': (input, context) => {
    const one: New<ProjectPartner> = {
      projectId: input.projectId,
      partnerId: input.partnerId,
      role: input.role,
      note: input.note ?? null,
    }
    refuseIfWrong(wrongInProjectPartner(context.store, null, one))
    return change(context, (write) => write.insert('projectPartners', { id: context.newId(), ...one }))
  },
  'projectPartners.revise': ({ id, changes }, context) => {
    const after = revised(read(context.store, 'projectPartners', id), changes)
    refuseIfWrong(wrongInProjectPartner(context.store, id, after), 'changes.')
    return change(context, (write) => write.revise('projectPartners', id, changes))
  },
  'projectPartners.remove': ({ id }, context) => {
    change(context, (write) => write.remove('projectPartners', id))
    return {}
  },
  'financings.add': (input, context) => {
    const financing = filled<New<Financing>>(
      {
        projectId: input.projectId,
        source: input.source,
        partnerId: null,
        amount: input.amount,
        granted: false,
        note: null,
      },
      input,
    )
    refuseIfWrong(wrongInFinancing(context.store, financing))
    return change(context, (write) => write.insert('financings', { id: context.newId(), ...financing }))
  },
  'financings.revise': ({ id, changes }, context) => {
    const after = revised(read(context.store, 'financings', id), changes)
    refuseIfWrong(wrongInFinancing(context.store, after), 'changes.')
    return change(context, (write) => write.revise('financings', id, changes))
  },
  'financings.remove': ({ id }, context) => {
    change(context, (write) => write.remove('financings', id))
    return {}
  },
  'projects.ofPartner': ({ partnerId }, { store }) => {
    read(store, 'partners', partnerId)
    return projectsOfPartner(store, partnerId)
  },
}

function openProject(context: Context, id: Id) {
  const { store } = context
  const day = dayOf(context)
  const project = projectRowOf(store, id, day.today)
  if (!project) throw problem('notFound', 'problems.notFound')
  const partners = partnersOfProject(store, id)
  const financing = financingsOfProject(store, id)
  const next = project.continuesAsId === null ? undefined : find(store, 'projects', project.continuesAsId)
  return {
    project,
    partners,
    commitments: commitmentsOfProject(store, id, day.today),
    financing,
    reports: reportsOfProject(store, id),
    milestones: milestonesOfProject(store, id, day.today),
    attachments: attachmentsOf(store, id, 'projectId'),
    continuesAs: next ? { id: next.id, title: next.title } : null,
    continues: continuedBy(store, id),
    nextDecision: nextDecisionOf(store, project.nextDecisionId),
    warnings: projectWarnings(
      project,
      {
        owners: partners.filter(({ role }) => role === 'owner').length,
        financed: financing.reduce((sum, { amount }) => sum + amount, 0),
        light: project.light,
        lightOn: project.lightOn,
      },
      day,
    ),
  }
}

/** Changes one project within a transaction. @throws ProblemError `invalid` with fields under `changes.`. */
function reviseOne(context: Context, write: Writer, before: Project, given: Changes): Project {
  const changes = moved(write, before, given)
  const wrong = wrongInProject(write, before.id, revised(before, changes), dayOf(context))
  refuseIfWrong(wrong, 'changes.')
  return write.revise('projects', before.id, changes)
}

/** A project that changes its plan takes its areas along to those of the same title there; what has no such fails the check. */
function moved(store: Store, before: Project, changes: Changes): Changes {
  const { planId, focusAreaIds } = changes
  if (focusAreaIds !== undefined) return { ...changes, focusAreaIds: [...new Set(focusAreaIds)] }
  if (planId === undefined || planId === before.planId) return changes
  const there = new Map(areasOf(store, planId).map((area) => [titleKey(area.title), area.id]))
  const titleOf = (areaId: Id) => find(store, 'focusAreas', areaId)?.title ?? ''
  return {
    ...changes,
    focusAreaIds: before.focusAreaIds.map((areaId) => there.get(titleKey(titleOf(areaId))) ?? areaId),
  }
}

/** Titles alike but for case are one. */
function titleKey(title: string): string {
  return title.normalize('NFC').toLowerCase()
}

/**
 * The plan that a new project serves: the one chosen, a new one, or the partnership's only one in force; where it has none, the only
 * one in force of all.
 *
 * @throws ProblemError `invalid` on `planId` where none of these is given.
 */
function planFor(context: Context, write: Writer, planId: Id | null, newPlan: string | null): Id {
  if (planId !== null && newPlan !== null) throw invalid({ newPlan: fieldMessage('planOrNewPlan') })
  if (planId !== null) return read(write, 'plans', planId).id
  const inForce = plansInForce(write)
  const own = inForce.filter(({ organisation }) => organisation === null)
  if (newPlan !== null) {
    const plan: New<Plan> = {
      ...blankPlan,
      title: newPlan,
      status: own.length === 0 ? 'inForce' : 'draft',
    }
    return write.insert('plans', { id: context.newId(), ...plan }).id
  }
  const [only, second] = own.length > 0 ? own : inForce
  if (!only || second) throw invalid({ planId: fieldMessage('planMissing') })
  return only.id
}

/** The focus area of a title in a plan; made where there is none. */
function areaCalled(context: Context, write: Writer, planId: Id, title: string): Id {
  const there = areasOf(write, planId).find((area) => titleKey(area.title) === titleKey(title))
  if (there) return there.id
  const number = nextAreaNumber(write, planId)
  const area = { ...blankArea, planId, number, title }
  return write.insert('focusAreas', { id: context.newId(), ...area }).id
}

/** How many agenda items were made of a project. */
function itemsMadeOf(store: Store, id: Id): number {
  return sql(store, 'SELECT count(*) FROM agenda_items WHERE origin_project_id = ? AND deleted_at IS NULL')
    .pluck()
    .get(id) as number
}
