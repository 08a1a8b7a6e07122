/**
 * Sentences of a meeting's paper on screen, in the words of the printed one (`papers.doc`). The printed paper is made of Word's own
 * blocks, which a window can't load, so what both say is put together here and there from the same catalogue.
 */

import type { PaperWords } from '#shared/documents/meeting/words.ts'
import type { MeetingPaper, PaperDecision, PaperItem, PaperVote } from '#shared/documents/meeting-paper.ts'
import { messageText } from '#shared/i18n/message-text.ts'

type Meeting = NonNullable<MeetingPaper['meeting']>
const longestQuote = 80

/** "Næringsrådet, møte 4/2026"; the meeting's kind while it has no number. */
export function meetingName({ meeting, body }: MeetingPaper, { t }: PaperWords): string {
  if (meeting === null) return body.name
  const { number, numberYear } = meeting
  const which =
    number === null
      ? t(`codes.meetingKind.${meeting.kind}`).toLocaleLowerCase()
      : t('papers.doc.meetingNo', { number: numberYear === null ? String(number) : `${number}/${numberYear}` })
  return `${body.name}, ${which}`
}

/** When the meeting is to be, or for minutes when it was. */
export function timesOf(kind: MeetingPaper['kind'], meeting: Meeting, { t, time, day }: PaperWords): string {
  const wasHeld = kind === 'minutes' || kind === 'extract'
  const from = time((wasHeld ? meeting.openedAt : null) ?? meeting.startsAt)
  const to = wasHeld ? meeting.adjournedAt : meeting.endsAt
  const toDay = wasHeld ? meeting.adjournedOn : meeting.endsOn
  if (to === null) return t('papers.doc.timeFrom', { from })
  return toDay === null || toDay === meeting.startsOn
    ? t('papers.doc.timeFromTo', { from, to: time(to) })
    : t('papers.doc.timeFromToDay', { from, to: time(to), day: day(toDay) })
}

/** Draft or approved, with version and the first digits of the hash. */
export function standing({ minutes }: MeetingPaper, { t, day, form }: PaperWords): string {
  if (minutes?.status !== 'approved') return form === 'SE' ? t('papers.doc.draftSe') : t('papers.doc.draft')
  const values = {
    day: minutes.approvedOn === null ? '' : day(minutes.approvedOn),
    version: minutes.version,
    hash: minutes.sha256?.slice(0, 12) ?? '–',
    meeting: minutes.approvedIn ?? '',
  }
  if (minutes.approvedIn !== null) return t('papers.doc.approvedIn', values)
  return form === 'SE' ? t('papers.doc.adjusted', values) : t('papers.doc.approved', values)
}

/** Swedish municipal bodies have ersättare, companies and associations suppleanter (vocabulary 27). */
export function roleName(role: MeetingPaper['attendances'][number]['role'], { t, form, isPublic }: PaperWords): string {
  return role === 'deputy' && form === 'SE' && !isPublic
    ? t('papers.doc.person.companyDeputy')
    : t(`codes.attendanceRole.${role}`)
}

/** What stands before the text of an item: who came and went, who may not take part, whether they were enough. */
export function beforeText(item: PaperItem, votersBefore: number | null, words: PaperWords) {
  const { t, time, number } = words
  const movements = item.movements.map(({ name, at, does, replacedBy }) => {
    const told = { name, at: time(at), by: replacedBy ?? '' }
    if (does === 'arrives')
      return replacedBy === null ? t('papers.doc.arrives', told) : t('papers.doc.arrivesReplacing', told)
    return replacedBy === null ? t('papers.doc.leaves', told) : t('papers.doc.leavesReplaced', told)
  })
  const disqualified = item.disqualifications.map(({ name, ground, explanation, outcome, replacedBy }) => {
    const why = [t(`codes.disqualificationGround.${ground}`), explanation].filter(Boolean).join(': ')
    const values = { name, why: why.replace(/\.$/, ''), by: replacedBy ?? '' }
    if (outcome === 'notDisqualified') return t('papers.doc.jav.not', values)
    if (outcome === 'pending') return t('papers.doc.jav.pending', values)
    const instead = replacedBy === null ? t('papers.doc.jav.nobody') : t('papers.doc.jav.replaced', values)
    return `${t('papers.doc.jav.is', values)} ${instead}`
  })
  const { voters, seats, needed, met, why } = item.quorum
  const told = { voters: number(voters), seats: number(seats), needed: number(needed) }
  const reason = why ? messageText(t, { key: why.key, ...(why.params ? { params: why.params } : {}) }) : ''
  const quorum = met
    ? votersBefore === null || votersBefore === voters
      ? null
      : t('papers.doc.quorum.nowVoting', told)
    : `${t('papers.doc.quorum.notMet', told)} ${reason}`.trim()
  return { movements, disqualified, quorum, quorumMet: met }
}

/** The proposals that the minutes hold: those not withdrawn. */
export const standingProposals = ({ proposals }: PaperItem) => proposals.filter(({ status }) => status !== 'withdrawn')

/** A ballot in words: what was put against what, the figures, and what it came to. */
export function voteText(vote: PaperVote, item: PaperItem, words: PaperWords): string {
  const { t, number } = words
  const [a, b] = [vote.forText, vote.againstText].map((text) => (text === null ? null : sideName(text, item, words)))
  const subject = vote.subject === null ? [] : [`${vote.subject}.`.replace(/([.!?])\.$/, '$1')]
  const count = (value: number | null) => (value === null ? t('papers.doc.vote.notCounted') : number(value))
  const winner = winnerOf(vote, item)
  const won = winner === null ? null : winner === 'for' ? a : b
  if (vote.kind === 'acclamation') {
    if (a && b && won) return [...subject, t('papers.doc.vote.acclaimedOver', { a, b, what: won })].join(' ')
    if (a && b) return [...subject, t('papers.doc.vote.acclaimedBetween', { a, b })].join(' ')
    return [...subject, a ? t('papers.doc.vote.acclaimedOne', { a }) : t('papers.doc.vote.acclaimed')].join(' ')
  }
  const figures =
    vote.forCount === null && vote.againstCount === null
      ? []
      : [
          a
            ? t('papers.doc.vote.forNamed', { what: a, number: count(vote.forCount) })
            : t('papers.doc.vote.for', { number: count(vote.forCount) }),
          b
            ? t('papers.doc.vote.againstNamed', { what: b, number: count(vote.againstCount) })
            : t('papers.doc.vote.against', { number: count(vote.againstCount) }),
          ...(vote.abstainCount ? [t('papers.doc.vote.abstained', { number: number(vote.abstainCount) })] : []),
        ]
  return [
    ...subject,
    `${t(`codes.voteKind.${vote.kind}`)}.`,
    ...(a && b ? [t('papers.doc.vote.between', { a, b })] : []),
    ...figures,
    ...(vote.castingVote ? [won ? t('papers.doc.vote.castFor', { what: won }) : t('papers.doc.vote.cast')] : []),
    ...(a && b && won ? [t('papers.doc.vote.won', { what: won })] : []),
    ...(a && !b && winner ? [t(winner === 'for' ? 'papers.doc.vote.won' : 'papers.doc.vote.lost', { what: a })] : []),
  ].join(' ')
}

function sideName(text: string, item: PaperItem, { t }: PaperWords): string {
  const index = standingProposals(item).findIndex((one) => one.text === text)
  if (index >= 0) return t('papers.doc.vote.proposal', { no: index + 1 })
  const short = text.length <= longestQuote ? text : `${text.slice(0, longestQuote).trimEnd()} …`
  return t('papers.doc.vote.quoted', { text: short })
}

function winnerOf(vote: PaperVote, item: PaperItem): 'for' | 'against' | null {
  const { forCount, againstCount, castingVote, castFor } = vote
  if (forCount !== null && againstCount !== null) {
    if (forCount !== againstCount) return forCount > againstCount ? 'for' : 'against'
    return castingVote ? castFor : null
  }
  const adopted = (text: string | null) => item.proposals.find((one) => one.text === text)?.status === 'adopted'
  if (adopted(vote.forText) === adopted(vote.againstText)) return null
  return adopted(vote.forText) ? 'for' : 'against'
}

/** "Enstemmig vedtatt." or the figures of the deciding ballot, then what else is known of a decision. */
export function decisionFacts(decision: PaperDecision, words: PaperWords): string[] {
  const { t, day } = words
  const duty = [
    decision.responsible && `${t('papers.doc.responsible')}: ${decision.responsible}`,
    decision.deadline && `${t('papers.doc.deadline')}: ${day(decision.deadline)}`,
  ].filter((part) => part !== null)
  const facts = [
    decision.kind !== 'decision' && `${t(`codes.decisionKind.${decision.kind}`)}.`,
    decision.corrects && t('papers.doc.decision.corrects', { decision: decision.corrects }),
    decision.effectiveFrom && t('papers.doc.decision.from', { day: day(decision.effectiveFrom) }),
    decision.appealable !== null &&
      t(decision.appealable ? 'papers.doc.decision.appealable' : 'papers.doc.decision.notAppealable'),
  ].filter(Boolean)
  const recipients =
    decision.recipients.length > 0 && `${t('papers.doc.case.recipients')}: ${decision.recipients.join(', ')}`
  return [resultOf(decision, words), facts.join(' '), duty.join(' · '), recipients || ''].filter((part) => part !== '')
}

function resultOf({ unanimous, vote }: PaperDecision, { t, number }: PaperWords): string {
  if (unanimous === 'yes') return t('papers.doc.decision.unanimous')
  if (vote === null || vote.forCount === null || vote.againstCount === null) {
    return unanimous === 'no' ? t('papers.doc.decision.notUnanimous') : ''
  }
  const most = number(Math.max(vote.forCount, vote.againstCount))
  const least = number(Math.min(vote.forCount, vote.againstCount))
  return [
    t('papers.doc.decision.byVotes', { most, least }),
    ...(vote.abstainCount ? [t('papers.doc.vote.abstained', { number: number(vote.abstainCount) })] : []),
    ...(vote.castingVote ? [t('papers.doc.vote.cast')] : []),
  ].join(' ')
}
