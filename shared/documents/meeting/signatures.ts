import { Paragraph } from 'docx'
import { wasPresent } from '../../domain/attendance-rules.ts'
import { addDays } from '../../domain/days.ts'
import { cleanLine } from '../clean-text.ts'
import type { MeetingPaper } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { facts, headingAt, type Level, paperTable } from './blocks.ts'
import { numberSpan } from './items.ts'
import { roleName, standing } from './paper-facts.ts'
import type { PaperWords } from './words.ts'

/** Weeks in which a decision of a Swedish municipal body may be appealed, from the day of the announcement (practice.md 6.1). */
const appealWeeks = 3
/** Days within which the adjustment is announced (practice.md 6.1). */
const announcedWithinDays = 2

/** More signatures than this may run over to the next page. */
const mostTogether = 12

/**
 * Who makes the minutes final and how: chair, adjusters, secretary with room for place, day and signature; who has approved in Fyr
 * has that in its place. SE adds the adjustment with its deadline, the notice-board announcement and, for public bodies, how
 * decisions are appealed (practice.md 6.1). `level` is that of the sections' headings.
 */
export function signatureBlocks(paper: MeetingPaper, words: PaperWords, level: Level): Block[] {
  const { t, form, isPublic } = words
  return [
    headingAt(level, form === 'SE' ? t('papers.doc.sign.headingSe') : t('papers.doc.sign.heading')),
    ...rule(paper, words),
    ...signatureTable(paper, words),
    ...(form === 'SE' && isPublic ? [...announcement(paper, words, level), ...appeal(paper, words, level)] : []),
  ]
}

/** A sentence on the page of the table after it. */
function kept(text: string): Block {
  return new Paragraph({ text: cleanLine(text), keepNext: true })
}

function rule(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t, day, number, form } = words
  const { body, meeting, minutes } = paper
  if (body.adjustmentRule === 'approvedInNextMeeting') {
    const approved = minutes?.status === 'approved'
    return [kept(approved ? standing(paper, words) : t('papers.doc.sign.nextMeeting'))]
  }
  if (body.adjustmentRule === 'signedInMeeting') return [kept(t('papers.doc.sign.inMeeting'))]
  const last =
    meeting === null || body.adjustmentDays === null
      ? null
      : addDays(meeting.adjournedOn ?? meeting.endsOn ?? meeting.startsOn, body.adjustmentDays)
  const adjusters = (minutes?.adjusters ?? []).filter(({ role }) => role === 'adjuster').map(({ name }) => name)
  const chair = minutes?.adjusters.find(({ role }) => role === 'chair')
  return facts(
    [
      [form === 'SE' ? t('papers.doc.sign.sections') : t('papers.doc.sign.items'), numberSpan(paper.items)],
      [t('papers.doc.sign.adjusters'), adjusters.join(', ')],
      [t('papers.doc.sign.place'), chair?.place ?? null],
      [t('papers.doc.sign.adjustedOn'), minutes?.approvedOn ? day(minutes.approvedOn) : null],
      [
        t('papers.doc.sign.deadline'),
        last === null || minutes?.approvedOn
          ? null
          : t('papers.doc.sign.deadlineValue', { day: day(last), days: number(body.adjustmentDays ?? 0) }),
      ],
    ],
    { keepNext: true },
  )
}

/** Those who sign: the chosen; else all who took part where that is the rule (aksjeloven § 6-29); else chair and secretary. */
function signers(paper: MeetingPaper, words: PaperWords) {
  const { t } = words
  const { minutes, meeting, attendances, body } = paper
  const unsigned = (role: string, name: string) => ({ role, name, verdict: null, decidedOn: null, place: null })
  const roles = {
    chair: t('codes.attendanceRole.chair'),
    adjuster: t('papers.doc.sign.adjuster'),
    secretary: t('codes.attendanceRole.secretary'),
  }
  const chosen = (minutes?.adjusters ?? []).map((one) => ({ ...one, role: roles[one.role] }))
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

function signatureTable(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t, day } = words
  const rows = signers(paper, words)
  if (rows.length === 0) return []
  return paperTable(
    [
      { header: t('papers.doc.person.role'), width: 2.3 },
      { header: t('papers.doc.person.name'), width: 2.3 },
      { header: t('papers.doc.sign.placeAndDay'), width: 2.2 },
      { header: t('papers.doc.sign.signature'), width: 3 },
    ],
    rows.map(({ role, name, verdict, decidedOn, place }) => ({
      cells: [
        role,
        name,
        verdict === null
          ? ''
          : [place, decidedOn === null ? null : day(decidedOn)].filter((part) => part !== null).join(', '),
        verdict === null
          ? ''
          : t(verdict === 'approved' ? 'papers.doc.sign.electronically' : 'papers.doc.sign.refused'),
      ],
    })),
    { formHeight: 720, together: rows.length <= mostTogether },
  )
}

/** The announcement on the notice board (anslag). Days that are not known yet stay open, to be filled in. */
function announcement(paper: MeetingPaper, { t, day }: PaperWords, level: Level): Block[] {
  const { body, meeting, minutes, partnership } = paper
  const open = t('papers.doc.board.open')
  const up = minutes?.announcedOn ?? null
  const lastDay = up === null ? null : addDays(up, 7 * appealWeeks)
  const dueBy = up === null && minutes?.approvedOn ? addDays(minutes.approvedOn, announcedWithinDays) : null
  return [
    headingAt(level, t('papers.doc.board.heading')),
    sentence(t('papers.doc.board.text')),
    ...facts([
      [t('papers.doc.fact.body'), body.name],
      [t('papers.doc.board.meetingDay'), meeting === null ? null : day(meeting.startsOn)],
      [t('papers.doc.sign.sections'), numberSpan(paper.items)],
      [
        t('papers.doc.board.up'),
        up === null ? (dueBy === null ? open : t('papers.doc.board.upBy', { day: day(dueBy) })) : day(up),
      ],
      [t('papers.doc.board.down'), lastDay === null ? open : day(addDays(lastDay, 1))],
      [t('papers.doc.board.keptAt'), partnership.name],
      [t('papers.doc.sign.signature'), open],
    ]),
  ]
}

function appeal(paper: MeetingPaper, { t, day }: PaperWords, level: Level): Block[] {
  const up = paper.minutes?.announcedOn ?? null
  const named = paper.items
    .filter(({ decisions }) => decisions.some(({ appealable }) => appealable === true))
    .flatMap(({ numberText }) => numberText ?? [])
  return [
    headingAt(level, t('papers.doc.appeal.heading')),
    ...(named.length === 0 ? [] : [sentence(t('papers.doc.appeal.sections', { sections: named.join(', ') }))]),
    sentence(t('papers.doc.appeal.text')),
    sentence(
      up === null
        ? t('papers.doc.appeal.period')
        : t('papers.doc.appeal.periodUntil', { day: day(addDays(up, 7 * appealWeeks)) }),
    ),
  ]
}

/** "Certified copy": place, day and signature under an extract. */
export function certified(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  return [
    headingAt(2, t('papers.doc.extract.certified')),
    sentence(t('papers.doc.extract.text', { name: paper.body.name })),
    ...paperTable(
      [
        { header: t('papers.doc.sign.placeAndDay'), width: 2.6 },
        { header: t('papers.doc.sign.signature'), width: 3.6 },
        { header: t('papers.doc.person.name'), width: 2.8 },
      ],
      [{ cells: ['', '', ''] }],
      { formHeight: 760, plainFirst: true },
    ),
  ]
}
