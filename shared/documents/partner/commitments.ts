/** Commitments as tables: what was promised, what came when, and how it stands in words. */
import { Paragraph } from 'docx'
import { isOpenCommitment } from '../../domain/commitment-rules.ts'
import { cleanLine } from '../clean-text.ts'
import { type PaperCell, paperTable } from '../meeting/blocks.ts'
import type { PaperCommitment, PartnerPaper } from '../partner-paper.ts'
import { type Block, heading, sentence } from '../word/blocks.ts'
import type { CommitmentWords } from './words.ts'

/** Overdue first, the longest first; then by the end of their period. Keeps the order of equals. */
export function byUrgency<T extends Pick<PaperCommitment, 'daysOverdue' | 'periodTo'>>(rows: readonly T[]): T[] {
  return rows.toSorted(
    (a, b) => b.daysOverdue - a.daysOverdue || (a.periodTo < b.periodTo ? -1 : a.periodTo > b.periodTo ? 1 : 0),
  )
}

/** The partner's commitments: the open ones first, then what is delivered, then what is only proposed or was withdrawn. */
export function commitmentBlocks({ commitments }: PartnerPaper, words: CommitmentWords): Block[] {
  const { t } = words
  if (commitments.length === 0) return [sentence(t('partners.doc.commitments.none'))]
  const open = byUrgency(commitments.filter(({ status }) => isOpenCommitment(status)))
  const delivered = commitments.filter(({ status }) => status === 'delivered')
  const others = commitments.filter(({ status }) => status === 'proposed' || status === 'withdrawn')
  const group = (name: string, rows: readonly PaperCommitment[]) =>
    rows.length === 0 ? [] : [heading(3, name), ...commitmentTable(rows, words)]
  return [
    ...(open.length === 0
      ? [heading(3, t('partners.doc.commitments.open')), sentence(t('partners.doc.commitments.openNone'))]
      : group(t('partners.doc.commitments.open'), open)),
    ...group(t('partners.doc.commitments.delivered'), delivered),
    ...group(t('partners.doc.commitments.others'), others),
  ]
}

function commitmentTable(rows: readonly PaperCommitment[], words: CommitmentWords): Block[] {
  const { t } = words
  return paperTable(
    [
      { header: t('partners.doc.commitments.commitment'), width: 2.9 },
      { header: t('partners.doc.commitments.amounts'), width: 2 },
      { header: t('partners.doc.commitments.deliveries'), width: 2.6 },
      { header: t('partners.doc.commitments.status'), width: 1.5 },
    ],
    rows.map((row) => ({
      cells: [nameCell(row, words), amountLines(row, words), deliveryLines(row, words), statusLines(row, words)],
    })),
  )
}

/** The title stands out from what is told of it. */
function nameCell(row: PaperCommitment, words: CommitmentWords): PaperCell {
  return {
    blocks: [
      new Paragraph({ style: 'TableFirst', text: cleanLine(row.title) }),
      ...aboutCommitment(row, words).map((text) => new Paragraph({ style: 'TableText', text: cleanLine(text) })),
    ],
  }
}

/** Kind, period, what it rests on. */
export function aboutCommitment(row: PaperCommitment, { t, day }: CommitmentWords): string[] {
  const kind = t(`codes.commitmentKind.${row.kind}`)
  return [
    row.recurrence === 'yearly' ? `${kind}, ${t('codes.recurrence.yearly').toLocaleLowerCase()}` : kind,
    t('partners.doc.commitments.period', { from: day(row.periodFrom), to: day(row.periodTo) }),
    ...(row.source === null ? [] : [t('partners.doc.commitments.source', { source: row.source })]),
  ]
}

/** Promised, delivered, remaining or over, a line each; of what is no promise the amount alone. */
export function amountLines(row: PaperCommitment, { t, quantity }: CommitmentWords): string[] {
  const { status, unit, pledged, delivered, remaining, over } = row
  if (unit === null || pledged === null) return [t('partners.doc.commitments.notCounted')]
  if (status === 'proposed' || status === 'withdrawn') return [quantity(pledged, unit)]
  return [
    t('partners.doc.commitments.pledged', { amount: quantity(pledged, unit) }),
    t('partners.doc.commitments.given', { amount: quantity(delivered, unit) }),
    ...(over > 0 ? [t('partners.doc.commitments.over', { amount: quantity(over, unit) })] : []),
    ...(over === 0 && remaining !== null && remaining > 0
      ? [t('partners.doc.commitments.remaining', { amount: quantity(remaining, unit) })]
      : []),
  ]
}

function deliveryLines(
  { deliveries, unit, evidence }: PaperCommitment,
  { t, day, quantity }: CommitmentWords,
): string[] {
  const lines = deliveries
    .toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : a.deliveredOn > b.deliveredOn ? 1 : 0))
    .map(({ deliveredOn, amount, description }) =>
      [day(deliveredOn), amount === null || unit === null ? null : quantity(amount, unit), description]
        .filter((part) => part !== null)
        .join(', '),
    )
  return [
    ...(lines.length === 0 ? [t('partners.doc.commitments.noDeliveries')] : lines),
    ...(evidence.length === 0 ? [] : [t('partners.doc.commitments.evidence', { titles: evidence.join(', ') })]),
  ]
}

/** The status, and in words how long it is overdue: no colour tells it. */
export function statusLines({ status, daysOverdue }: PaperCommitment, { t, number }: CommitmentWords): string[] {
  return [
    t(`codes.commitmentStatus.${status}`),
    ...(daysOverdue > 0
      ? [t('partners.doc.commitments.overdue', { count: daysOverdue, number: number(daysOverdue) })]
      : []),
  ]
}
