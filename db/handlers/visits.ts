import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { urgentWithoutFollowUp } from '#shared/domain/follow-up-rules.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import { checkDistribution, spreadTarget } from '#shared/domain/visit-plan.ts'
import { checkVisit, isLooser } from '#shared/domain/visit-rules.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { closeItemsOf } from '../escalation.ts'
import { attachedBytes, attachmentsOf } from '../repositories/attachments.ts'
import { strangersTo } from '../repositories/contacts.ts'
import { followUpsOfVisit } from '../repositories/follow-ups.ts'
import { visitPlanOf } from '../repositories/visit-plans.ts'
import { coverageOf, statisticsOf } from '../repositories/visit-statistics.ts'
import { countVisits, dueCompanies, listVisits, neighboursOf } from '../repositories/visits.ts'
import { find, read, sql } from '../store.ts'
import { attachmentHandlers } from './attachments.ts'
import { filled, languageOf, partnershipOf, refuseIfWrong, revised } from './checking.ts'
import { companyDefaults } from './companies.ts'
import { reviseAll } from './many.ts'

type NewVisit = Omit<Visit, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

function visitDefaults(context: Context, companyId: string, visitedOn: string): NewVisit {
  const { personId } = context.actor
  return {
    companyId,
    visitedOn,
    startsAt: null,
    endsAt: null,
    type: 'companyVisit',
    place: null,
    coordinates: null,
    ourParticipantIds: personId === null ? [] : [personId],
    theirParticipantIds: [],
    purpose: null,
    notes: null,
    wentWell: null,
    difficulties: null,
    needs: null,
    growthPlans: null,
    skillsNeeds: null,
    premisesPlans: null,
    investmentPlans: null,
    export: null,
    innovation: null,
    procurementView: null,
    notAnswered: [],
    flags: [],
    themes: [],
    confidentiality: 'internal',
    confidentialText: null,
    publishableSummary: null,
    nextVisitBy: null,
    draft: false,
    device: context.workspaces.preferences.get().deviceName || null,
  }
}

/** Every rule of a visit; those met must be contacts of the company. @throws ProblemError `invalid`. */
function check(context: Context, visit: NewVisit, prefix = ''): void {
  refuseIfWrong(
    {
      ...checkVisit(visit, { today: today(context), language: languageOf(context) }),
      ...(strangersTo(context.store, visit.companyId, visit.theirParticipantIds).length > 0
        ? { theirParticipantIds: fieldMessage('participantOfOtherCompany') }
        : {}),
    },
    prefix,
  )
}

function revise(
  context: Context,
  write: Writer,
  visit: Visit,
  changes: ParsedInputOf<'visits.revise'>['changes'],
): Visit {
  const next = revised(visit, changes)
  check(context, next, 'changes.')
  if (next.visitedOn !== visit.visitedOn) refuseAfterFollowUps(context, visit.id, next.visitedOn)
  if (next.confidentiality === 'confidential' && visit.confidentiality !== 'confidential') {
    closeItemsOf(write, 'visits', visit.id)
  }
  return write.revise('visits', visit.id, changes)
}

export const visitHandlers: AreaHandlers<'visits' | 'visitPlans' | 'attachments'> = {
  'visits.list': (input, { store }) => listVisits(store, input),
  'visits.count': ({ filter }, { store }) => countVisits(store, filter),
  'visits.open': ({ id }, { store }) => {
    const visit = read(store, 'visits', id)
    return {
      visit,
      companyName: find(store, 'companies', visit.companyId)?.name ?? '',
      followUps: followUpsOfVisit(store, id),
      attachments: attachmentsOf(store, id),
      attachedBytes: attachedBytes(store, id),
      ...neighboursOf(store, visit),
    }
  },
  'visits.log': ({ newCompanyName, ...input }, context) => {
    if ((input.companyId === null) === (newCompanyName === null)) {
      const key = newCompanyName === null ? 'companyMissing' : 'companyTwice'
      throw invalid({ companyId: fieldMessage(key) })
    }
    const { store } = context
    const companyId = input.companyId ?? context.newId()
    if (input.companyId !== null && !isThere(context, input.companyId))
      throw invalid({ companyId: fieldMessage('gone') })
    const visit = filled(visitDefaults(context, companyId, input.visitedOn), { ...input, companyId })
    check(context, visit)
    return change(context, (write) => {
      if (newCompanyName !== null) {
        write.insert('companies', {
          id: companyId,
          ...companyDefaults(newCompanyName, partnershipOf(store).country),
        })
      }
      return write.insert('visits', { id: context.newId(), ...visit })
    })
  },
  'visits.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'visits', id), changes)),
  'visits.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'visits', ids, (write, visit) => {
      if (isLooser(changes.confidentiality ?? visit.confidentiality, visit.confidentiality)) {
        throw invalid({ 'changes.confidentiality': fieldMessage('loosenedInBulk') })
      }
      return revise(context, write, visit, changes)
    }),
  'visits.release': ({ id }, context) => {
    const visit = read(context.store, 'visits', id)
    check(context, visit)
    if (urgentWithoutFollowUp(visit, followUpsOfVisit(context.store, id))) {
      throw invalid({ flags: fieldMessage('urgentNeedsFollowUp') })
    }
    return change(context, (write) => write.revise('visits', id, { draft: false }))
  },
  'visits.remove': ({ id }, context) => {
    change(context, (write) => {
      // All that hangs on the visit goes with it, so that one undo brings all of it back.
      for (const followUp of followUpsOfVisit(write, id)) write.remove('followUps', followUp.id)
      for (const attachment of attachmentsOf(write, id)) write.remove('attachments', attachment.id)
      write.remove('visits', id)
    })
    return {}
  },
  'visits.statistics': ({ from, to }, context) => {
    refusePeriod(from, to)
    return statisticsOf(context.store, from, to, today(context))
  },
  'visits.coverage': ({ from, to, by }, context) => {
    refusePeriod(from, to)
    return coverageOf(context.store, from, to, by)
  },
  'visits.due': (input, context) => dueCompanies(context.store, { ...input, today: today(context) }),
  'visitPlans.show': ({ year }, { store }) => visitPlanOf(store, year),
  'visitPlans.set': ({ year, target, distribution }, context) => {
    const months = distribution ?? spreadTarget(target)
    refuseIfWrong(checkDistribution(target, months))
    const plan = visitPlanOf(context.store, year)
    return change(context, (write) =>
      plan
        ? write.revise('visitPlans', plan.id, { target, distribution: months })
        : write.insert('visitPlans', { id: context.newId(), year, target, distribution: months }),
    )
  },
  ...attachmentHandlers,
}

function isThere(context: Context, companyId: string): boolean {
  return sql(context.store, 'SELECT 1 FROM companies WHERE id = ? AND deleted_at IS NULL').get(companyId) !== undefined
}

/** Moving a visit past the days of its follow-ups would give negative response times. */
function refuseAfterFollowUps(context: Context, visitId: string, visitedOn: string): void {
  const before = followUpsOfVisit(context.store, visitId).filter(
    ({ dueOn, answeredCompanyOn }) =>
      dueOn < visitedOn || (answeredCompanyOn !== null && answeredCompanyOn < visitedOn),
  )
  if (before.length > 0) {
    throw invalid({ 'changes.visitedOn': fieldMessage('followUpsBeforeVisit', { count: before.length }) })
  }
}

/** A century of months is more than anybody compares, and bounds the work. */
function refusePeriod(from: string, to: string): void {
  if (to < from) throw invalid({ to: fieldMessage('endBeforeStart') })
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 100) throw problem('tooLarge', 'problems.tooLarge')
}
