import { describe, expect, it } from 'vitest'
import {
  checkFollowUp,
  daysOverdue,
  isOverdue,
  responseDays,
  urgentWithoutFollowUp,
} from '#shared/domain/follow-up-rules.ts'
import { checkVisit, countsTowardsTarget } from '#shared/domain/visit-rules.ts'

const today = '2026-03-15'
type VisitRules = Parameters<typeof checkVisit>[0]
const aVisit = (changes: Partial<VisitRules> = {}): VisitRules => ({
  visitedOn: today,
  startsAt: null,
  endsAt: null,
  ourParticipantIds: ['0190a000-0000-7000-8000-000000000001'],
  notAnswered: [],
  confidentiality: 'internal',
  publishableSummary: null,
  nextVisitBy: null,
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
  ...changes,
})

describe('a visit', () => {
  it('of today with one of us is good', () => {
    expect(checkVisit(aVisit(), { today })).toEqual({})
  })
  it.each([
    [{ visitedOn: '2026-03-16' }, 'visitedOn', 'visitInFuture'],
    [{ startsAt: '10:00', endsAt: '10:00' }, 'endsAt', 'endNotAfterStart'],
    [{ endsAt: '10:00' }, 'startsAt', 'startMissing'],
    [{ ourParticipantIds: [] }, 'ourParticipantIds', 'ownParticipantMissing'],
    [{ notAnswered: ['export'], export: 'Tyskland' }, 'export', 'notAnsweredHasText'],
    [{ confidentiality: 'confidential', publishableSummary: 'Tekst' }, 'publishableSummary', 'confidentialHasSummary'],
    [{ nextVisitBy: today }, 'nextVisitBy', 'nextVisitNotLater'],
  ] as [Partial<VisitRules>, string, string][])('%j is refused at its field', (changes, field, key) => {
    const wrong = checkVisit(aVisit(changes), { today })
    expect(Object.keys(wrong)).toEqual([field])
    expect(wrong[field]?.key).toBe(`problems.field.${key}`)
  })
  it('a question put and not answered has no text and is good', () => {
    expect(checkVisit(aVisit({ notAnswered: ['export'] }), { today })).toEqual({})
  })
  it('writes the day in the message as the language writes it', () => {
    expect(checkVisit(aVisit({ visitedOn: '2026-04-01' }), { today, language: 'nb' }).visitedOn?.params).toEqual({
      today: '15.03.2026',
    })
  })
  it('counts towards the target when somebody went to somebody', () => {
    expect(countsTowardsTarget('companyVisit')).toBe(true)
    expect(countsTowardsTarget('reverseVisit')).toBe(true)
    expect(countsTowardsTarget('phone')).toBe(false)
  })
})

type FollowUpRules = Parameters<typeof checkFollowUp>[0]
const aFollowUp = (changes: Partial<FollowUpRules> = {}): FollowUpRules => ({
  dueOn: '2026-03-01',
  answeredCompanyOn: null,
  status: 'open',
  result: null,
  ...changes,
})
const context = { visitedOn: '2026-02-01', today }

describe('a follow-up', () => {
  it('is good as it is made', () => {
    expect(checkFollowUp(aFollowUp(), context)).toEqual({})
  })
  it.each([
    [{ dueOn: '2026-01-31' }, { dueOn: 'dueBeforeVisit' }],
    [{ answeredCompanyOn: '2026-01-31' }, { answeredCompanyOn: 'answeredBeforeVisit' }],
    [{ answeredCompanyOn: '2026-03-16' }, { answeredCompanyOn: 'dayInFuture' }],
    [{ status: 'closed' }, { answeredCompanyOn: 'answeredDayMissing', result: 'resultMissing' }],
    [{ status: 'closed', answeredCompanyOn: '2026-02-03', result: ' ' }, { result: 'resultMissing' }],
    [{ status: 'cannotBeDone' }, { result: 'reasonMissing' }],
    [{ status: 'answered' }, { answeredCompanyOn: 'answeredDayMissing' }],
    [{ status: 'closed', answeredCompanyOn: '2026-02-03', result: 'Ordnet' }, {}],
  ] as [Partial<FollowUpRules>, Record<string, string>][])('%j', (changes, expected) => {
    const wrong = checkFollowUp(aFollowUp(changes), context)
    const keys = Object.fromEntries(Object.entries(wrong).map(([field, { key }]) => [field, key.split('.').at(-1)]))
    expect(keys).toEqual(expected)
  })
  it('is overdue from the day after its day, until it is ended', () => {
    expect(isOverdue(aFollowUp({ dueOn: today }), today)).toBe(false)
    expect(daysOverdue(aFollowUp(), today)).toBe(14)
    expect(daysOverdue(aFollowUp({ status: 'answered' }), today)).toBe(14)
    expect(daysOverdue(aFollowUp({ status: 'closed' }), today)).toBe(0)
  })
  it('has a response time once the company is told', () => {
    expect(responseDays('2026-02-01', null)).toBeNull()
    expect(responseDays('2026-02-01', '2026-02-01')).toBe(0)
    expect(responseDays('2026-02-27', '2026-03-02')).toBe(3)
  })
})

describe('an urgent visit', () => {
  const visit = { id: 'a', flags: ['urgent' as const] }
  it('wants a follow-up of its own that is not deleted', () => {
    expect(urgentWithoutFollowUp(visit, [])).toBe(true)
    expect(urgentWithoutFollowUp(visit, [{ visitId: 'b', deletedAt: null }])).toBe(true)
    expect(urgentWithoutFollowUp(visit, [{ visitId: 'a', deletedAt: '2026-01-01T00:00:00.000Z' }])).toBe(true)
    expect(urgentWithoutFollowUp(visit, [{ visitId: 'a', deletedAt: null }])).toBe(false)
    expect(urgentWithoutFollowUp({ id: 'a', flags: [] }, [])).toBe(false)
  })
})
