import { checkAffiliation } from '#shared/domain/affiliation-rules.ts'
import { checkAttendance } from '#shared/domain/attendance-rules.ts'
import { checkBody, checkBodyMember } from '#shared/domain/body-rules.ts'
import type { FieldMessages } from '#shared/domain/checked.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { checkCommitment, checkDelivery } from '#shared/domain/commitment-rules.ts'
import { checkCompany } from '#shared/domain/company-rules.ts'
import { checkDocument } from '#shared/domain/document-rules.ts'
import { checkFollowUp } from '#shared/domain/follow-up-rules.ts'
import { checkMeeting } from '#shared/domain/meeting-rules.ts'
import { checkMilestone } from '#shared/domain/milestone-rules.ts'
import { checkPartner } from '#shared/domain/partner-rules.ts'
import { checkPersonalData, fullName } from '#shared/domain/person-rules.ts'
import { checkReport } from '#shared/domain/project-rules.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { checkVisit } from '#shared/domain/visit-rules.ts'
import type { EntityName } from './entities.ts'
import {
  wrongInActivity,
  wrongInGoal,
  wrongInGoalLink,
  wrongInStrategy,
  wrongInWording,
  wrongUnderGoal,
} from './goal-checks.ts'
import { wrongInIndicator, wrongInMeasurement } from './indicator-checks.ts'
import {
  wrongInAction,
  wrongInDecision,
  wrongInDisqualification,
  wrongInItem,
  wrongInProposal,
  wrongInStatement,
  wrongInVote,
} from './item-checks.ts'
import { findSetting, type ItemSetting } from './item-setting.ts'
import { wrongInFocusArea, wrongInPlan } from './plan-checks.ts'
import { wrongInFinancing, wrongInProject, wrongInProjectPartner } from './project-checks.ts'
import { affiliationsOf } from './repositories/affiliations.ts'
import { attendancesOf } from './repositories/attendances.ts'
import { membersOf } from './repositories/body-members.ts'
import { deliveriesOf } from './repositories/commitments.ts'
import { strangersTo } from './repositories/contacts.ts'
import { followUpsOfVisit } from './repositories/follow-ups.ts'
import { partnerWithOrgNo } from './repositories/partners.ts'
import { vacantSeatsAt } from './repositories/vacant-seats.ts'
import { find, type Store } from './store.ts'
import { wrongInSupersession } from './supersession.ts'

/** Messages of what there is only one of: a removed record that comes back may have been followed by another. */
export const neverTwice: ReadonlySet<string> = new Set(
  [
    'orgNoTaken',
    'projectRoleTwice',
    'planInForceAlready',
    'planJoinsInForce',
    'planVersionTaken',
    'areaNumberTaken',
    'vintageTaken',
    'codeTaken',
    'subGoalOtherArea',
    'activityOtherArea',
    'wordingInForceAlready',
    'goalLinkTwice',
  ].map((key) => `problems.field.${key}`),
)

/**
 * The rules that a record breaks as it stands: field → what is wrong. Undoing one change of several can put together
 * what no form would have taken, so it is asked before and after. Empty for a removed record.
 */
export function brokenRules(
  store: Store,
  entity: EntityName,
  id: string,
  day: { readonly today: Day; readonly language: Language },
): FieldMessages {
  switch (entity) {
    case 'companies': {
      const company = alive(find(store, entity, id))
      return company ? checkCompany(company, day) : {}
    }
    case 'contacts': {
      const contact = alive(find(store, entity, id))
      return contact ? checkPersonalData(contact, day) : {}
    }
    case 'persons': {
      const person = alive(find(store, entity, id))
      return person ? checkPersonalData(person, day) : {}
    }
    case 'partners': {
      const partner = alive(find(store, entity, id))
      if (!partner) return {}
      const { orgNo, country } = partner
      const twin = orgNo === null ? undefined : partnerWithOrgNo(store, country, orgNo, id)
      return {
        ...checkPartner(partner, day),
        ...(twin ? { orgNo: fieldMessage('orgNoTaken', { name: twin.name }) } : {}),
      }
    }
    case 'bodies': {
      const body = alive(find(store, entity, id))
      return body ? checkBody(body) : {}
    }
    case 'bodyMembers': {
      const member = alive(find(store, entity, id))
      return member ? checkBodyMember(member, membersOf(store, member.bodyId)) : {}
    }
    case 'meetings': {
      const meeting = alive(find(store, entity, id))
      return meeting ? checkMeeting(meeting, day.language) : {}
    }
    case 'attendances': {
      const row = alive(find(store, entity, id))
      const meeting = row && alive(find(store, 'meetings', row.meetingId))
      if (!row || !meeting) return {}
      const roll = attendancesOf(store, meeting.id)
      return checkAttendance(row, roll, meeting, personNames(store), vacantSeatsAt(store, meeting, roll))
    }
    case 'visits': {
      const visit = alive(find(store, entity, id))
      if (!visit) return {}
      const strangers = strangersTo(store, visit.companyId, visit.theirParticipantIds).length > 0
      const early = followUpsOfVisit(store, id).filter(
        ({ dueOn, answeredCompanyOn }) => (answeredCompanyOn ?? dueOn) < visit.visitedOn || dueOn < visit.visitedOn,
      )
      return {
        ...checkVisit(visit, day),
        ...(strangers ? { theirParticipantIds: fieldMessage('participantOfOtherCompany') } : {}),
        ...(early.length > 0 ? { visitedOn: fieldMessage('followUpsBeforeVisit', { count: early.length }) } : {}),
      }
    }
    case 'followUps': {
      const followUp = alive(find(store, entity, id))
      const visit = followUp && find(store, 'visits', followUp.visitId)
      return followUp && visit ? checkFollowUp(followUp, { visitedOn: visit.visitedOn, ...day }) : {}
    }
    case 'agendaItems': {
      const item = alive(find(store, entity, id))
      return item ? wrongInItem(store, item) : {}
    }
    case 'disqualifications': {
      const one = alive(find(store, entity, id))
      const setting = one && settingIn(store, one.itemId)
      return one && setting ? wrongInDisqualification(store, setting, one) : {}
    }
    case 'proposals': {
      const one = alive(find(store, entity, id))
      const setting = one && settingIn(store, one.itemId)
      return one && setting ? wrongInProposal(store, setting, one, null) : {}
    }
    case 'votes': {
      const vote = alive(find(store, entity, id))
      if (!vote) return {}
      const setting = settingIn(store, vote.itemId)
      return vote.itemId !== null && !setting ? {} : wrongInVote(store, setting, vote)
    }
    case 'statements': {
      const one = alive(find(store, entity, id))
      const setting = one && settingIn(store, one.itemId)
      return one && setting ? wrongInStatement(setting, one, day) : {}
    }
    case 'decisions': {
      const decision = alive(find(store, entity, id))
      return decision ? wrongInDecision(store, decision, day) : {}
    }
    case 'actions': {
      const action = alive(find(store, entity, id))
      return action ? wrongInAction(store, action, day) : {}
    }
    case 'commitments': {
      const commitment = alive(find(store, entity, id))
      if (!commitment) return {}
      // A unit taken back under what was delivered in another would turn hours into kroner.
      const lost = deliveriesOf(store, id).some((one) => (one.amount === null) !== (commitment.amount === null))
      return { ...checkCommitment(commitment), ...(lost ? { unit: fieldMessage('unitHasDeliveries') } : {}) }
    }
    case 'deliveries': {
      const delivery = alive(find(store, entity, id))
      const commitment = delivery && alive(find(store, 'commitments', delivery.commitmentId))
      return delivery && commitment ? checkDelivery(delivery, commitment, day) : {}
    }
    case 'affiliations': {
      const place = alive(find(store, entity, id))
      return place ? checkAffiliation(place, affiliationsOf(store, place.partnerId)) : {}
    }
    case 'attachments': {
      const attachment = alive(find(store, entity, id))
      return attachment ? { ...checkDocument(attachment, day), ...wrongInSupersession(store, attachment) } : {}
    }
    case 'plans': {
      const plan = alive(find(store, entity, id))
      return plan ? wrongInPlan(store, id, plan, day) : {}
    }
    case 'focusAreas': {
      const area = alive(find(store, entity, id))
      return area ? wrongInFocusArea(store, id, area) : {}
    }
    case 'projects': {
      const project = alive(find(store, entity, id))
      return project ? wrongInProject(store, id, project, day) : {}
    }
    case 'projectPartners': {
      const one = alive(find(store, entity, id))
      return one ? wrongInProjectPartner(store, id, one) : {}
    }
    case 'financings': {
      const financing = alive(find(store, entity, id))
      return financing ? wrongInFinancing(store, financing) : {}
    }
    case 'projectReports': {
      const report = alive(find(store, entity, id))
      return report ? checkReport(report, day) : {}
    }
    case 'milestones': {
      const milestone = alive(find(store, entity, id))
      return milestone ? checkMilestone(milestone, day) : {}
    }
    case 'goals': {
      const goal = alive(find(store, entity, id))
      return goal ? { ...wrongInGoal(store, id, goal, day), ...wrongUnderGoal(store, goal) } : {}
    }
    case 'wordings': {
      const wording = alive(find(store, entity, id))
      return wording ? wrongInWording(store, id, wording) : {}
    }
    case 'strategies': {
      const strategy = alive(find(store, entity, id))
      return strategy ? wrongInStrategy(store, strategy) : {}
    }
    case 'activities': {
      const activity = alive(find(store, entity, id))
      return activity ? wrongInActivity(store, id, activity, day) : {}
    }
    case 'goalLinks': {
      const link = alive(find(store, entity, id))
      return link ? wrongInGoalLink(store, id, link) : {}
    }
    case 'indicators': {
      const indicator = alive(find(store, entity, id))
      return indicator ? wrongInIndicator(store, id, indicator, day) : {}
    }
    case 'measurements': {
      const measurement = alive(find(store, entity, id))
      return measurement ? wrongInMeasurement(store, id, measurement, day) : {}
    }
    default:
      // Sectors, visit plans, packages and the partnership have no rule that joins two fields changed apart.
      return {}
  }
}

/** The setting of an item that is still there; null for one that is gone with its meeting, or in a queue. */
function settingIn(store: Store, itemId: string | null): ItemSetting | null {
  const item = itemId === null ? undefined : alive(find(store, 'agendaItems', itemId))
  const meeting = item?.meetingId == null ? undefined : alive(find(store, 'meetings', item.meetingId))
  return item && meeting ? findSetting(store, item.id) : null
}

/** Names for messages; empty for who is gone. */
function personNames(store: Store): (personId: string) => string {
  return (personId) => {
    const person = find(store, 'persons', personId)
    return person ? fullName(person) : ''
  }
}

function alive<T extends { readonly deletedAt: string | null }>(record: T | undefined): T | undefined {
  return record?.deletedAt === null ? record : undefined
}
