/**
 * What stands before a meeting's next step: warnings to look at, and obstacles that keep it from being taken (records.md 3.5 to
 * 3.8; practice.md 6.1). One function for the screen, the handlers and the tests.
 */
import type { Message } from '../contract/problem.ts'
import { mayVote, wasPresent } from './attendance-rules.ts'
import { isInSession } from './meeting-states.ts'
import { isQuorumEmpty, mayAdjust, needsVerdicts } from './minutes-rules.ts'
import { isNoticeLate } from './notice-rules.ts'
import { isNumbered } from './numbering.ts'
import { type AgendaItem, type Disqualification, decidingTypes, type Vote } from './records/agenda-item.ts'
import type { Body } from './records/body.ts'
import type { Adjustment, Attendance, Meeting, Minutes } from './records/meeting.ts'
import { plainText } from './rich-text.ts'
import type { Day } from './values.ts'

export type ReadinessStep = 'notice' | 'close' | 'review' | 'approve'
export interface Finding extends Message {
  /** The item it is about; null where it is about the whole meeting. */
  readonly itemId: string | null
  readonly step: ReadinessStep
}
type Item = {
  readonly item: AgendaItem
  readonly disqualifications: readonly Disqualification[]
  readonly votes: readonly Vote[]
  readonly decisions: readonly unknown[]
  readonly proposals: readonly unknown[]
  readonly quorum: {
    readonly met: boolean
    readonly why: { readonly key: string; readonly params?: Message['params'] | undefined } | null
  }
  readonly voterIds: readonly string[]
}
type Detail = {
  readonly meeting: Meeting
  readonly body: Body
  readonly attendances: readonly (Attendance & { readonly personName: string })[]
  readonly items: readonly Item[]
  readonly adjustments: readonly (Adjustment & { readonly personName: string })[]
  readonly minutes: readonly Minutes[]
}

/** Warnings and obstacles of the step that comes next. `today` is the day in the partnership's time zone. */
export function readinessOf(detail: Detail, today: Day): { warnings: Finding[]; obstacles: Finding[] } {
  switch (detail.meeting.status) {
    case 'planned':
    case 'noticeSent':
      return isInSession(detail.meeting) ? closing(detail) : { warnings: noticeWarnings(detail, today), obstacles: [] }
    case 'held':
      return reviewing(detail)
    case 'minutesInReview':
      return { warnings: [], obstacles: approvalObstacles(detail) }
    default:
      return { warnings: [], obstacles: [] }
  }
}

/** True for the types that a meeting can't be closed without deciding, postponing, withdrawing or sending back. */
export function isDeciding(type: AgendaItem['type']): boolean {
  return (decidingTypes as readonly string[]).includes(type)
}

/** True where something was written or done in an item. */
export function hasContent({ item, decisions, votes, proposals }: Item): boolean {
  return plainText(item.minutesText).trim() !== '' || decisions.length > 0 || votes.length > 0 || proposals.length > 0
}

function finding(step: ReadinessStep, name: string, itemId: string | null = null, params?: Message['params']): Finding {
  return { key: `problems.meeting.${name}`, ...(params ? { params } : {}), itemId, step }
}

function noticeWarnings(detail: Detail, today: Day): Finding[] {
  const { meeting, body, attendances, items } = detail
  const found: Finding[] = []
  if (isNoticeLate(body, meeting, today)) found.push(finding('notice', 'noticeLate'))
  if (meeting.status === 'noticeSent') return found
  if (!attendances.some(({ votes }) => votes)) found.push(finding('notice', 'noMembers'))
  if (!items.some(({ item }) => isNumbered(item.type))) found.push(finding('notice', 'noItems'))
  for (const { item } of items) {
    if (item.type !== 'decision' || plainText(item.proposedDecision).trim() !== '') continue
    found.push(finding('notice', 'noProposal', item.id, { title: item.title }))
  }
  return found
}

function closing(detail: Detail): { warnings: Finding[]; obstacles: Finding[] } {
  const { meeting, attendances, items } = detail
  const warnings: Finding[] = []
  const guests = attendances.filter((one) => one.status === null && !mustAnswer(one))
  if (guests.length > 0) warnings.push(finding('close', 'guestsNotCalled', null, namesOf(guests)))
  const secretary = attendances.find(({ personId }) => personId === meeting.secretaryId)
  if (secretary && secretary.status !== null && !wasPresent(secretary)) {
    warnings.push(finding('close', 'secretaryAbsent', null, { name: secretary.personName }))
  }
  for (const one of items) {
    const { item, decisions, quorum } = one
    const takenUp = item.status === 'treated' || decisions.length > 0
    if (takenUp && !quorum.met && quorum.why) {
      const { key, params } = quorum.why
      warnings.push({ key, ...(params ? { params } : {}), itemId: item.id, step: 'close' })
    }
    if (isNumbered(item.type) && !isDeciding(item.type) && item.status === 'pending' && !hasContent(one)) {
      warnings.push(finding('close', 'notTreated', item.id, { title: item.title }))
    }
  }
  return { warnings, obstacles: recordObstacles(detail, 'close') }
}

/**
 * What the record of a meeting must have before it is closed (records.md 3.5), and still has when its minutes go to review: a
 * closed meeting stays open to corrections until then, and none may leave it with less.
 */
function recordObstacles(detail: Detail, step: 'close' | 'review'): Finding[] {
  const { meeting, attendances, items } = detail
  const found: Finding[] = []
  if (meeting.chairId === null) found.push(finding(step, 'noChair'))
  if (meeting.secretaryId === null) found.push(finding(step, 'noSecretary'))
  if (meeting.kind === 'remote' && !meeting.allSeeAndHear) found.push(finding(step, 'remoteNotConfirmed'))
  const uncalled = attendances.filter((one) => one.status === null && mustAnswer(one))
  if (uncalled.length > 0) found.push(finding(step, 'noStatus', null, namesOf(uncalled)))
  const chair = attendances.find(({ personId }) => personId === meeting.chairId)
  if (chair && chair.status !== null && !wasPresent(chair)) {
    found.push(finding(step, 'chairAbsent', null, { name: chair.personName }))
  }
  const nameOf = (personId: string) => attendances.find((one) => one.personId === personId)?.personName ?? '–'
  for (const { item, disqualifications, votes, decisions, voterIds } of items) {
    const title = item.title
    const settled = decisions.length > 0 || !['pending', 'treated'].includes(item.status)
    if (isDeciding(item.type) && !settled) found.push(finding(step, 'undecided', item.id, { title }))
    for (const { personId, outcome } of disqualifications) {
      if (outcome !== 'pending') continue
      found.push(finding(step, 'disqualificationPending', item.id, { title, name: nameOf(personId) }))
    }
    for (const vote of votes) {
      const given = votesGiven(vote)
      const stranger = vote.namedVotes.find(({ personId }) => !voterIds.includes(personId))
      if (given > voterIds.length) {
        found.push(finding(step, 'votesAboveVoters', item.id, { title, votes: given, voters: voterIds.length }))
      } else if (stranger) {
        found.push(finding(step, 'votedWithoutVote', item.id, { title, name: nameOf(stranger.personId) }))
      }
    }
  }
  return found
}

/** Those invited must have answered the roll (records.md 3.5); a guest or a deputy nobody called was not. */
function mustAnswer({ role, votes }: Pick<Attendance, 'role' | 'votes'>): boolean {
  return votes || role === 'secretary' || (mayVote(role) && role !== 'deputy')
}

/** How many, and the first three by name. */
function namesOf(people: readonly { readonly personName: string }[]): { count: number; names: string } {
  const names = people.slice(0, 3).map(({ personName }) => personName)
  return { count: people.length, names: names.join(', ') + (people.length > names.length ? ' …' : '') }
}

/** Votes given in a ballot, abstentions among them; 0 for acclamation. The chair's casting vote is no vote more. */
function votesGiven(vote: Vote): number {
  const counted = (vote.forCount ?? 0) + (vote.againstCount ?? 0) + (vote.abstainCount ?? 0)
  return Math.max(counted, vote.namedVotes.length)
}

function reviewing(detail: Detail): { warnings: Finding[]; obstacles: Finding[] } {
  const { body, items, attendances } = detail
  const obstacles = recordObstacles(detail, 'review')
  if (!items.some(hasContent)) obstacles.push(finding('review', 'nothingWritten'))
  const chosen = chosenAdjusters(detail)
  if (body.adjustmentRule === 'adjustedWithinDays' && chosen.length < body.adjusters) {
    obstacles.push(finding('review', 'adjustersMissing', null, { count: body.adjusters - chosen.length }))
  }
  for (const { personId, personName } of chosen) {
    if (!mayAdjust(personId, attendances)) {
      obstacles.push(finding('review', 'adjusterAbsent', null, { name: personName }))
    }
  }
  const warnings = items
    .filter((one) => isNumbered(one.item.type) && one.item.status === 'treated' && !hasContent(one))
    .map(({ item }) => finding('review', 'textMissing', item.id, { title: item.title }))
  return { warnings, obstacles }
}

/**
 * The adjusters that the coming version of the minutes goes to: those chosen since, else those of the version before. Who came to
 * lead the meeting or to keep its minutes meanwhile is none: the chair signs anyway, and nobody certifies what they wrote.
 */
export function chosenAdjusters<T extends Pick<Adjustment, 'minutesId' | 'personId'>>(detail: {
  readonly meeting: Pick<Meeting, 'chairId' | 'secretaryId'>
  readonly adjustments: readonly T[]
  readonly minutes: readonly Pick<Minutes, 'id' | 'version'>[]
}): T[] {
  const waiting = detail.adjustments.filter(({ minutesId }) => minutesId === null)
  const newest = newestVersion(detail.minutes)
  const chosen =
    waiting.length > 0 || !newest ? waiting : detail.adjustments.filter(({ minutesId }) => minutesId === newest.id)
  const { chairId, secretaryId } = detail.meeting
  return chosen.filter(({ personId }) => personId !== chairId && personId !== secretaryId)
}

/** The version that counts; undefined before the first. */
export function newestVersion<T extends Pick<Minutes, 'version'>>(versions: readonly T[]): T | undefined {
  return versions.toSorted((a, b) => b.version - a.version)[0]
}

function approvalObstacles(detail: Detail): Finding[] {
  const { body, adjustments, minutes, attendances } = detail
  const found: Finding[] = []
  if (isQuorumEmpty(attendances)) found.push(finding('approve', 'quorumEmpty'))
  const newest = newestVersion(minutes)
  for (const { minutesId, verdict, personName } of adjustments) {
    if (minutesId !== newest?.id) continue
    if (verdict === 'refused') found.push(finding('approve', 'verdictRefused', null, { name: personName }))
    if (verdict === null && needsVerdicts(body)) {
      found.push(finding('approve', 'verdictMissing', null, { name: personName }))
    }
  }
  return found
}
