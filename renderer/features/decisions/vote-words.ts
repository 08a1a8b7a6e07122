import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Translate } from '#shared/i18n/translator.ts'

type Row = Pick<OutputOf<'decisions.list'>['rows'][number], 'vote' | 'unanimous'>

/** A decision's vote in words: "7 for, 2 against, decided by the chair's casting vote". */
export function voteWords(t: Translate, { vote, unanimous }: Row): string {
  if (!vote || vote.forCount === null || vote.againstCount === null) {
    if (unanimous === 'yes') return t('decisions.votes.unanimous')
    return t(vote ? 'decisions.votes.acclamation' : 'decisions.votes.notRecorded')
  }
  const counts = { for: vote.forCount, against: vote.againstCount, abstain: vote.abstainCount ?? 0 }
  const told = t(vote.abstainCount ? 'decisions.votes.countsAbstain' : 'decisions.votes.counts', counts)
  return [
    unanimous === 'yes' ? `${t('decisions.votes.unanimous')}: ${told}` : told,
    vote.castingVote && t('decisions.votes.cast'),
    t(`codes.voteKind.${vote.kind}`).toLocaleLowerCase(),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The same for a list: "7–2", or a dash where nothing is recorded. */
export function voteShort(t: Translate, { vote, unanimous }: Row): string {
  if (vote && vote.forCount !== null && vote.againstCount !== null) {
    const counts = { for: vote.forCount, against: vote.againstCount, abstain: vote.abstainCount ?? 0 }
    return t(vote.abstainCount ? 'decisions.votes.shortAbstain' : 'decisions.votes.short', counts)
  }
  return unanimous === 'yes' ? t('decisions.votes.unanimous') : '–'
}
