/** What a partner promised and gave, year by year: a chart of each unit that has years to compare, and all figures as a table. */

import { type CommitmentUnit, commitmentUnits } from '../../domain/records/commitment.ts'
import type { PaperTotal, PartnerPaper } from '../partner-paper.ts'
import { inSentence } from '../strategy/words.ts'
import { type Block, heading, sentence, table } from '../word/blocks.ts'
import { doneAgainstTarget } from '../word/charts.ts'
import type { CommitmentWords } from './words.ts'

/** Øre/öre and hundredths as numbers of their unit, for a chart or a cell. */
export const inUnits = (hundredths: number) => hundredths / 100

/** How a chart writes such amounts: thousands apart, decimals only where whole numbers would say too little. */
export function amountFormat(hundredths: readonly number[]): string {
  return hundredths.every((value) => value % 100 === 0) || Math.max(...hundredths) >= 100_000 ? '#,##0' : 'General'
}

/** By unit in the order of the list, then by year, so that the lines of several cells stand beside one another. */
export function inOrder(totals: readonly PaperTotal[]): PaperTotal[] {
  return totals.toSorted((a, b) => commitmentUnits.indexOf(a.unit) - commitmentUnits.indexOf(b.unit) || a.year - b.year)
}

/** A row a unit and year. Sums of different units are never added. */
export function totalsTable(totals: readonly PaperTotal[], { t, quantity, rest }: CommitmentWords): Block[] {
  return table(
    [
      { header: t('partners.doc.totals.unit'), width: 2.4 },
      { header: t('partners.doc.totals.year'), width: 0.9 },
      { header: t('partners.doc.totals.pledged'), width: 2, number: true },
      { header: t('partners.doc.totals.delivered'), width: 2, number: true },
      { header: t('partners.doc.totals.remaining'), width: 2, number: true },
    ],
    inOrder(totals).map((total) => [
      t(`codes.commitmentUnit.${total.unit}`),
      String(total.year),
      quantity(total.pledged, total.unit),
      quantity(total.delivered, total.unit),
      rest(total),
    ]),
  )
}

/** Charts and table under the heading for what was promised and given. */
export function totalsBlocks({ totals }: PartnerPaper, words: CommitmentWords): Block[] {
  const { t } = words
  const units = commitmentUnits.filter((unit) => totals.some((total) => total.unit === unit))
  if (units.length === 0) return [sentence(t('partners.doc.totals.none'))]
  const compared = units.filter((unit) => totals.filter((total) => total.unit === unit).length > 1)
  // One year alone is a single bar; it is drawn only where there is nothing more telling.
  const drawn = compared.length > 0 ? compared : units.slice(0, 1)
  return [
    ...drawn.flatMap((unit) => chartOf(totals, unit, words)),
    heading(3, t('partners.doc.totals.figures')),
    ...totalsTable(totals, words),
    sentence(t('partners.doc.totals.remainingNote')),
  ]
}

function chartOf(totals: readonly PaperTotal[], unit: CommitmentUnit, { t, quantity }: CommitmentWords): Block[] {
  const rows = inOrder(totals).filter((total) => total.unit === unit)
  const name = t(`codes.commitmentUnit.${unit}`)
  const told = { unit: inSentence(name) }
  const figures = rows.map((row) =>
    t('partners.doc.totals.altYear', {
      year: String(row.year),
      pledged: quantity(row.pledged, unit),
      delivered: quantity(row.delivered, unit),
    }),
  )
  return [
    heading(3, name),
    doneAgainstTarget(
      {
        title: t('partners.doc.totals.chart', told),
        alt: t('partners.doc.totals.alt', { ...told, figures: figures.join('; ') }),
      },
      rows.map(({ year }) => String(year)),
      { name: t('partners.doc.totals.delivered'), values: rows.map((row) => inUnits(row.delivered)) },
      { name: t('partners.doc.totals.pledged'), values: rows.map((row) => inUnits(row.pledged)) },
      { height: 190, numberFormat: amountFormat(rows.flatMap((row) => [row.pledged, row.delivered])) },
    ),
  ]
}
