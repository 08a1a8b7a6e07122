import { describe, expect, it } from 'vitest'
import { checkVote, countsOfNames, outcomeOf, sumOf } from '#shared/domain/vote-rules.ts'
import fc from '#test/random.ts'

type Ballot = Parameters<typeof checkVote>[0]
const voterIds = ['a', 'b', 'c', 'd']
const setting = { voterIds, body: { abstainingAllowed: true, chairCastsVote: true }, chairId: 'a' }
const ballot = (given: Partial<Ballot> = {}): Ballot => ({
  kind: 'showOfHands',
  forId: null,
  againstId: null,
  forCount: 3,
  againstCount: 1,
  abstainCount: null,
  namedVotes: [],
  castingVote: false,
  castFor: null,
  ...given,
})
const named = (...choices: ('for' | 'against' | 'abstain')[]) =>
  choices.map((vote, index) => ({ personId: voterIds[index] ?? 'x', vote }))
const even = { forCount: 2, againstCount: 2 }

describe('a ballot', () => {
  it('is right with counts up to those who may vote, or none by acclamation', () => {
    expect(checkVote(ballot(), setting)).toEqual({})
    expect(checkVote(ballot({ kind: 'acclamation', forCount: null, againstCount: null }), setting)).toEqual({})
    expect(checkVote(ballot({ ...even, castingVote: true, castFor: 'against' }), setting)).toEqual({})
  })

  it.each<[string, Partial<Ballot>, string, string]>([
    ['by acclamation with a count', { kind: 'acclamation', againstCount: null }, 'forCount', 'acclamationHasCounts'],
    ['without a count', { forCount: null }, 'forCount', 'countMissing'],
    ['with more votes than voters', { forCount: 4 }, 'forCount', 'votesExceedVoters'],
    ['with abstentions past the voters', { abstainCount: 1 }, 'forCount', 'votesExceedVoters'],
    ['with names though secret', { kind: 'secret', namedVotes: named('for') }, 'namedVotes', 'secretVoteHasNames'],
    ['with names by show of hands', { namedVotes: named('for') }, 'namedVotes', 'namesOnlyInNamedVote'],
    [
      'named, with somebody left out',
      { kind: 'named', namedVotes: named('for', 'for', 'for') },
      'namedVotes',
      'votersWithoutVote',
    ],
    ['a proposal against itself', { forId: 'p', againstId: 'p' }, 'againstId', 'proposalAgainstItself'],
    ['against a proposal without one for', { againstId: 'p' }, 'forId', 'required'],
    ['cast where votes are not even', { castingVote: true, castFor: 'for' }, 'castingVote', 'castingVoteNotEven'],
    ['cast for neither side', { ...even, castingVote: true }, 'castingVote', 'castForMissing'],
    ['a side without a casting vote', { castFor: 'for' }, 'castingVote', 'castWithoutCastingVote'],
  ])('is refused %s', (_what, given, field, key) => {
    expect(checkVote(ballot(given), setting)[field]?.key).toBe(`problems.field.${key}`)
  })

  it('has each voter once and nobody else, when it is named', () => {
    const votes = [
      ...named('for', 'for', 'against'),
      { personId: 'a', vote: 'for' as const },
      { personId: 'x', vote: 'for' as const },
    ]
    const wrong = checkVote(ballot({ kind: 'named', namedVotes: votes, forCount: 3, againstCount: 1 }), setting)
    expect(wrong['namedVotes.3']?.key).toBe('problems.field.votedTwice')
    expect(wrong['namedVotes.4']?.key).toBe('problems.field.notAVoter')
    expect(wrong.namedVotes).toEqual({ key: 'problems.field.votersWithoutVote', params: { count: 1 } })
    expect(wrong.forCount).toEqual({ key: 'problems.field.countNotAsNamed', params: { names: 4 } })
  })

  it('follows the rules of the body on abstaining and the casting vote', () => {
    const strict = { ...setting, body: { abstainingAllowed: false, chairCastsVote: false } }
    expect(checkVote(ballot({ forCount: 2, abstainCount: 1 }), strict).abstainCount?.key).toBe(
      'problems.field.abstainingNotAllowed',
    )
    const cast = ballot({ ...even, castingVote: true, castFor: 'for' })
    expect(checkVote(cast, strict).castingVote?.key).toBe('problems.field.castingVoteNotAllowed')
    for (const chairId of [null, 'stranger']) {
      expect(checkVote(cast, { ...setting, chairId }).castingVote?.key).toBe('problems.field.chairMayNotVote')
    }
  })

  it('is accepted exactly when its sum is within those who may vote', () => {
    const counts = fc.record({ forCount: fc.nat(50), againstCount: fc.nat(50), abstainCount: fc.nat(50) })
    fc.assert(
      fc.property(counts, fc.nat(120), (given, voters) => {
        const ids = Array.from({ length: voters }, (_, index) => `p${index}`)
        const wrong = checkVote(ballot(given), { ...setting, voterIds: ids })
        expect(Object.keys(wrong).length === 0).toBe(sumOf(given) <= voters)
      }),
    )
  })

  it('by names is accepted exactly when every voter is there once', () => {
    const choice = fc.constantFrom('for' as const, 'against' as const, 'abstain' as const)
    const people = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'x'), choice), { maxLength: 6 })
    fc.assert(
      fc.property(people, (entries) => {
        const namedVotes = entries.map(([personId, vote]) => ({ personId, vote }))
        const wrong = checkVote(ballot({ kind: 'named', namedVotes, ...countsOfNames(namedVotes) }), setting)
        const ids = entries.map(([id]) => id).sort()
        expect(Object.keys(wrong).length === 0).toBe(JSON.stringify(ids) === JSON.stringify(voterIds))
      }),
    )
  })
})

describe('what a ballot decided', () => {
  it('is the greater side, the casting vote where even, and the proposal put by acclamation', () => {
    const outcome = (given: Partial<Ballot>) => outcomeOf(ballot(given))
    expect(outcome({})).toBe('for')
    expect(outcome({ forCount: 1, againstCount: 3 })).toBe('against')
    expect(outcome(even)).toBe('even')
    expect(outcome({ ...even, castingVote: true, castFor: 'against' })).toBe('against')
    expect(outcome({ kind: 'acclamation', forCount: null, againstCount: null })).toBe('for')
  })
})
