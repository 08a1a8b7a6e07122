/** Projects and their milestones: new, in another light, ended, decided upon elsewhere; reached, expected on another day. */
import { daysBetween } from '#shared/domain/days.ts'
import { slipDays } from '#shared/domain/milestone-rules.ts'
import { isEndedProject } from '#shared/domain/project-rules.ts'
import type { Milestone, Project, ProjectReport } from '#shared/domain/records/project.ts'
import type { Id } from '#shared/domain/values.ts'
import { baselinesOf } from '../repositories/milestones.ts'
import { nextDecisionOf, type ProjectRow, projectsTouching, reportsOfProject } from '../repositories/projects.ts'
import { find } from '../store.ts'
import { type Comparing, Gathering, isThere, type Told } from './comparing.ts'

/** Both sections: a milestone is told where its project is printed and was there before. */
export function projectChanges(at: Comparing): [projects: Told, milestones: Told] {
  const { store, past, choice, today } = at
  const rows = new Map(projectsTouching(store, choice.periodFrom, choice.periodTo, today).map((row) => [row.id, row]))
  const projects = new Gathering()
  const reports = reportsThen(at)
  const ids = new Set([...rows.keys(), ...past.changed('projects')])
  for (const id of ids) {
    if (!reports.has(id) && !past.isChanged('projects', id)) continue
    projectOf(at, id, rows.get(id), reports.get(id) ?? null, projects)
  }
  const milestones = new Gathering()
  for (const { was: then, now } of milestonesOf(at)) {
    const row = rows.get(now.projectId)
    if (row && isThere(past.before('projects', row.id))) milestoneOf(at, row, then, now, milestones)
  }
  const some = [...rows.values()].some((row) => row.milestones > 0)
  return [projects.told('projects', rows.size > 0), milestones.told('milestones', some)]
}

function projectOf(
  at: Comparing,
  id: Id,
  row: ProjectRow | undefined,
  reports: readonly ProjectReport[] | null,
  gathering: Gathering,
): void {
  const { store, past, previous, masked } = at
  const now = row ?? find(store, 'projects', id)
  if (!now) return
  const then = past.before('projects', id)
  const title = now.title
  if (!isThere(then)) {
    if (row) gathering.tell({ code: 'projectNew', title, number: row.number })
    return
  }
  if (!row && !touches(then, previous)) return
  if (!isThere(now)) {
    gathering.tell({ code: 'projectGone', title })
    return
  }
  if (row && reports) {
    const light = reports.toSorted(newestFirst)[0]?.light ?? null
    if (light !== row.light) {
      gathering.tell({ code: 'projectLight', title, from: light, to: row.light, comment: masked(row.lightComment) })
    }
  }
  if (then.status !== now.status) {
    if (isEndedProject(now.status)) {
      gathering.tell({ code: 'projectEnded', title, to: now.status, on: now.endActualOn })
    } else gathering.tell({ code: 'projectStatus', title, from: then.status, to: now.status })
  }
  if (then.nextDecisionId !== now.nextDecisionId) nextDecision(at, then, now, gathering)
}

/** A decision that may not be named is told neither as it comes nor as it goes. */
function nextDecision({ store, past, choice }: Comparing, then: Project, now: Project, gathering: Gathering): void {
  const next = nextDecisionOf(store, now.nextDecisionId)
  const had = then.nextDecisionId === null ? undefined : past.before('agendaItems', then.nextDecisionId)
  const isHidden = next?.confidential === 1 && !choice.withConfidential
  const wasHidden = had?.confidential === true && !choice.withConfidential
  if (isHidden || (next === null && wasHidden)) gathering.withhold()
  else if (next !== null || isThere(had)) {
    const decision = next && {
      numberText: next.numberText,
      title: next.title,
      bodyName: next.bodyName,
      meetingOn: next.meetingOn,
    }
    gathering.tell({ code: 'projectNextDecision', title: now.title, decision })
  }
}

/** The same as `projectsTouching` asks. */
function touches(one: Project, { periodFrom, periodTo }: Comparing['previous']): boolean {
  const ended = one.endActualOn ?? one.endPlannedOn ?? ''
  return (one.startOn ?? `${one.startYear}-01-01`) <= periodTo && (!isEndedProject(one.status) || ended >= periodFrom)
}

/** By project with a changed report, its reports as they were. */
function reportsThen({ store, past }: Comparing): Map<Id, ProjectReport[]> {
  const changed = new Set(past.changed('projectReports'))
  const projects = new Set<Id>()
  const earlier: ProjectReport[] = []
  for (const id of changed) {
    const [then, now] = [past.before('projectReports', id), find(store, 'projectReports', id)]
    if (now) projects.add(now.projectId)
    if (isThere(then)) earlier.push(then)
  }
  return new Map(
    [...projects].map((projectId) => [
      projectId,
      [
        ...reportsOfProject(store, projectId).filter(({ id }) => !changed.has(id)),
        ...earlier.filter((one) => one.projectId === projectId),
      ],
    ]),
  )
}

function newestFirst(a: ProjectReport, b: ProjectReport): number {
  return a.reportedOn + a.id < b.reportedOn + b.id ? 1 : -1
}

/** Changed milestones, by project and place. */
function milestonesOf({ store, past }: Comparing): { was: Milestone | undefined; now: Milestone }[] {
  return past
    .changed('milestones')
    .flatMap((id) => {
      const now = find(store, 'milestones', id)
      return now ? [{ was: past.before('milestones', id), now }] : []
    })
    .sort((a, b) =>
      a.now.projectId === b.now.projectId
        ? a.now.position - b.now.position
        : a.now.projectId < b.now.projectId
          ? -1
          : 1,
    )
}

function milestoneOf(
  { store, masked }: Comparing,
  { title: project }: ProjectRow,
  then: Milestone | undefined,
  now: Milestone,
  gathering: Gathering,
): void {
  const named = { project, title: now.title }
  const expected = (one: Milestone) => one.forecastOn ?? one.baselineOn
  if (!isThere(now)) {
    if (isThere(then)) gathering.tell({ code: 'milestoneGone', ...named })
    return
  }
  if (!isThere(then)) {
    gathering.tell({ code: 'milestoneNew', ...named, on: now.actualOn ?? expected(now) })
    return
  }
  if (then.baselineOn !== now.baselineOn) {
    const reason = masked(baselinesOf(store, now.id).at(-1)?.reason ?? null)
    gathering.tell({ code: 'milestoneRebaselined', ...named, from: then.baselineOn, to: now.baselineOn, reason })
  }
  const [from, to] = [expected(then), expected(now)]
  if (now.actualOn === null && then.forecastOn !== now.forecastOn && from !== to) {
    const days = daysBetween(from, to)
    gathering.tell({ code: 'milestoneForecast', ...named, from, to, days, reason: masked(now.deviationReason) })
  }
  if (now.actualOn !== null && now.actualOn !== then.actualOn) {
    gathering.tell({ code: 'milestoneReached', ...named, on: now.actualOn, days: slipDays(now) ?? 0 })
  } else if (now.actualOn === null && then.actualOn !== null) gathering.tell({ code: 'milestoneOpenAgain', ...named })
}
