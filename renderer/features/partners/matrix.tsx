import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import styles from './matrix.module.css'
import { type Cell, type Pair, sumOf } from './sums.ts'

type Partner = OutputOf<'commitments.matrix'>['partners'][number]
interface MatrixProps {
  readonly partners: readonly Partner[]
  /** Those of the unit alone. */
  readonly cells: readonly Cell[]
  readonly years: readonly number[]
  readonly unit: CommitmentUnit
}

/** Partners × years with sums both ways; each cell leads to its partner. */
export function Matrix({ partners, cells, years, unit }: MatrixProps) {
  const t = useT()
  const format = useFormat()
  const byPartner = Map.groupBy(cells, (cell) => cell.partnerId)
  // Those with nothing in these years would only hide the others.
  const shown = partners
    .filter((partner) => sumHasAny(byPartner.get(partner.id) ?? []))
    .toSorted((a, b) => format.compare(a.name, b.name))
  const caption = t('partners.matrix.caption', { unit: t(`codes.commitmentUnit.${unit}`).toLocaleLowerCase() })
  const of = (own: readonly Cell[], year: number) => sumOf(own.filter((cell) => cell.year === year))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={styles.matrix}>
        <caption className={styles.spoken}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('partners.matrix.partner')}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
            <th scope="col">{t('partners.matrix.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((partner) => {
            const own = byPartner.get(partner.id) ?? []
            return (
              <tr key={partner.id}>
                <th scope="row">
                  <RecordLink area="partners" id={partner.id}>
                    {partner.name}
                  </RecordLink>
                </th>
                {years.map((year) => (
                  <td key={year}>
                    <Amounts pair={of(own, year)} unit={unit} partner={partner.name} year={year} link={partner.id} />
                  </td>
                ))}
                <td>
                  <Amounts pair={sumOf(own)} unit={unit} partner={partner.name} year={null} link={null} />
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('partners.matrix.all')}</th>
            {years.map((year) => (
              <td key={year}>
                <Amounts
                  pair={of(cells, year)}
                  unit={unit}
                  partner={t('partners.matrix.all')}
                  year={year}
                  link={null}
                />
              </td>
            ))}
            <td>
              <Amounts pair={sumOf(cells)} unit={unit} partner={t('partners.matrix.all')} year={null} link={null} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function sumHasAny(cells: readonly Cell[]): boolean {
  return cells.some((cell) => cell.pledged > 0 || cell.delivered > 0)
}

interface AmountsProps {
  readonly pair: Pair
  readonly unit: CommitmentUnit
  readonly partner: string
  /** Null = all years shown. */
  readonly year: number | null
  /** The partner that the cell leads to. */
  readonly link: string | null
}

/** Delivered of pledged, and the share in words; the whole sentence as the title. */
function Amounts({ pair, unit, partner, year, link }: AmountsProps) {
  const t = useT()
  const quantity = useQuantity()
  const { pledged, delivered } = pair
  if (pledged === 0 && delivered === 0) {
    return (
      <span className={styles.quiet}>
        <span aria-hidden="true">–</span>
        <span className={styles.spoken}>{t('partners.matrix.nothing')}</span>
      </span>
    )
  }
  const share = quantity.share(delivered, pledged)
  const names = {
    partner,
    year: year === null ? t('partners.matrix.sum') : String(year),
    delivered: quantity.words(delivered, unit),
    pledged: quantity.words(pledged, unit),
  }
  const figures =
    pledged === 0
      ? t('partners.matrix.notPledged', { delivered: quantity.number(delivered, unit) })
      : quantity.number(delivered, unit)
  // What is delivered stands over what was pledged: figures under figures, and room for the years.
  const words = (
    <>
      <span>{figures}</span>
      {share !== null && (
        <>
          {' '}
          <span className={styles.share}>
            {t('partners.quantity.ofShare', { pledged: quantity.number(pledged, unit), share })}
          </span>
        </>
      )}
    </>
  )
  return (
    <span
      className={styles.cell}
      title={share === null ? t('partners.matrix.cell', names) : t('partners.matrix.cellShare', { ...names, share })}
    >
      {link === null ? (
        words
      ) : (
        <RecordLink area="partners" id={link} search={{ tab: 'commitments' }}>
          {words}
        </RecordLink>
      )}
    </span>
  )
}
