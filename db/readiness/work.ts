/** What is missing of projects, plans, commitments and visits before a package is made of them. */
import { isGoing } from '#shared/documents/exceptions.ts'
import { lacksLightComment } from '#shared/domain/project-rules.ts'
import { previewProjects } from '../project-snapshot.ts'
import { commitmentsTouching } from '../repositories/commitments.ts'
import { goalRowsOf } from '../repositories/goals.ts'
import { milestonesOfProject } from '../repositories/milestones.ts'
import { newestPackage, visitsOfPeriod } from '../repositories/packages.ts'
import { plansInForce } from '../repositories/plans.ts'
import { projectsTouching } from '../repositories/projects.ts'
import { goalsWithoutStatus, overdueIndicators } from '../repositories/readiness.ts'
import { type Found, finding, type Look, onDay, placeIn } from './finding.ts'

/** Lights without words, and milestones that are late with no new day. */
export function ofProjects(look: Look) {
  const { store, periodFrom, periodTo, bodyId, today } = look
  const place = placeIn(look, 'projects', 'deviations')
  if (place === null) return []
  const going = projectsTouching(store, periodFrom, periodTo, today).filter(isGoing)
  const silent = going.filter(lacksLightComment)
  const said = new Set(silent.map(({ id }) => id))
  const stale = previewProjects(store, look, newestPackage(store, bodyId), today).staleLights
  const asFound = ({ id, title }: { readonly id: string; readonly title: string }): Found => ({
    entity: 'projects',
    id,
    title,
  })
  const late = going
    .filter(({ slipping }) => slipping > 0)
    .flatMap(({ id }) => milestonesOfProject(store, id, today))
    .filter(({ state, forecastOn }) => state === 'overdue' && forecastOn === null)
    .sort((a, b) => b.daysOverdue - a.daysOverdue)
  return [
    ...finding('redWithoutComment', 'missing', place, silent.map(asFound)),
    // A light without a comment is told of once.
    ...finding('staleLight', 'check', place, stale.filter(({ id }) => !said.has(id)).map(asFound)),
    ...finding(
      'milestoneWithoutForecast',
      'missing',
      place,
      late.map(({ id, title, projectTitle, baselineOn }) => ({
        entity: 'milestones',
        id,
        title,
        detail: { key: 'packages.readiness.details.milestone', params: { project: projectTitle, day: baselineOn } },
      })),
    ),
  ]
}

/** Figures that have not come, and goals of which neither a person nor a figure says how they stand. */
export function ofPlans(look: Look) {
  const { store, today } = look
  const place = placeIn(look, 'goals')
  if (place === null) return []
  const plans = plansInForce(store)
  // An indicator that measures goals of two plans is told of once.
  const indicators = new Map(plans.flatMap(({ id }) => overdueIndicators(store, id, today)).map((row) => [row.id, row]))
  const goals = plans
    .flatMap(({ id }) => goalRowsOf(store, goalsWithoutStatus(store, id), today))
    .filter(({ figures }) => figures.status === 'notMeasurable')
  return [
    ...finding(
      'indicatorOverdue',
      'missing',
      place,
      [...indicators.values()].map(({ id, code, title, expectedOn }) => ({
        entity: 'indicators',
        id,
        title: code === null ? title : `${code} ${title}`,
        detail: onDay('expected', expectedOn),
      })),
    ),
    ...finding(
      'goalWithoutStatus',
      'missing',
      place,
      goals.map(({ id, code, title }) => ({ entity: 'goals', id, title: `${code} ${title}` })),
    ),
  ]
}

/** Promises past their day with no word about why. */
export function ofCommitments(look: Look) {
  const { store, periodFrom, periodTo, today, withConfidential } = look
  const place = placeIn(look, 'commitments', 'deviations')
  if (place === null) return []
  const late = commitmentsTouching(store, periodFrom, periodTo, today)
    .filter(({ isOverdue, note }) => isOverdue && (note ?? '').trim() === '')
    .sort((a, b) => b.daysOverdue - a.daysOverdue)
  return finding(
    'commitmentOverdue',
    'missing',
    place,
    late.map(({ id, title, partnerName, periodTo: day, isPublic }) => ({
      entity: 'commitments',
      id,
      title,
      detail: { key: 'packages.readiness.details.commitment', params: { partner: partnerName, day } },
      hidden: !isPublic && !withConfidential,
    })),
  )
}

/** Visits that print no summary, and drafts, which are not in a package at all. Confidential visits are never named. */
export function ofVisits(look: Look) {
  const { store, periodFrom, periodTo } = look
  const place = placeIn(look, 'visits')
  if (place === null) return []
  const visits = visitsOfPeriod(store, periodFrom, periodTo)
  const asFound = ({ id, companyName, visitedOn, confidentiality }: (typeof visits)[number]): Found => ({
    entity: 'visits',
    id,
    title: companyName,
    detail: onDay('visitedOn', visitedOn),
    hidden: confidentiality === 'confidential',
  })
  const silent = visits.filter(
    ({ draft, confidentiality, publishableSummary }) =>
      !draft && confidentiality !== 'confidential' && (publishableSummary ?? '').trim() === '',
  )
  return [
    ...finding('visitWithoutSummary', 'missing', place, silent.map(asFound)),
    ...finding('draftVisit', 'check', place, visits.filter(({ draft }) => draft).map(asFound)),
  ]
}
