/** What partners promised and gave (board-package.md 4.1, section 9): resources in all, per partner, what is overdue and open. */

import { isOpenCommitment } from '../../domain/commitment-rules.ts'
import type { CommitmentUnit } from '../../domain/records/commitment.ts'
import { cleanLine } from '../clean-text.ts'
import { hasCommitments, withheldCommitments } from '../meeting-parts.ts'
import { aboutCommitment, amountLines, byUrgency, statusLines } from '../partner/commitments.ts'
import { amountFormat, inOrder, inUnits, totalsTable } from '../partner/totals.ts'
import { type CommitmentWords, commitmentWords } from '../partner/words.ts'
import type { PaperCommitment, PaperTotal } from '../partner-paper.ts'
import type { Snapshot } from '../snapshot.ts'
import { inSentence } from '../strategy/words.ts'
import { type Block, heading, places, sentence, table } from './blocks.ts'
import { pairedBars } from './charts.ts'

type Commitments = NonNullable<Snapshot['commitments']>

/** Bars beyond these get too many to read; the table has all partners. */
const mostBars = 12
/** A board reads no more rows on paper; the workbook has them all. */
const mostRows = 60
const drawn = ['NOK', 'SEK', 'hours'] as const satisfies readonly CommitmentUnit[]

/** Starts a page of its own. None where partners have promised nothing, nor in older packages. */
export function commitmentsSection(snapshot: Snapshot): Block[] {
  if (!hasCommitments(snapshot)) return []
  const words = commitmentWords(snapshot.language)
  const { t, number } = words
  const { commitments } = snapshot
  const { rows, byPartner } = commitments
  const withheld = withheldCommitments(commitments)
  const [open, overdue] = (['open', 'overdue'] as const).map((key) =>
    byPartner.reduce((sum, partner) => sum + partner[key], 0),
  )
  const late = byUrgency(rows.filter(({ status, daysOverdue }) => isOpenCommitment(status) && daysOverdue > 0))
  const waiting = byUrgency(rows.filter(({ status, daysOverdue }) => isOpenCommitment(status) && daysOverdue === 0))
  const others = rows.length - late.length - waiting.length
  return [
    heading(2, t('documents.commitments.heading'), { pageBreakBefore: true, place: places.commitments }),
    sentence(
      open
        ? t('documents.commitments.lead', { count: open, open: number(open), overdue: number(overdue ?? 0) })
        : t('documents.commitments.leadNone'),
      'Lead',
    ),
    ...(withheld === 0
      ? []
      : [sentence(t('documents.commitments.notPublic', { count: withheld, number: number(withheld) }))]),
    ...resources(commitments, words),
    ...perPartner(commitments, words),
    heading(3, t('documents.commitments.overdueHeading')),
    ...(late.length === 0 ? [sentence(t('documents.commitments.overdueNone'))] : listed(late, words)),
    heading(3, t('documents.commitments.openHeading')),
    ...(waiting.length === 0 ? [sentence(t('documents.commitments.openNone'))] : listed(waiting, words)),
    ...(others === 0 ? [] : [sentence(t('documents.commitments.others', { count: others, number: number(others) }))]),
  ]
}

/** Sums of the whole partnership, a row a year and unit: money first, then hours. Different units are never added. */
function resources({ totals }: Commitments, words: CommitmentWords): Block[] {
  const { t } = words
  const title = heading(3, t('documents.commitments.resources'))
  if (totals.length === 0) return [title, sentence(t('documents.commitments.resourcesNone'))]
  return [title, ...totalsTable(totals, words), sentence(t('partners.doc.totals.remainingNote'))]
}

/** A chart for money and one for hours, and every partner's figures as a table. */
function perPartner({ byPartner, totals }: Commitments, words: CommitmentWords): Block[] {
  const { t, number, quantity, rest } = words
  const title = heading(3, t('documents.commitments.byPartner'))
  if (byPartner.length === 0) return [title, sentence(t('documents.commitments.byPartnerNone'))]
  const severalYears = new Set(totals.map(({ year }) => year)).size > 1
  const lines = (sums: readonly PaperTotal[], text: (total: PaperTotal) => string) =>
    inOrder(sums).map((total) =>
      severalYears ? t('documents.commitments.inYear', { year: String(total.year), amount: text(total) }) : text(total),
    )
  return [
    title,
    ...drawn.flatMap((unit) => chartOf(byPartner, unit, words)),
    ...table(
      [
        { header: t('partners.doc.commitments.partner'), width: 2.5 },
        { header: t('partners.doc.totals.pledged'), width: 1.9, number: true },
        { header: t('partners.doc.totals.delivered'), width: 1.9, number: true },
        { header: t('partners.doc.totals.remaining'), width: 1.9, number: true },
        { header: t('documents.commitments.open'), width: 0.9, number: true },
        { header: t('documents.commitments.overdue'), width: 1.2, number: true },
      ],
      byPartner.map(({ partner, totals: sums, open, overdue }) => [
        partner,
        lines(sums, ({ pledged, unit }) => quantity(pledged, unit)),
        lines(sums, ({ delivered, unit }) => quantity(delivered, unit)),
        lines(sums, rest),
        number(open),
        number(overdue),
      ]),
    ),
  ]
}

/** Sums of the period's years in one unit, the largest promises first. None where nobody promised or gave any. */
function chartOf(byPartner: Commitments['byPartner'], unit: CommitmentUnit, words: CommitmentWords): Block[] {
  const { t, number, quantity } = words
  const all = byPartner
    .map(({ partner, totals }) => {
      const sums = totals.filter((total) => total.unit === unit)
      const sum = (key: 'pledged' | 'delivered') => sums.reduce((whole, total) => whole + total[key], 0)
      return { partner: cleanLine(partner), pledged: sum('pledged'), delivered: sum('delivered') }
    })
    .filter(({ pledged, delivered }) => pledged + delivered > 0)
    .toSorted((a, b) => b.pledged - a.pledged)
  if (all.length === 0) return []
  const shown = all.slice(0, mostBars)
  const told = { unit: inSentence(t(`codes.commitmentUnit.${unit}`)) }
  const figures = shown.map(({ partner, pledged, delivered }) =>
    t('documents.commitments.altPartner', {
      partner,
      pledged: quantity(pledged, unit),
      delivered: quantity(delivered, unit),
    }),
  )
  const title = t('documents.commitments.chart', told)
  return [
    sentence(title, 'Byline'),
    pairedBars(
      { title, alt: t('documents.commitments.alt', { ...told, figures: figures.join('; ') }) },
      shown.map(({ partner }) => partner),
      { name: t('partners.doc.totals.pledged'), values: shown.map(({ pledged }) => inUnits(pledged)) },
      { name: t('partners.doc.totals.delivered'), values: shown.map(({ delivered }) => inUnits(delivered)) },
      amountFormat(shown.flatMap(({ pledged, delivered }) => [pledged, delivered])),
      { keepNext: all.length > shown.length },
    ),
    ...(all.length > shown.length
      ? [sentence(t('documents.commitments.largest', { number: number(shown.length) }))]
      : []),
  ]
}

function listed(rows: readonly PaperCommitment[], words: CommitmentWords): Block[] {
  const { t, number } = words
  const more = rows.length - mostRows
  return [
    ...table(
      [
        { header: t('partners.doc.commitments.partner'), width: 2.2 },
        { header: t('partners.doc.commitments.commitment'), width: 3 },
        { header: t('partners.doc.commitments.amounts'), width: 2 },
        { header: t('partners.doc.commitments.status'), width: 1.6 },
      ],
      rows
        .slice(0, mostRows)
        .map((row) => [
          row.partner,
          [
            row.title,
            ...aboutCommitment(row, words),
            ...(row.isPublic ? [] : [t('documents.commitments.isNotPublic')]),
          ],
          amountLines(row, words),
          statusLines(row, words),
        ]),
    ),
    ...(more > 0 ? [sentence(t('documents.commitments.more', { count: more, number: number(more) }))] : []),
  ]
}
