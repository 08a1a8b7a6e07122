/** Ballots in sentences, for the printed paper and the one on screen. */
import { cleanLine } from '../clean-text.ts'
import type { PaperDecision, PaperItem, PaperVote } from '../meeting-paper.ts'
import type { PaperWords } from './words.ts'

export type Proposal = PaperItem['proposals'][number]

/** The proposals that the minutes hold: those not withdrawn (KL in practice.md 6.1). */
export function standingProposals({ proposals }: PaperItem): Proposal[] {
  return proposals.filter(({ status }) => status !== 'withdrawn')
}

/** A longer text is quoted from its beginning. */
const longestQuote = 80

/** "forslag 2", or the text itself in quotation marks where it is none of the item's proposals. */
function sideName(text: string, proposals: readonly Proposal[], { t }: PaperWords): string {
  const index = proposals.findIndex((one) => one.text === text)
  if (index >= 0) return t('papers.doc.vote.proposal', { no: index + 1 })
  const line = cleanLine(text)
  const short = line.length <= longestQuote ? line : `${line.slice(0, longestQuote).toWellFormed().trimEnd()} …`
  return t('papers.doc.vote.quoted', { text: short })
}

/** One line of the order of propositions. */
export function propositionLine(vote: PaperVote, proposals: readonly Proposal[], words: PaperWords): string {
  const { t } = words
  const [a, b] = [vote.forText, vote.againstText].map((text) =>
    text === null ? null : sideName(text, proposals, words),
  )
  const put = a && b ? t('papers.doc.vote.orderBetween', { a, b }) : a ? t('papers.doc.vote.orderOne', { a }) : null
  return (
    [vote.subject, put === null || vote.subject !== null ? put : capital(put)].filter((part) => part).join(': ') ||
    t(`codes.voteKind.${vote.kind}`)
  )
}

type Side = 'for' | 'against'

function winnerOf(vote: PaperVote, proposals: readonly Proposal[]): Side | null {
  const { forCount, againstCount, castingVote, castFor } = vote
  if (forCount !== null && againstCount !== null) {
    if (forCount !== againstCount) return forCount > againstCount ? 'for' : 'against'
    return castingVote ? castFor : null
  }
  const statusOf = (text: string | null) => proposals.find((one) => one.text === text)?.status
  const [first, second] = [statusOf(vote.forText), statusOf(vote.againstText)]
  if (first === 'adopted' && second !== 'adopted') return 'for'
  if (second === 'adopted' && first !== 'adopted') return 'against'
  if (vote.againstText === null && first === 'rejected') return 'against'
  return null
}

/** One ballot: how it was held, the figures, the casting vote, and what it came to. */
export function voteSentence(vote: PaperVote, proposals: readonly Proposal[], words: PaperWords): string {
  const { t } = words
  const [a, b] = [vote.forText, vote.againstText].map((text) =>
    text === null ? null : sideName(text, proposals, words),
  )
  const winner = winnerOf(vote, proposals)
  const won = winner === null ? null : winner === 'for' ? a : b
  const subject = vote.subject === null ? [] : [`${vote.subject}.`.replace(/([.!?])\.$/, '$1')]
  if (vote.kind === 'acclamation') return [...subject, capital(acclaimed(a, b, winner, words))].join(' ')
  const abstain = vote.abstainCount ? [t('papers.doc.vote.abstained', { number: words.number(vote.abstainCount) })] : []
  const figures = [
    a
      ? t('papers.doc.vote.forNamed', { what: a, number: count(vote.forCount, words) })
      : t('papers.doc.vote.for', { number: count(vote.forCount, words) }),
    b
      ? t('papers.doc.vote.againstNamed', { what: b, number: count(vote.againstCount, words) })
      : t('papers.doc.vote.against', { number: count(vote.againstCount, words) }),
    ...abstain,
  ]
  return [
    ...subject,
    `${t(`codes.voteKind.${vote.kind}`)}.`,
    ...(a && b ? [t('papers.doc.vote.between', { a, b })] : []),
    ...(vote.forCount === null && vote.againstCount === null ? [] : figures),
    ...(vote.castingVote
      ? [
          won
            ? t('papers.doc.vote.castFor', { what: won })
            : vote.castFor
              ? t(vote.castFor === 'for' ? 'papers.doc.vote.castYes' : 'papers.doc.vote.castNo')
              : t('papers.doc.vote.cast'),
        ]
      : []),
    ...(a && b && won ? [t('papers.doc.vote.won', { what: won })] : []),
    ...(a && !b && winner ? [t(winner === 'for' ? 'papers.doc.vote.won' : 'papers.doc.vote.lost', { what: a })] : []),
  ].join(' ')
}

function count(value: number | null, { number, t }: PaperWords): string {
  return value === null ? t('papers.doc.vote.notCounted') : number(value)
}

type Name = string | null | undefined

function acclaimed(a: Name, b: Name, winner: Side | null, { t }: PaperWords): string {
  if (a && b) {
    if (winner === null) return t('papers.doc.vote.acclaimedBetween', { a, b })
    return t('papers.doc.vote.acclaimedOver', { a, b, what: winner === 'for' ? a : b })
  }
  if (!a) return t('papers.doc.vote.acclaimed')
  if (winner === null) return t('papers.doc.vote.acclaimedPut', { a })
  return winner === 'for' ? t('papers.doc.vote.acclaimedOne', { a }) : t('papers.doc.vote.acclaimedLost', { a })
}

/** A sentence begins with a capital, whatever it begins with. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/**
 * Which parties voted for which proposal, with names where a party splits or somebody has none (koml § 11-4, practice.md 6.1
 * "Vote detail"). Nothing where no party is known.
 */
export function partyLines({ named }: PaperVote, { t, number, form }: PaperWords): string[] {
  if (form !== 'NO' || !named.some(({ party }) => party !== null)) return []
  const sidesOf = new Map<string, Set<string>>()
  for (const { party, vote } of named)
    if (party !== null) sidesOf.set(party, (sidesOf.get(party) ?? new Set()).add(vote))
  return (['for', 'against', 'abstain'] as const).flatMap((side) => {
    const voters = named.filter(({ vote }) => vote === side)
    if (voters.length === 0) return []
    const parties = [...new Set(voters.map(({ party }) => party))]
    const told = parties.map((party) => {
      const members = voters.filter((one) => one.party === party)
      const names = members.map(({ name }) => name).join(', ')
      if (party === null) return t('papers.doc.vote.noParty', { names })
      return `${party} (${(sidesOf.get(party)?.size ?? 0) > 1 ? names : number(members.length)})`
    })
    return [`${t(`codes.voteChoice.${side}`)}: ${told.join(', ')}.`]
  })
}

/** Whether the order of the ballots is told before them: there are several, or in Sweden one proposal stood against another. */
export function needsOrder({ votes }: PaperItem, { form }: PaperWords): boolean {
  return votes.length > 1 || (form === 'SE' && votes.some(({ againstText }) => againstText !== null))
}

/** SE parts what the chair found (proposition på yrkandena) from what was counted (omröstning); NO calls both votering. */
export function voteHeading({ kind }: PaperVote, { t }: PaperWords): string {
  return kind === 'acclamation' ? t('papers.doc.vote.headingAcclamation') : t('papers.doc.vote.heading')
}

/** "Enstemmig vedtatt." or the figures of the deciding ballot; empty where neither is known. */
export function decisionResult({ unanimous, vote }: PaperDecision, { t, number }: PaperWords): string {
  if (unanimous === 'yes') return t('papers.doc.decision.unanimous')
  if (vote !== null && vote.forCount !== null && vote.againstCount !== null) {
    const most = number(Math.max(vote.forCount, vote.againstCount))
    const least = number(Math.min(vote.forCount, vote.againstCount))
    return [
      t('papers.doc.decision.byVotes', { most, least }),
      ...(vote.abstainCount ? [t('papers.doc.vote.abstained', { number: number(vote.abstainCount) })] : []),
      ...(vote.castingVote ? [t('papers.doc.vote.cast')] : []),
    ].join(' ')
  }
  return unanimous === 'no' ? t('papers.doc.decision.notUnanimous') : ''
}
