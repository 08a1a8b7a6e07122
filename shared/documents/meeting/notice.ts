import { Paragraph, type ParagraphChild, TextRun } from 'docx'
import { daysBetween, timeZoneOf, todayIn } from '../../domain/days.ts'
import { cleanLine } from '../clean-text.ts'
import type { MeetingPaper } from '../meeting-paper.ts'
import { type Block, prose, sentence } from '../word/blocks.ts'
import { agendaTable } from './agenda.ts'
import { facts, headingAt, type Level, link, paperTable } from './blocks.ts'
import { meetingFacts, sender } from './front.ts'
import { represents, roleAndSeat } from './paper-facts.ts'
import type { PaperWords } from './words.ts'

/**
 * Who is called, when and where, how absence is reported and to whom, when deputies serve, the reminder to report disqualification
 * beforehand (fvl § 8, KL 6:30), a warning where the notice is late, and the sender. Without the agenda, which `agendaTable` gives.
 * `level` is that of the headings within.
 */
export function noticeBlocks(paper: MeetingPaper, words: PaperWords, level: Level = 2): Block[] {
  const { t, dayLong } = words
  const { meeting } = paper
  if (meeting === null) return []
  return [
    ...meetingFacts(paper, words),
    ...facts([
      [t('papers.doc.fact.chair'), meeting.chair],
      [t('papers.doc.fact.sentOn'), dayLong(sentOn(paper, meeting.noticeSentOn))],
    ]),
    ...lateWarning(paper, words),
    ...(meeting.noticeText === null ? [] : prose(meeting.noticeText)),
    headingAt(level, t('papers.doc.notice.called')),
    ...calledTable(paper, words),
    headingAt(level, t('papers.doc.notice.absence')),
    ...absence(paper, words),
    headingAt(level, t('papers.doc.notice.disqualification')),
    sentence(reminder(words)),
    ...sender(paper, words),
  ]
}

/** The notice with its agenda: the paper of the kind `notice`. */
export function noticeWithAgenda(paper: MeetingPaper, words: PaperWords): Block[] {
  const blocks = noticeBlocks(paper, words)
  return [
    ...blocks.slice(0, -1),
    headingAt(2, words.t('codes.paperKind.agenda')),
    ...agendaTable(paper, words),
    ...blocks.slice(-1),
  ]
}

/** A notice that is not sent yet carries the day of its data. */
function sentOn({ dataAsOf, partnership }: MeetingPaper, sent: string | null): string {
  return sent ?? todayIn(timeZoneOf(partnership.country), dataAsOf)
}

/** records.md 3.5: a notice later than the body's days is printed with a warning. */
function lateWarning(paper: MeetingPaper, { t, number, day }: PaperWords): Block[] {
  const { meeting, body } = paper
  if (meeting === null || meeting.status === 'cancelled') return []
  const sent = sentOn(paper, meeting.noticeSentOn)
  const days = daysBetween(sent, meeting.startsOn)
  if (days >= body.noticeDays || days < 0) return []
  return [
    sentence(
      t('papers.doc.notice.late', {
        count: days,
        sent: day(sent),
        days: number(days),
        needed: number(body.noticeDays),
      }),
      'Notice',
    ),
  ]
}

function calledTable({ attendances }: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  const called = attendances.filter(({ role, votes }) => role !== 'deputy' || votes)
  if (called.length === 0) return [sentence(t('papers.doc.notice.nobody'))]
  return paperTable(
    [
      { header: t('papers.doc.person.name'), width: 3 },
      { header: t('papers.doc.person.role'), width: 2.4 },
      { header: t('papers.doc.person.represents'), width: 3 },
    ],
    called.map((one) => ({
      cells: [one.name, roleAndSeat(one, words), represents(one)],
    })),
    { blank: true },
  )
}

function absence(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t, form, isPublic } = words
  const { meeting, partnership, body } = paper
  const isSecretary = meeting?.secretary !== null && meeting?.secretary !== undefined
  const name = isSecretary ? meeting.secretary : partnership.contactName
  const email = isSecretary ? meeting.secretaryEmail : partnership.contactEmail
  const phone = isSecretary ? meeting.secretaryPhone : null
  const address = email === null ? null : cleanLine(email)
  const children: ParagraphChild[] = [
    new TextRun(
      name === null
        ? t('papers.doc.notice.reportAbsence')
        : t('papers.doc.notice.reportAbsenceTo', { name: cleanLine(name) }),
    ),
    ...(address === null ? [] : [new TextRun(', '), link(`mailto:${address}`, address)]),
    new TextRun(phone === null ? '.' : `, ${t('papers.doc.notice.phone', { phone: cleanLine(phone) })}.`),
  ]
  const deputies =
    form === 'SE'
      ? isPublic
        ? t('papers.doc.notice.deputiesSe')
        : t('papers.doc.notice.deputiesSeCompany')
      : t('papers.doc.notice.deputiesNo')
  return [new Paragraph({ children }), ...(body.deputiesAllowed ? [sentence(deputies)] : [])]
}

function reminder({ t, form, isPublic }: PaperWords): string {
  if (form === 'SE') return isPublic ? t('papers.doc.notice.reminderSe') : t('papers.doc.notice.reminderSeCompany')
  return isPublic ? t('papers.doc.notice.reminderNo') : t('papers.doc.notice.reminderNoCompany')
}
