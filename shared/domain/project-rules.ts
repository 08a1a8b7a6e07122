/** What makes a project, its partners, its financing and its reports right, and what is to be looked at (records.md 3.18). */
import type { Message } from '../contract/problem.ts'
import { type FieldMessages, fieldMessage } from './checked.ts'
import { daysBetween, formatDay } from './days.ts'
import type { Financing, Light, Project, ProjectPartner, ProjectReport, ProjectStatus } from './records/project.ts'
import { type Day, type Id, isDay, type Language } from './values.ts'

type ProjectRules = Pick<
  Project,
  | 'focusAreaIds'
  | 'crossCutting'
  | 'startYear'
  | 'startOn'
  | 'endPlannedOn'
  | 'endActualOn'
  | 'budgetAmount'
  | 'currency'
  | 'continuesAsId'
>
/** What rules ask of the moment; days in messages are ISO unless `language` is given. */
interface Moment {
  readonly today: Day
  readonly language?: Language
}

/** Days after which a light of a project that runs is old: a report is due about once a quarter. */
const reportAgesAfterDays = 100

/** True for a project that is done, one way or the other. */
export function isEndedProject(status: ProjectStatus): boolean {
  return status === 'finished' || status === 'stopped'
}

/** A light that a reader will ask about, and no word of why (readiness of a package, the home screen). */
export function lacksLightComment(project: {
  readonly light: Light | null
  readonly lightComment: string | null
}): boolean {
  return (project.light === 'red' || project.light === 'amber') && (project.lightComment ?? '').trim() === ''
}

/** The day a project starts on as far as it is known: 1 January of its year where no day is said. */
export function projectStart({ startOn, startYear }: Pick<Project, 'startOn' | 'startYear'>): Day {
  return startOn ?? `${startYear}-01-01`
}

/**
 * Field → what is wrong with a project; empty = good. It starts in its year and does not end before it starts, it has not ended in the
 * future, it serves a focus area or is cross-cutting, its money has a currency, and it is not carried on by itself (records.md 3.18).
 * `id` is null for a new one; `financed` = it has sources of money, whose amounts need its currency.
 */
export function checkProject(
  project: ProjectRules,
  { today, language = 'sv' }: Moment,
  { id = null, financed = false }: { readonly id?: Id | null; readonly financed?: boolean } = {},
): FieldMessages {
  const wrong: FieldMessages = {}
  const { startOn, startYear, endPlannedOn, endActualOn } = project
  if (startOn !== null && isDay(startOn) && Number(startOn.slice(0, 4)) !== startYear) {
    wrong.startOn = fieldMessage('startOnOtherYear', { year: startYear })
  }
  const start = projectStart(project)
  if (endPlannedOn !== null && endPlannedOn < start) wrong.endPlannedOn = fieldMessage('endBeforeStart')
  if (endActualOn !== null && endActualOn < start) wrong.endActualOn = fieldMessage('endBeforeStart')
  else if (endActualOn !== null && endActualOn > today) {
    wrong.endActualOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  }
  if (project.focusAreaIds.length === 0 && !project.crossCutting) {
    wrong.focusAreaIds = fieldMessage('focusAreaMissing')
  }
  if (project.currency === null && (project.budgetAmount !== null || financed)) {
    wrong.currency = fieldMessage('currencyMissing')
  }
  if (project.continuesAsId !== null && project.continuesAsId === id) {
    wrong.continuesAsId = fieldMessage('continuesAsItself')
  }
  return wrong
}

/**
 * The ring that a project would stand in if it were carried on by another, from the project round to itself; null where there is none.
 * `next` gives the project that carries one on, as it is stored.
 */
export function continuationRing(id: Id, continuesAsId: Id | null, next: (id: Id) => Id | null): Id[] | null {
  const ring = [id]
  const seen = new Set(ring)
  for (let at = continuesAsId; at !== null; at = next(at)) {
    ring.push(at)
    if (at === id) return ring
    // A ring of others is not this project's; stored data has none, and going round for ever helps nobody.
    if (seen.has(at)) return null
    seen.add(at)
  }
  return null
}

/** What is wrong with who carries a project on: never a ring (records.md 3.18). The message names its projects in order. */
export function checkContinuation(
  id: Id,
  continuesAsId: Id | null,
  next: (id: Id) => Id | null,
  titleOf: (id: Id) => string,
): FieldMessages {
  const ring = continuationRing(id, continuesAsId, next)
  if (!ring) return {}
  if (ring.length === 2) return { continuesAsId: fieldMessage('continuesAsItself') }
  return { continuesAsId: fieldMessage('continuesInRing', { ring: ring.map(titleOf).join(' → ') }) }
}

/** Field → what is wrong with a report: amber and red need a comment, and none is of the future (records.md 3.18). */
export function checkReport(
  report: Pick<ProjectReport, 'light' | 'comment' | 'reportedOn'>,
  { today, language = 'sv' }: Moment,
): FieldMessages {
  const wrong: FieldMessages = {}
  if (report.light !== 'green' && report.comment === null) wrong.comment = fieldMessage('lightCommentMissing')
  if (report.reportedOn > today) {
    wrong.reportedOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  }
  return wrong
}

/** Field → what is wrong with a partner in a project: it has each role once. `others` are the project's others. */
export function checkProjectPartner(
  one: Pick<ProjectPartner, 'partnerId' | 'role'>,
  others: readonly Pick<ProjectPartner, 'partnerId' | 'role'>[],
): FieldMessages {
  const twin = others.some(({ partnerId, role }) => partnerId === one.partnerId && role === one.role)
  return twin ? { role: fieldMessage('projectRoleTwice') } : {}
}

/** Field → what is wrong with a source of money: more than zero, counted in its project's currency. */
export function checkFinancing(
  financing: Pick<Financing, 'amount'>,
  project: Pick<Project, 'currency'>,
): FieldMessages {
  if (project.currency === null) return { amount: fieldMessage('financingNeedsCurrency') }
  return financing.amount === 0 ? { amount: fieldMessage('amountNotPositive') } : {}
}

/**
 * Right, but to be looked at (records.md 3.18), in the order of the fields: running without lead or owner; more financing than budget;
 * ended without a day, or with a day while it runs; past its planned end; never reported, or not for `reportAgesAfterDays`.
 * `financed` is the sum of all sources in øre/öre; `light` that of the newest report.
 */
export function projectWarnings(
  project: Pick<Project, 'status' | 'leadId' | 'budgetAmount' | 'endPlannedOn' | 'endActualOn'>,
  of: {
    readonly owners: number
    readonly financed: number
    readonly light: Light | null
    readonly lightOn: Day | null
  },
  { today, language = 'sv' }: Moment,
): { field: string; message: Message }[] {
  const found: { field: string; message: Message }[] = []
  const warn = (field: string, key: string, params?: Message['params']) =>
    found.push({ field, message: fieldMessage(key, params) })
  const running = project.status === 'running'
  const ended = isEndedProject(project.status)
  if (running && project.leadId === null) warn('leadId', 'runningWithoutLead')
  if (running && of.owners === 0) warn('partners', 'runningWithoutOwner')
  if (ended && project.endActualOn === null) warn('endActualOn', 'endedWithoutDay')
  if (!ended && project.endActualOn !== null) warn('status', 'endDayButNotEnded')
  if (running && project.endActualOn === null && project.endPlannedOn !== null && project.endPlannedOn < today) {
    warn('endPlannedOn', 'plannedEndPassed', { day: formatDay(project.endPlannedOn, language) })
  }
  if (project.budgetAmount !== null && of.financed > project.budgetAmount) warn('budgetAmount', 'financingOverBudget')
  if (running && of.lightOn === null) warn('light', 'neverReported')
  else if (running && of.lightOn !== null && daysBetween(of.lightOn, today) > reportAgesAfterDays) {
    const key = of.light === 'green' ? 'reportOld' : 'reportOldNotGreen'
    warn('light', key, { day: formatDay(of.lightOn, language) })
  }
  return found
}

/**
 * True where the comment on an amber or red light tells the board nothing new: it was reported before the last package's data, or on
 * that day and written before it (records.md 3.18). False before the first package. `writtenAt` and `previous.dataAsOf` are instants.
 */
export function isLightStale(
  report: { readonly light: Light; readonly reportedOn: Day; readonly writtenAt: string } | null,
  previous: { readonly dataAsOf: string; readonly day: Day } | null,
): boolean {
  if (report === null || previous === null || report.light === 'green') return false
  if (report.reportedOn !== previous.day) return report.reportedOn < previous.day
  return report.writtenAt <= previous.dataAsOf
}
