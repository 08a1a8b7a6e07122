import { describe, expect, it } from 'vitest'
import { bodyPresets } from '#shared/domain/body-presets.ts'
import { checkBody } from '#shared/domain/body-rules.ts'
import {
  adjustmentDueOn,
  announcementDueOn,
  appealUntil,
  isLate,
  isQuorumEmpty,
  mayAdjust,
  signersOf,
} from '#shared/domain/minutes-rules.ts'
import { isNoticeLate, noticeDueOn } from '#shared/domain/notice-rules.ts'
import { bodyRules } from '#shared/domain/records/body.ts'
import { seatsOf, vacantSeatsOf } from '#shared/domain/seats.ts'

const meeting = { startsOn: '2026-12-20', endsOn: null, adjournedOn: null }
const roll = [
  { personId: 'anne', status: 'present', votes: true, position: 1 },
  { personId: 'kari', status: 'present', votes: true, position: 0 },
  { personId: 'bo', status: 'absent', votes: true, position: 2 },
  { personId: 'siri', status: 'present', votes: false, position: 3 },
] as const

describe('adjustment', () => {
  it('is due the body’s days after the meeting ended, over the year’s end too', () => {
    const days = { adjustmentRule: 'adjustedWithinDays', adjustmentDays: 14 } as const
    expect(adjustmentDueOn(days, meeting)).toBe('2027-01-03')
    expect(adjustmentDueOn(days, { ...meeting, adjournedOn: '2026-12-21' })).toBe('2027-01-04')
    expect(adjustmentDueOn({ adjustmentRule: 'signedInMeeting', adjustmentDays: null }, meeting)).toBe('2026-12-20')
    expect(adjustmentDueOn({ adjustmentRule: 'approvedInNextMeeting', adjustmentDays: null }, meeting)).toBeNull()
  })

  it('is by the chair and the adjusters, or by all who voted in a company’s board', () => {
    expect(signersOf({ adjustmentRule: 'adjustedWithinDays' }, 'kari', ['anne'], roll)).toEqual(['kari', 'anne'])
    expect(signersOf({ adjustmentRule: 'adjustedWithinDays' }, 'kari', [], roll)).toEqual(['kari'])
    expect(signersOf({ adjustmentRule: 'signedInMeeting' }, 'kari', [], roll)).toEqual(['kari', 'anne'])
    expect(signersOf({ adjustmentRule: 'signedInMeeting' }, 'kari', ['anne'], roll)).toEqual(['kari', 'anne'])
    expect(signersOf({ adjustmentRule: 'approvedInNextMeeting' }, 'kari', [], roll)).toEqual([])
  })

  it('is by people who were there', () => {
    expect(['anne', 'bo', 'nobody'].map((id) => mayAdjust(id, roll))).toEqual([true, false, false])
  })

  it('is late from the day after its deadline until it is answered', () => {
    const asked = { verdict: null, dueOn: '2026-09-15' }
    expect(isLate(asked, '2026-09-15')).toBe(false)
    expect(isLate(asked, '2026-09-16')).toBe(true)
    expect(isLate({ ...asked, verdict: 'approved' }, '2026-09-16')).toBe(false)
    expect(isLate({ verdict: null, dueOn: null }, '2026-09-16')).toBe(false)
  })

  it('in Sweden is announced within two days, and appealed within three weeks of that', () => {
    expect(announcementDueOn({ rules: 'municipalLikeSe' }, '2026-09-14')).toBe('2026-09-16')
    expect(announcementDueOn({ rules: 'publicLikeNo' }, '2026-09-14')).toBeNull()
    expect(appealUntil('2026-09-16')).toBe('2026-10-07')
    expect(appealUntil(null)).toBeNull()
  })
})

describe('an empty quorum', () => {
  it('is a meeting where no voter was there', () => {
    expect(isQuorumEmpty(roll)).toBe(false)
    expect(isQuorumEmpty(roll.slice(2))).toBe(true)
    expect(isQuorumEmpty([])).toBe(true)
  })
})

describe('the notice', () => {
  it('is late from the day after its last', () => {
    const body = { noticeDays: 5 }
    expect(noticeDueOn(body, { startsOn: '2026-03-03' })).toBe('2026-02-26')
    const unsent = { startsOn: '2026-03-03', noticeSentOn: null }
    expect(isNoticeLate(body, unsent, '2026-02-26')).toBe(false)
    expect(isNoticeLate(body, unsent, '2026-02-27')).toBe(true)
    expect(isNoticeLate(body, { ...unsent, noticeSentOn: '2026-02-26' }, '2026-03-03')).toBe(false)
  })
})

describe('seats', () => {
  const seat = (personId: string, role: 'chair' | 'viceChair' | 'member' | 'deputy', termTo: string | null = null) => ({
    personId,
    role,
    termFrom: '2024-01-01',
    termTo,
  })
  const members = [seat('a', 'chair'), seat('b', 'viceChair'), seat('c', 'member', '2026-06-30'), seat('d', 'deputy')]

  it('are those of the statutes, else the members in term on the day', () => {
    expect(seatsOf({ seats: 7 }, members, '2026-06-30')).toBe(7)
    expect(seatsOf({ seats: null }, members, '2026-06-30')).toBe(3)
    expect(seatsOf({ seats: null }, members, '2026-07-01')).toBe(2)
  })

  it('are vacant where nobody holds them in the body or on the roll, whatever the roll says of who is there', () => {
    const vacant = (seats: number | null, day: string, ...roll: Parameters<typeof vacantSeatsOf>[2]) =>
      vacantSeatsOf({ seats }, members, roll, day)
    expect(vacant(3, '2026-06-30')).toBe(0)
    expect(vacant(3, '2026-07-01')).toBe(1)
    expect(vacant(3, '2026-07-01', { personId: 'c', role: 'member', votes: true })).toBe(0)
    expect(vacant(3, '2026-07-01', { personId: 'd', role: 'deputy', votes: true })).toBe(1)
    expect(vacant(2, '2026-06-30')).toBe(0)
    expect(vacant(null, '2026-07-01')).toBe(0)
  })
})

describe('the presets', () => {
  it.each(bodyRules)('of %s keep the rules of a body', (rules) => {
    expect(checkBody({ ...bodyPresets[rules], seats: null, activeFrom: '2026-01-01', activeTo: null })).toEqual({})
  })
})
