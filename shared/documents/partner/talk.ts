/** What to talk about with a partner, found in the figures. */
import { isOpenCommitment } from '../../domain/commitment-rules.ts'
import type { PaperCommitment, PartnerPaper } from '../partner-paper.ts'
import { agreementEnds } from './front.ts'
import type { PartnerWords } from './words.ts'

/** An agreement that ends sooner is worth a word. */
const soon = 90

/**
 * Sentences in the order of their weight: the agreement missing, over or soon over; what is overdue, the longest first; what has
 * begun by the calendar and not in deed; what was given beyond the promise. Empty where there is nothing. Pure.
 */
export function pointsToTalkAbout(paper: PartnerPaper, words: PartnerWords): string[] {
  const { t, day, quantity } = words
  const { commitments } = paper
  const open = commitments.filter(({ status }) => isOpenCommitment(status))
  const overdue = open.filter(({ daysOverdue }) => daysOverdue > 0).toSorted((a, b) => b.daysOverdue - a.daysOverdue)
  const notBegun = open.filter(
    ({ status, daysOverdue, periodFrom }) => status === 'promised' && daysOverdue === 0 && periodFrom <= paper.today,
  )
  return [
    ...agreementPoint(paper, words),
    ...overdue.map((one) =>
      t('partners.doc.talk.overdue', {
        title: one.title,
        count: one.daysOverdue,
        number: words.number(one.daysOverdue),
        remaining: missing(one, words),
      }),
    ),
    ...notBegun.map(({ title, periodTo }) => t('partners.doc.talk.notBegun', { title, day: day(periodTo) })),
    ...commitments
      .filter(({ over }) => over > 0)
      .map(({ title, over, unit }) =>
        t('partners.doc.talk.over', { title, over: unit === null ? '' : quantity(over, unit) }),
      ),
  ]
}

function agreementPoint({ partner }: PartnerPaper, words: PartnerWords): string[] {
  if (partner.status === 'left') return []
  if (partner.agreementSignedOn === null) return partner.status === 'active' ? [words.t('partners.doc.ends.none')] : []
  const ends = agreementEnds(partner, words)
  return ends !== null && (partner.agreementEndsInDays ?? 0) <= soon ? [ends] : []
}

function missing({ unit, pledged, remaining }: PaperCommitment, { t, quantity }: PartnerWords): string {
  return unit === null || pledged === null || remaining === null
    ? t('partners.doc.talk.nothingYet')
    : t('partners.doc.talk.remaining', { remaining: quantity(remaining, unit), pledged: quantity(pledged, unit) })
}
