/** What a paper and its people are called, for the printed paper and the one on screen. */
import type { MeetingPaper, PaperAttendance, PaperFollowUp } from '../meeting-paper.ts'
import type { PaperWords } from './words.ts'

type Meeting = NonNullable<MeetingPaper['meeting']>

/** "møte 4/2026", or the meeting's kind while it has no number; with the body's name. */
export function meetingName(paper: MeetingPaper, { t }: PaperWords): string {
  const { meeting, body } = paper
  if (meeting === null) return body.name
  const number = numberOf(meeting)
  const which =
    number === null ? t(`codes.meetingKind.${meeting.kind}`).toLocaleLowerCase() : t('papers.doc.meetingNo', { number })
  return `${body.name}, ${which}`
}

function numberOf({ number, numberYear }: Meeting): string | null {
  if (number === null) return null
  return numberYear === null ? String(number) : `${number}/${numberYear}`
}

/** Whose seat somebody on the roll was called to: a member's, or one that nobody holds. Null for those with a seat of their own. */
export function calledFor(
  { role, votes, replaces }: Pick<PaperAttendance, 'role' | 'votes' | 'replaces'>,
  { t }: Pick<PaperWords, 't'>,
): string | null {
  return replaces ?? (role === 'deputy' && votes ? t('papers.doc.person.vacantSeat') : null)
}

/**
 * Whose place a deputy took: a member's or a vacant seat, or that of somebody disqualified on an item, with the item's number. Empty
 * for a deputy who waited.
 */
export function servedFor(
  deputy: PaperAttendance,
  { items }: Pick<MeetingPaper, 'items'>,
  words: PaperWords,
): string[] {
  const onItems = items.flatMap(({ numberText, disqualifications }) =>
    disqualifications
      .filter(({ outcome, replacedBy }) => outcome === 'disqualified' && replacedBy === deputy.name)
      .map(({ name }) => (numberText === null ? name : `${name} (${numberText})`)),
  )
  const seat = calledFor(deputy, words)
  return [...(seat === null ? [] : [seat]), ...onItems]
}

/** Title of the paper as its Heading 1: "Møteprotokoll". */
export function paperTitle({ kind }: MeetingPaper, { t }: PaperWords): string {
  return t(`codes.paperKind.${kind}`)
}

/** "kl. 09.00–12.15": planned times, or for minutes when the meeting began and ended. */
export function timesOf(paper: MeetingPaper, words: PaperWords): string | null {
  const { meeting } = paper
  if (meeting === null) return null
  const { t, time, day } = words
  const wasHeld = paper.kind === 'minutes' || paper.kind === 'extract'
  const from = (wasHeld ? meeting.openedAt : null) ?? meeting.startsAt
  const to = wasHeld ? meeting.adjournedAt : meeting.endsAt
  const toDay = wasHeld ? meeting.adjournedOn : meeting.endsOn
  if (to === null) return t('papers.doc.timeFrom', { from: time(from) })
  return toDay === null || toDay === meeting.startsOn
    ? t('papers.doc.timeFromTo', { from: time(from), to: time(to) })
    : t('papers.doc.timeFromToDay', { from: time(from), to: time(to), day: day(toDay) })
}

/** Not final yet: everything but approved minutes. */
export function isDraft({ minutes }: MeetingPaper): boolean {
  return minutes?.status !== 'approved'
}

/** Draft or approved, in words, with version and the first digits of the hash. */
export function standing(paper: MeetingPaper, words: PaperWords): string {
  const { t, day, form } = words
  const { minutes } = paper
  if (minutes === null || minutes.status !== 'approved')
    return form === 'SE' ? t('papers.doc.draftSe') : t('papers.doc.draft')
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

/** "Varamedlem for Kari Berg": the role, and whose seat somebody is called to. */
export function roleAndSeat(one: PaperAttendance, words: PaperWords): string {
  const role = roleName(one.role, words)
  const name = calledFor(one, words)
  return name === null ? role : words.t('papers.doc.person.calledFor', { role, name })
}

/** The organisation and party that somebody sits for. */
export function represents({ organisation, party }: PaperAttendance): string {
  return [organisation, party].filter((part) => part !== null).join(', ')
}

/** From afar, came late, left early. */
export function noteOf({ status, arrivedAt, leftAt }: PaperAttendance, { t, time }: PaperWords): string {
  return [
    ...(status === 'remote' ? [t('papers.doc.person.remote')] : []),
    ...(arrivedAt === null ? [] : [t('papers.doc.person.arrived', { at: time(arrivedAt) })]),
    ...(leftAt === null ? [] : [t('papers.doc.person.left', { at: time(leftAt) })]),
  ].join(', ')
}

/** Nothing more is to be done. */
export function isClosed({ decisionStatus, actionStatus }: PaperFollowUp): boolean {
  return (
    decisionStatus === 'done' ||
    decisionStatus === 'noAction' ||
    actionStatus === 'done' ||
    actionStatus === 'cancelled'
  )
}
