import { describe, expect, it } from 'vitest'
import { actionDaysOverdue, actionWarnings, checkAction, isActionOverdue } from '#shared/domain/action-rules.ts'
import { checkDecision, decisionDaysOverdue, decisionWarnings, unanimityOf } from '#shared/domain/decision-rules.ts'

type Given = Parameters<typeof checkDecision>[0]
const today = '2026-09-15'
const decision = (given: Partial<Given> = {}): Given => ({
  itemId: 'i',
  externalBody: null,
  decidedOn: '2026-09-10',
  unanimous: 'notRecorded',
  voteId: null,
  status: 'noAction',
  doneOn: null,
  result: null,
  correctsId: null,
  ...given,
})
const vote = (forCount: number, againstCount: number) => ({ kind: 'showOfHands' as const, forCount, againstCount })
const acclamation = { kind: 'acclamation' as const, forCount: null, againstCount: null }
const setting = { today, vote: null, correctsClosed: false }
const done = { status: 'done' as const, doneOn: '2026-09-12', result: 'Sendt' }

describe('a decision', () => {
  it.each<[string, Partial<Given>, string, string]>([
    ['of nobody', { itemId: null }, 'externalBody', 'decisionWithoutBody'],
    ['of two bodies', { externalBody: 'Bystyret' }, 'externalBody', 'decisionOfTwoBodies'],
    [
      'taken elsewhere tomorrow',
      { itemId: null, externalBody: 'Bystyret', decidedOn: '2026-09-16' },
      'decidedOn',
      'dayInFuture',
    ],
    ['not unanimous without a vote', { unanimous: 'no' }, 'unanimous', 'notUnanimousNeedsVote'],
    ['done without its day', { ...done, doneOn: null }, 'doneOn', 'doneDayMissing'],
    ['done tomorrow', { ...done, doneOn: '2026-09-16' }, 'doneOn', 'dayInFuture'],
    ['done before it was taken', { ...done, doneOn: '2026-09-09' }, 'doneOn', 'doneBeforeDecision'],
    ['done without a result', { ...done, result: ' ' }, 'result', 'doneResultMissing'],
    ['that corrects one of a meeting still open', { correctsId: 'd' }, 'correctsId', 'correctsOpenMeeting'],
  ])('is refused %s', (_what, given, field, key) => {
    expect(checkDecision(decision(given), setting)[field]?.key).toBe(`problems.field.${key}`)
  })

  it('says of unanimity what its ballot shows', () => {
    const unanimous = (said: Given['unanimous'], ballot: typeof acclamation | ReturnType<typeof vote>) =>
      checkDecision(decision({ unanimous: said }), { ...setting, vote: ballot }).unanimous?.key
    expect(unanimous('yes', vote(5, 2))).toBe('problems.field.unanimousButAgainst')
    expect(unanimous('no', acclamation)).toBe('problems.field.notUnanimousNeedsVote')
    expect([unanimous('yes', vote(5, 0)), unanimous('no', vote(5, 2)), unanimous('notRecorded', vote(5, 2))]).toEqual(
      Array(3).fill(undefined),
    )
    expect([null, acclamation, vote(5, 0), vote(4, 1)].map((one) => unanimityOf(one))).toEqual([
      'notRecorded',
      'yes',
      'yes',
      'no',
    ])
  })

  it('warns of a deadline or effect before the decision, and refuses neither', () => {
    const early = { decidedOn: '2026-09-10', deadline: '2026-09-09', effectiveFrom: '2026-09-01' }
    expect(Object.keys(decisionWarnings(early))).toEqual(['deadline', 'effectiveFrom'])
    expect(decisionWarnings({ ...early, deadline: '2026-09-10', effectiveFrom: null })).toEqual({})
  })

  it('is overdue the day after its deadline, while it is open', () => {
    const days = (status: 'open' | 'done' | 'noAction', deadline: string | null) =>
      decisionDaysOverdue({ status, deadline }, today)
    expect([days('open', '2026-09-14'), days('open', today), days('open', null)]).toEqual([1, 0, 0])
    expect([days('done', '2026-09-01'), days('noAction', '2026-09-01')]).toEqual([0, 0])
  })
})

describe('an action', () => {
  const on = { today, arisenOn: '2026-09-10' }
  it('needs the day and the result to be done, and the reason to be cancelled', () => {
    const keys = (given: Parameters<typeof checkAction>[0]) =>
      Object.entries(checkAction(given, on)).map(([field, { key }]) => [field, key.replace('problems.field.', '')])
    expect(keys({ status: 'done', doneOn: null, result: null })).toEqual([
      ['doneOn', 'doneDayMissing'],
      ['result', 'doneResultMissing'],
    ])
    expect(keys({ status: 'cancelled', doneOn: null, result: ' ' })).toEqual([['result', 'cancelReasonMissing']])
    expect(keys({ status: 'done', doneOn: '2026-09-09', result: 'Ja' })).toEqual([['doneOn', 'doneBeforeArisen']])
    expect(keys({ status: 'done', doneOn: '2026-09-16', result: 'Ja' })).toEqual([['doneOn', 'dayInFuture']])
    expect(keys({ status: 'open', doneOn: null, result: null })).toEqual([])
  })

  it('warns when it is due before it came up, and is overdue from the day after', () => {
    expect(actionWarnings({ dueOn: '2026-09-09' }, '2026-09-10').dueOn?.key).toBe('problems.field.dueBeforeArisen')
    expect(actionWarnings({ dueOn: '2026-09-09' }, null)).toEqual({})
    expect(isActionOverdue({ status: 'inProgress', dueOn: today }, today)).toBe(false)
    expect(actionDaysOverdue({ status: 'inProgress', dueOn: '2026-09-10' }, today)).toBe(5)
    expect(actionDaysOverdue({ status: 'cancelled', dueOn: '2026-09-10' }, today)).toBe(0)
  })
})
