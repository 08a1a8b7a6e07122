/** What is said of how minutes become final, for the Word file and the screen alike: no Word in here. */
import { wasPresent } from '../../domain/attendance-rules.ts'
import { addDays } from '../../domain/days.ts'
import type { MeetingPaper } from '../meeting-paper.ts'
import { numberSpan } from './items.ts'
import { roleName, standing } from './paper-facts.ts'
import type { PaperWords } from './words.ts'

type Facts = readonly (readonly [string, string | null])[]

/** Weeks in which a decision of a Swedish municipal body may be appealed, from the day of the announcement (practice.md 6.1). */
const appealWeeks = 3
/** Days within which the adjustment is announced (practice.md 6.1). */
const announcedWithinDays = 2

/** The rule that the minutes become final by, as a sentence; null where `adjustmentFacts` tell it. */
export function adjustmentSentence(paper: MeetingPaper, words: PaperWords): string | null {
  const { t } = words
  const { body, minutes } = paper
  if (body.adjustmentRule === 'approvedInNextMeeting') {
    return minutes?.status === 'approved' ? standing(paper, words) : t('papers.doc.sign.nextMeeting')
  }
  return body.adjustmentRule === 'signedInMeeting' ? t('papers.doc.sign.inMeeting') : null
}

/** Which items are adjusted, by whom, where, when, or by when at the latest. */
export function adjustmentFacts({ body, items, meeting, minutes }: MeetingPaper, words: PaperWords): Facts {
  const { t, day, number, form } = words
  const last =
    meeting === null || body.adjustmentDays === null
      ? null
      : addDays(meeting.adjournedOn ?? meeting.endsOn ?? meeting.startsOn, body.adjustmentDays)
  const adjusters = (minutes?.adjusters ?? []).filter(({ role }) => role === 'adjuster').map(({ name }) => name)
  const chair = minutes?.adjusters.find(({ role }) => role === 'chair')
  return [
    [form === 'SE' ? t('papers.doc.sign.sections') : t('papers.doc.sign.items'), numberSpan(items)],
    [t('papers.doc.sign.adjusters'), adjusters.join(', ')],
    [t('papers.doc.sign.place'), chair?.place ?? null],
    [t('papers.doc.sign.adjustedOn'), minutes?.approvedOn ? day(minutes.approvedOn) : null],
    [
      t('papers.doc.sign.deadline'),
      last === null || minutes?.approvedOn
        ? null
        : t('papers.doc.sign.deadlineValue', { day: day(last), days: number(body.adjustmentDays ?? 0) }),
    ],
  ]
}

/** A line of the signature block; the last two are empty until somebody has answered in Fyr. */
export interface Signer {
  readonly role: string
  readonly name: string
  readonly placeAndDay: string
  readonly signature: string
}

/** Those who sign: the chosen; else all who took part where that is the rule (aksjeloven § 6-29); else chair and secretary. */
export function signers({ minutes, meeting, attendances, body }: MeetingPaper, words: PaperWords): Signer[] {
  const { t, day } = words
  const unsigned = (role: string, name: string): Signer => ({ role, name, placeAndDay: '', signature: '' })
  const roles = {
    chair: t('codes.attendanceRole.chair'),
    adjuster: t('papers.doc.sign.adjuster'),
    secretary: t('codes.attendanceRole.secretary'),
  }
  const chosen = (minutes?.adjusters ?? []).map(({ name, role, verdict, place, decidedOn }): Signer => {
    if (verdict === null) return unsigned(roles[role], name)
    return {
      role: roles[role],
      name,
      placeAndDay: [place, decidedOn === null ? null : day(decidedOn)].filter((part) => part !== null).join(', '),
      signature: t(verdict === 'approved' ? 'papers.doc.sign.electronically' : 'papers.doc.sign.refused'),
    }
  })
  const has = (role: string) => chosen.some((one) => one.role === role)
  const everybody =
    body.adjustmentRule === 'signedInMeeting' && !has(roles.adjuster)
      ? attendances
          .filter((one) => one.votes && wasPresent(one) && one.name !== meeting?.chair)
          .map((one) => unsigned(roleName(one.role, words), one.name))
      : []
  return [
    ...(has(roles.chair) || !meeting?.chair ? [] : [unsigned(roles.chair, meeting.chair)]),
    ...chosen.filter(({ role }) => role !== roles.secretary),
    ...everybody,
    ...(has(roles.secretary)
      ? chosen.filter(({ role }) => role === roles.secretary)
      : meeting?.secretary
        ? [unsigned(roles.secretary, meeting.secretary)]
        : []),
  ]
}

/** The announcement on the notice board (anslag). Days that are not known yet stay open, to be filled in. */
export function announcementFacts(paper: MeetingPaper, { t, day }: PaperWords): Facts {
  const { body, items, meeting, minutes, partnership } = paper
  const open = t('papers.doc.board.open')
  const up = minutes?.announcedOn ?? null
  const lastDay = up === null ? null : addDays(up, 7 * appealWeeks)
  const dueBy = up === null && minutes?.approvedOn ? addDays(minutes.approvedOn, announcedWithinDays) : null
  return [
    [t('papers.doc.fact.body'), body.name],
    [t('papers.doc.board.meetingDay'), meeting === null ? null : day(meeting.startsOn)],
    [t('papers.doc.sign.sections'), numberSpan(items)],
    [
      t('papers.doc.board.up'),
      up === null ? (dueBy === null ? open : t('papers.doc.board.upBy', { day: day(dueBy) })) : day(up),
    ],
    [t('papers.doc.board.down'), lastDay === null ? open : day(addDays(lastDay, 1))],
    [t('papers.doc.board.keptAt'), partnership.name],
    [t('papers.doc.sign.signature'), open],
  ]
}

/** How decisions are appealed: which, how, and until when. */
export function appealSentences({ items, minutes }: MeetingPaper, { t, day }: PaperWords): string[] {
  const up = minutes?.announcedOn ?? null
  const named = items
    .filter(({ decisions }) => decisions.some(({ appealable }) => appealable === true))
    .flatMap(({ numberText }) => numberText ?? [])
  return [
    ...(named.length === 0 ? [] : [t('papers.doc.appeal.sections', { sections: named.join(', ') })]),
    t('papers.doc.appeal.text'),
    up === null
      ? t('papers.doc.appeal.period')
      : t('papers.doc.appeal.periodUntil', { day: day(addDays(up, 7 * appealWeeks)) }),
  ]
}
