import { describe, expect, it } from 'vitest'
import { checkDisqualification } from '#shared/domain/disqualification-rules.ts'
import { checkItem } from '#shared/domain/item-rules.ts'
import { checkProposal } from '#shared/domain/proposal-rules.ts'
import type { Attendance } from '#shared/domain/records/meeting.ts'
import { checkStatement, type StatementSetting } from '#shared/domain/statement-rules.ts'

const person = (personId: string, given: Partial<Attendance> = {}): Attendance => ({
  id: personId,
  createdStamp: '',
  changedStamp: '',
  deletedAt: null,
  meetingId: 'm',
  personId,
  representingId: null,
  party: null,
  role: 'member',
  status: 'present',
  validReason: null,
  replacesId: null,
  arrivedAt: null,
  leftAt: null,
  votes: true,
  position: 0,
  ...given,
})
const keyOf = (wrong: Record<string, { readonly key: string }>, field: string) =>
  wrong[field]?.key.replace('problems.field.', '')

describe('a disqualification', () => {
  const deputy = person('deputy', { role: 'deputy', votes: false })
  const serving = person('serving', { role: 'deputy', replacesId: 'away' })
  const late = person('late', { role: 'deputy', votes: false, arrivedAt: '11:00' })
  const uncalled = person('uncalled', { role: 'deputy', votes: false, status: null })
  const setting = {
    attendances: [person('a'), person('b'), deputy, serving, late, uncalled],
    others: [{ personId: 'b', outcome: 'disqualified' as const, replacedById: null }],
    at: '10:00',
    openedAt: '09:00',
  }
  const check = (
    personId: string,
    replacedById: string | null = null,
    outcome: 'disqualified' | 'pending' | 'notDisqualified' = 'disqualified',
  ) => checkDisqualification({ personId, replacedById, outcome }, setting)

  it('is of somebody at the meeting, once in the item', () => {
    expect(check('a')).toEqual({})
    expect(keyOf(check('stranger'), 'personId')).toBe('notAtMeeting')
    expect(keyOf(check('b'), 'personId')).toBe('disqualifiedTwice')
  })

  it('lets only a deputy in who is there and does not vote already', () => {
    expect(check('a', 'deputy')).toEqual({})
    for (const [by, key] of [
      ['b', 'replacerNotDeputy'],
      ['a', 'replacerNotDeputy'],
      ['stranger', 'replacerNotDeputy'],
      ['late', 'replacerNotThere'],
      ['uncalled', 'replacerNotThere'],
      ['serving', 'replacerVotesAlready'],
    ] as const) {
      expect([by, keyOf(check('a', by), 'replacedById')]).toEqual([by, key])
    }
    expect(check('a', 'uncalled', 'pending')).toEqual({})
    expect(keyOf(check('a', 'deputy', 'notDisqualified'), 'replacedById')).toBe('replacedButNotDisqualified')
    const taken = [{ personId: 'b', outcome: 'pending' as const, replacedById: 'deputy' }]
    const twice = checkDisqualification(
      { personId: 'a', replacedById: 'deputy', outcome: 'disqualified' },
      { ...setting, others: taken },
    )
    expect(keyOf(twice, 'replacedById')).toBe('replacerVotesAlready')
  })
})

describe('a proposal', () => {
  const open = { kind: 'counter' as const, status: 'open' as const, proposerId: 'a' }
  const setting = { before: null, others: [], disqualifiedIds: ['b'] }
  it('is the main one once, and again when the first was withdrawn', () => {
    const main = { ...open, kind: 'main' as const }
    expect(keyOf(checkProposal(main, { ...setting, others: [main] }), 'kind')).toBe('mainProposalTwice')
    expect(checkProposal(main, { ...setting, others: [{ kind: 'main', status: 'withdrawn' }] })).toEqual({})
  })
  it('is not adopted once withdrawn, nor put by somebody disqualified', () => {
    const adopted = checkProposal({ ...open, status: 'adopted' }, { ...setting, before: 'withdrawn' })
    expect(keyOf(adopted, 'status')).toBe('withdrawnAdopted')
    expect(keyOf(checkProposal({ ...open, proposerId: 'b' }, setting), 'proposerId')).toBe('disqualifiedHere')
  })
})

describe('a statement', () => {
  const setting: StatementSetting = {
    meeting: {
      startsOn: '2026-09-10',
      endsOn: null,
      adjournedAt: '11:00',
      adjournedOn: null,
      adjustedOn: '2026-09-14',
    },
    today: '2026-09-15',
    attendeeIds: ['a', 'b'],
    disqualifiedIds: ['b'],
  }
  const dissent = { kind: 'dissent' as const, personId: 'a', party: null, deliveredOn: '2026-09-10', deliveredAt: null }
  const note = { ...dissent, kind: 'noteToMinutes' as const }
  type Given = Parameters<typeof checkStatement>[0]

  it.each<[string, Given, string, string]>([
    ['a dissent on the day after', { ...dissent, deliveredOn: '2026-09-11' }, 'deliveredOn', 'dissentAfterMeeting'],
    ['a dissent a minute after the end', { ...dissent, deliveredAt: '11:01' }, 'deliveredAt', 'dissentAfterEnd'],
    ['a note after the adjustment', { ...note, deliveredOn: '2026-09-15' }, 'deliveredOn', 'noteAfterAdjustment'],
    ['one before the meeting', { ...note, deliveredOn: '2026-09-09' }, 'deliveredOn', 'deliveredBeforeMeeting'],
    ['one of tomorrow', { ...note, deliveredOn: '2026-09-16' }, 'deliveredOn', 'dayInFuture'],
    ['one of nobody', { ...note, personId: null }, 'personId', 'statementOfNobody'],
    ['one of a stranger', { ...note, personId: 'x' }, 'personId', 'notAtMeeting'],
    ['one of somebody disqualified', { ...note, personId: 'b' }, 'personId', 'disqualifiedHere'],
  ])('is refused: %s', (_what, given, field, key) => {
    expect(keyOf(checkStatement(given, setting), field)).toBe(key)
  })

  it('is in time up to the end of the meeting, past midnight too, and a note up to the adjustment', () => {
    expect(checkStatement({ ...dissent, deliveredAt: '11:00' }, setting)).toEqual({})
    expect(checkStatement({ ...note, personId: null, party: 'Venstre', deliveredOn: '2026-09-14' }, setting)).toEqual(
      {},
    )
    const long = { ...setting, meeting: { ...setting.meeting, adjournedAt: '00:30', adjournedOn: '2026-09-11' } }
    expect(checkStatement({ ...dissent, deliveredOn: '2026-09-11', deliveredAt: '00:20' }, long)).toEqual({})
    expect(checkStatement({ ...dissent, deliveredAt: '23:50' }, long)).toEqual({})
    const running = { ...setting, meeting: { ...setting.meeting, adjournedAt: null, adjustedOn: null } }
    expect(checkStatement({ ...dissent, deliveredAt: '11:30' }, running)).toEqual({})
  })
})

describe('an item', () => {
  const item = { type: 'decision' as const, number: null, startedAt: null, endedAt: null, aboutMeetingId: null }
  it('ends after it began, also over midnight, and keeps a type that has a number', () => {
    const ends = (startedAt: string | null, endedAt: string) => checkItem({ ...item, startedAt, endedAt }, '18:00')
    expect(ends('23:50', '00:10')).toEqual({})
    expect(ends('19:00', '19:00')).toEqual({})
    expect(keyOf(ends('19:00', '18:30'), 'endedAt')).toBe('clockEndBeforeStart')
    expect(keyOf(ends(null, '18:30'), 'startedAt')).toBe('clockStartMissing')
    expect(keyOf(checkItem({ ...item, number: 4, type: 'heading' }, null), 'type')).toBe('numberedType')
    expect(keyOf(checkItem({ ...item, aboutMeetingId: 'm' }, null), 'aboutMeetingId')).toBe('aboutOnlyInApproval')
  })
})
