import { describe, expect, it } from 'vitest'
import { isInSession, isSealed, lastDayOf, type MeetingStep, statusAfter } from '#shared/domain/meeting-states.ts'
import { type MeetingStatus, meetingStatuses } from '#shared/domain/records/meeting.ts'
import fc from '#test/random.ts'

const steps = [
  'sendNotice',
  'start',
  'close',
  'cancel',
  'sendToReview',
  'return',
  'approve',
  'archive',
  'reopen',
] as const satisfies MeetingStep[]

describe('the life of a meeting', () => {
  it('goes forward through every state', () => {
    const path = ['sendNotice', 'close', 'sendToReview', 'approve', 'archive'] as const
    let status: MeetingStatus | null = 'planned'
    const seen: (MeetingStatus | null)[] = [status]
    for (const step of path) {
      status = status && statusAfter(step, status)
      seen.push(status)
    }
    expect(seen).toEqual(['planned', 'noticeSent', 'held', 'minutesInReview', 'minutesApproved', 'archived'])
  })

  it('goes back only by a refusal or by opening again', () => {
    const order = meetingStatuses.filter((status) => status !== 'cancelled')
    fc.assert(
      fc.property(fc.constantFrom(...order), fc.constantFrom(...steps), (status, step) => {
        const next = statusAfter(step, status)
        if (next === null || next === 'cancelled' || step === 'return' || step === 'reopen') return
        expect(order.indexOf(next)).toBeGreaterThanOrEqual(order.indexOf(status))
      }),
    )
  })

  it('has no way out of a cancelled meeting, and into it only before it is held', () => {
    expect(steps.map((step) => statusAfter(step, 'cancelled'))).toEqual(steps.map(() => null))
    expect(meetingStatuses.filter((status) => statusAfter('cancel', status) !== null)).toEqual([
      'planned',
      'noticeSent',
    ])
  })

  it('is sealed from review on, and when cancelled', () => {
    expect(meetingStatuses.filter(isSealed)).toEqual(['minutesInReview', 'minutesApproved', 'archived', 'cancelled'])
  })

  it('is in session from the opening to the closing', () => {
    expect(isInSession({ status: 'planned', openedAt: null })).toBe(false)
    expect(isInSession({ status: 'planned', openedAt: '09:00' })).toBe(true)
    expect(isInSession({ status: 'held', openedAt: '09:00' })).toBe(false)
  })

  it('ends on the day it was closed, else the planned one', () => {
    const day = { startsOn: '2026-09-10', endsOn: null, adjournedOn: null }
    expect(lastDayOf(day)).toBe('2026-09-10')
    expect(lastDayOf({ ...day, endsOn: '2026-09-11' })).toBe('2026-09-11')
    expect(lastDayOf({ ...day, endsOn: '2026-09-11', adjournedOn: '2026-09-12' })).toBe('2026-09-12')
  })
})
