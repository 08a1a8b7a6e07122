import type { Vote } from '#shared/domain/records/agenda-item.ts'
import { outcomeOf } from '#shared/domain/vote-rules.ts'
import type { Translate } from '#shared/i18n/translator.ts'

type Counted = Pick<
  Vote,
  'kind' | 'forId' | 'againstId' | 'forCount' | 'againstCount' | 'abstainCount' | 'castingVote' | 'castFor'
>

/** The result of a ballot as a sentence: who won, with how many, and the chair's vote where it decided. */
export function resultText(t: Translate, vote: Counted): string {
  if (vote.kind === 'acclamation') return t('session.votes.result.acclamation')
  const counts = {
    for: vote.forCount ?? 0,
    against: vote.againstCount ?? 0,
    abstain: vote.abstainCount ?? 0,
  }
  const contraposition = vote.againstId !== null
  const outcome = outcomeOf(vote)
  const sentence =
    outcome === 'even'
      ? t('session.votes.result.even', counts)
      : outcome === 'for'
        ? t(contraposition ? 'session.votes.result.firstWon' : 'session.votes.result.adopted', counts)
        : t(contraposition ? 'session.votes.result.secondWon' : 'session.votes.result.rejected', counts)
  const rest = [
    outcome !== 'even' && vote.castingVote ? t('session.votes.result.cast') : null,
    counts.abstain > 0 ? t('session.votes.result.abstained', { count: counts.abstain }) : null,
  ].filter((one) => one !== null)
  return [sentence, ...rest].join(' ')
}
