/** What a partner promised and gave, year by year: for each unit a chart and the same figures as a table. */
import { commitmentUnits } from '../../domain/records/commitment.ts'
import type { PartnerPaper } from '../partner-paper.ts'
import { type Block, heading, sentence, table } from '../word/blocks.ts'
import { doneAgainstTarget } from '../word/charts.ts'
import type { PartnerWords } from './words.ts'

/** Øre/öre and hundredths as numbers of their unit, for a chart. */
export const inUnits = (hundredths: number) => hundredths / 100

/** How a chart writes such amounts: thousands apart, decimals only where there are any. */
export function amountFormat(hundredths: readonly number[]): string {
  return hundredths.every((value) => value % 100 === 0) ? '#,##0' : '#,##0.00'
}

/** Sums of different units are never added. */
export function totalsBlocks({ totals }: PartnerPaper, { t, quantity, rest }: PartnerWords): Block[] {
  const units = commitmentUnits.filter((unit) => totals.some((total) => total.unit === unit))
  if (units.length === 0) return [sentence(t('partners.doc.totals.none'))]
  const [pledged, delivered] = [t('partners.doc.totals.pledged'), t('partners.doc.totals.delivered')]
  return [
    sentence(t('partners.doc.totals.remainingNote')),
    ...units.flatMap((unit) => {
      const rows = totals.filter((total) => total.unit === unit).toSorted((a, b) => a.year - b.year)
      const unitName = t(`codes.commitmentUnit.${unit}`)
      const told = { unit: unitName.toLocaleLowerCase() }
      const years = rows.map(({ year }) => String(year))
      const figures = rows.map((row) =>
        t('partners.doc.totals.altYear', {
          year: String(row.year),
          pledged: quantity(row.pledged, unit),
          delivered: quantity(row.delivered, unit),
        }),
      )
      return [
        heading(3, unitName),
        doneAgainstTarget(
          {
            title: t('partners.doc.totals.chart', told),
            alt: t('partners.doc.totals.alt', { ...told, figures: figures.join('; ') }),
          },
          years,
          { name: delivered, values: rows.map((row) => inUnits(row.delivered)) },
          { name: pledged, values: rows.map((row) => inUnits(row.pledged)) },
          { height: 210, numberFormat: amountFormat(rows.flatMap((row) => [row.pledged, row.delivered])) },
        ),
        ...table(
          [
            { header: t('partners.doc.totals.year'), width: 1 },
            { header: pledged, width: 2, number: true },
            { header: delivered, width: 2, number: true },
            { header: t('partners.doc.totals.remaining'), width: 2, number: true },
          ],
          rows.map((row) => [String(row.year), quantity(row.pledged, unit), quantity(row.delivered, unit), rest(row)]),
        ),
      ]
    }),
  ]
}
