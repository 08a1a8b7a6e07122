/** What makes a ballot right (records.md 3.8; practice.md 6.1, "Vote detail"), and what it decided. */
import { type FieldMessages, fieldMessage } from './checked.ts'
import type { Vote } from './records/agenda-item.ts'
import type { Body } from './records/body.ts'

type VoteRules = Pick<
  Vote,
  | 'kind'
  | 'forId'
  | 'againstId'
  | 'forCount'
  | 'againstCount'
  | 'abstainCount'
  | 'namedVotes'
  | 'castingVote'
  | 'castFor'
>

export interface VoteSetting {
  /** Those who may vote on the item (`votersAt`). */
  readonly voterIds: readonly string[]
  readonly body: Pick<Body, 'abstainingAllowed' | 'chairCastsVote'>
  /** Who leads the meeting: only a chair who may vote on the item can cast the deciding vote. */
  readonly chairId: string | null
}

/**
 * Field → what is wrong; empty = good. Counts are needed unless the vote is by acclamation, and their sum is at most those who
 * may vote. A named vote has one entry for each voter and none for others; only a named vote has names. Abstaining and the
 * chair's casting vote follow the body's rules; the casting vote needs even numbers.
 */
export function checkVote(vote: VoteRules, { voterIds, body, chairId }: VoteSetting): FieldMessages {
  const wrong: FieldMessages = {
    ...checkCounts(vote, voterIds.length),
    ...(vote.kind === 'named' ? checkNames(vote, voterIds) : {}),
  }
  if (vote.kind !== 'named' && vote.namedVotes.length > 0) {
    wrong.namedVotes = fieldMessage(vote.kind === 'secret' ? 'secretVoteHasNames' : 'namesOnlyInNamedVote')
  }
  if (vote.againstId !== null && vote.forId === null) wrong.forId = fieldMessage('required')
  if (vote.againstId !== null && vote.againstId === vote.forId) wrong.againstId = fieldMessage('proposalAgainstItself')
  if (!body.abstainingAllowed && (vote.abstainCount ?? 0) > 0) wrong.abstainCount = fieldMessage('abstainingNotAllowed')
  const cast = checkCastingVote(vote, body.chairCastsVote, chairId !== null && voterIds.includes(chairId))
  return cast === null ? wrong : { ...wrong, castingVote: cast }
}

/** Counts alone: there unless by acclamation, and together at most `voters`. What a decision taken elsewhere is asked for with `voters` null. */
export function checkCounts(
  vote: Pick<Vote, 'kind' | 'forCount' | 'againstCount' | 'abstainCount'>,
  voters: number | null,
): FieldMessages {
  const counts = ['forCount', 'againstCount', 'abstainCount'] as const
  if (vote.kind === 'acclamation') {
    const counted = counts.filter((field) => vote[field] !== null)
    return Object.fromEntries(counted.map((field) => [field, fieldMessage('acclamationHasCounts')]))
  }
  const wrong: FieldMessages = {}
  if (vote.forCount === null) wrong.forCount = fieldMessage('countMissing')
  if (vote.againstCount === null) wrong.againstCount = fieldMessage('countMissing')
  const sum = sumOf(vote)
  if (voters !== null && sum > voters) wrong.forCount = fieldMessage('votesExceedVoters', { sum, voters })
  return wrong
}

/** Votes given, those abstaining among them; 0 by acclamation. */
export function sumOf(vote: Pick<Vote, 'forCount' | 'againstCount' | 'abstainCount'>): number {
  return (vote.forCount ?? 0) + (vote.againstCount ?? 0) + (vote.abstainCount ?? 0)
}

/** The counts that the names of a named vote add up to. */
export function countsOfNames(
  names: Vote['namedVotes'],
): Required<Record<'forCount' | 'againstCount' | 'abstainCount', number>> {
  const count = (choice: Vote['namedVotes'][number]['vote']) => names.filter(({ vote }) => vote === choice).length
  return { forCount: count('for'), againstCount: count('against'), abstainCount: count('abstain') }
}

function checkNames(vote: VoteRules, voterIds: readonly string[]): FieldMessages {
  const wrong: FieldMessages = {}
  const voters = new Set(voterIds)
  const seen = new Set<string>()
  vote.namedVotes.forEach(({ personId }, index) => {
    if (seen.has(personId)) wrong[`namedVotes.${index}`] = fieldMessage('votedTwice')
    else if (!voters.has(personId)) wrong[`namedVotes.${index}`] = fieldMessage('notAVoter')
    seen.add(personId)
  })
  const missing = voterIds.filter((personId) => !seen.has(personId)).length
  if (missing > 0) wrong.namedVotes = fieldMessage('votersWithoutVote', { count: missing })
  const counts = countsOfNames(vote.namedVotes)
  for (const field of ['forCount', 'againstCount', 'abstainCount'] as const) {
    const differs = (vote[field] ?? (field === 'abstainCount' ? 0 : null)) !== counts[field]
    if (differs && vote[field] !== null) wrong[field] = fieldMessage('countNotAsNamed', { names: counts[field] })
  }
  return wrong
}

function checkCastingVote(vote: VoteRules, allowed: boolean, chairVotes: boolean) {
  if (!vote.castingVote) return vote.castFor === null ? null : fieldMessage('castWithoutCastingVote')
  if (!allowed) return fieldMessage('castingVoteNotAllowed')
  if (vote.kind === 'acclamation' || vote.forCount === null || vote.forCount !== vote.againstCount) {
    return fieldMessage('castingVoteNotEven')
  }
  if (!chairVotes) return fieldMessage('chairMayNotVote')
  return vote.castFor === null ? fieldMessage('castForMissing') : null
}

/** Which side won. By acclamation the proposal put; with even numbers the side of the casting vote, where there was one. */
export function outcomeOf(
  vote: Pick<Vote, 'kind' | 'forCount' | 'againstCount' | 'castingVote' | 'castFor'>,
): 'for' | 'against' | 'even' {
  if (vote.kind === 'acclamation') return 'for'
  const [forCount, againstCount] = [vote.forCount ?? 0, vote.againstCount ?? 0]
  if (forCount !== againstCount) return forCount > againstCount ? 'for' : 'against'
  return (vote.castingVote ? vote.castFor : null) ?? 'even'
}

/** The proposal that a ballot adopted; null where none did, or none was named. */
export function winnerOf(vote: Parameters<typeof outcomeOf>[0] & Pick<Vote, 'forId' | 'againstId'>): string | null {
  const outcome = outcomeOf(vote)
  return outcome === 'for' ? vote.forId : outcome === 'against' ? vote.againstId : null
}
