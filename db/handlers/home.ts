import { companyFilter } from '#shared/contract/companies.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { followUpFilter } from '#shared/contract/follow-ups.ts'
import { visitFilter } from '#shared/contract/visits.ts'
import { addMonths } from '#shared/domain/days.ts'
import type { Context } from '../context.ts'
import { countCompanies } from '../repositories/companies.ts'
import { countFollowUps, listFollowUps } from '../repositories/follow-ups.ts'
import { countedVisits, statisticsOf, targetOf } from '../repositories/visit-statistics.ts'
import { countDrafts, dueCompanies, listVisits } from '../repositories/visits.ts'
import { partnershipOf } from './checking.ts'

const shownRows = 8
const overdueFilter = followUpFilter.parse({ state: 'overdue' })
const everyVisit = visitFilter.parse({})
const everyCompany = companyFilter.parse({})

/** What the home screen shows. `today` is the day at the user, who may sit up past midnight with the window open. */
export function homeOverview(
  { store }: Context,
  { year, today }: ParsedInputOf<'home.overview'>,
): OutputOf<'home.overview'> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const until = today > to ? to : today
  const first = { cursor: null, limit: shownRows }
  const { notVisitedMonths } = partnershipOf(store)
  return {
    statistics: statisticsOf(store, from, to, today),
    soFar: { counted: countedVisits(store, from, until), target: targetOf(store, from, until) },
    overdue: listFollowUps(store, { filter: overdueFilter, sort: 'dueOn', direction: 'asc', ...first }, today).rows,
    overdueCount: countFollowUps(store, overdueFilter, today),
    latest: listVisits(store, { filter: everyVisit, sort: 'visitedOn', direction: 'desc', ...first }).rows,
    due: dueCompanies(store, {
      notVisitedSince: addMonths(today, -notVisitedMonths),
      today,
      sectorId: null,
      municipalityCode: null,
      ...first,
    }).rows,
    companies: countCompanies(store, everyCompany),
    drafts: countDrafts(store),
  }
}
