/** The sheet with one row for each commitment of the period (board-package.md 4.2). */
import { withheldCommitments } from '../meeting-parts.ts'
import { byUrgency } from '../partner/commitments.ts'
import { inUnits } from '../partner/totals.ts'
import { commitmentWords } from '../partner/words.ts'
import type { Snapshot } from '../snapshot.ts'
import { lateAboveZero, type SheetSpec } from '../workbook-spec.ts'

/** Overdue first. Amounts are numbers of the row's unit, kroner with their øre; nothing is summed, since units differ. */
export function commitmentsSheet(
  commitments: NonNullable<Snapshot['commitments']>,
  language: Snapshot['language'],
): SheetSpec {
  const { rows } = commitments
  const withheld = withheldCommitments(commitments)
  const { t, number } = commitmentWords(language)
  const commitment = t('partners.doc.commitments.commitment')
  const days = t('documents.workbook.columns.daysOverdue')
  const amount = (hundredths: number | null) => (hundredths === null ? null : inUnits(hundredths))
  return {
    name: t('documents.commitments.sheet'),
    title: t('documents.commitments.sheet'),
    notes: [
      t('documents.commitments.note'),
      ...(withheld > 0 ? [t('documents.commitments.noteNotPublic', { number: number(withheld) })] : []),
    ],
    totals: [
      { label: t('documents.commitments.totals.commitments'), of: 'count', header: commitment, value: rows.length },
      {
        label: t('documents.workbook.totals.daysOverdue'),
        of: 'max',
        header: days,
        value: rows.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue), 0),
      },
    ],
    table: t('documents.commitments.table'),
    columns: [
      { header: t('partners.doc.commitments.partner'), kind: 'name', width: 28 },
      { header: commitment, kind: 'text', width: 38 },
      { header: t('documents.commitments.columns.kind'), kind: 'text', width: 16 },
      { header: t('documents.commitments.columns.amount'), kind: 'amount', width: 16 },
      { header: t('partners.doc.totals.unit'), kind: 'text', width: 16 },
      { header: t('documents.commitments.columns.recurrence'), kind: 'text', width: 13 },
      { header: t('documents.commitments.columns.from'), kind: 'day', width: 12 },
      { header: t('documents.commitments.columns.to'), kind: 'day', width: 12 },
      { header: t('documents.workbook.columns.status'), kind: 'text', width: 16 },
      { header: t('documents.workbook.columns.overdue'), kind: 'text', width: 12 },
      { header: days, kind: 'number', width: 15, marks: lateAboveZero },
      { header: t('documents.commitments.columns.delivered'), kind: 'amount', width: 16 },
      { header: t('documents.commitments.columns.remaining'), kind: 'amount', width: 16 },
      { header: t('documents.commitments.columns.over'), kind: 'amount', width: 16 },
      { header: t('documents.commitments.columns.isPublic'), kind: 'text', width: 12 },
      { header: t('documents.commitments.columns.source'), kind: 'text', width: 20 },
      { header: t('documents.commitments.columns.evidence'), kind: 'text', width: 34 },
    ],
    rows: byUrgency(rows).map((row) => [
      row.partner,
      row.title,
      t(`codes.commitmentKind.${row.kind}`),
      amount(row.pledged),
      row.unit && t(`codes.commitmentUnit.${row.unit}`),
      t(`codes.recurrence.${row.recurrence}`),
      row.periodFrom,
      row.periodTo,
      t(`codes.commitmentStatus.${row.status}`),
      t(row.daysOverdue > 0 ? 'documents.workbook.yes' : 'documents.workbook.no'),
      row.daysOverdue,
      row.pledged === null ? null : amount(row.delivered),
      amount(row.remaining),
      row.pledged === null ? null : amount(row.over),
      t(row.isPublic ? 'documents.workbook.yes' : 'documents.workbook.no'),
      row.source,
      row.evidence.join('; ') || null,
    ]),
    empty: t('documents.commitments.empty'),
  }
}
