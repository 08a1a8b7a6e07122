import { useState } from 'react'
import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { Badge, EmptyState } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { useAgreementWords } from './agreement-words.ts'
import { GiveAndTakeChart } from './give-and-take-chart.tsx'
import type { OpenPartner, PartnerTab } from './partner-detail.tsx'
import { PartnerProjects } from './partner-projects.tsx'
import styles from './partners.module.css'
import { byYear, type Cell, sumOf, unitsIn } from './sums.ts'

const soonDays = 90

interface Props {
  readonly open: OpenPartner
  readonly onTab: (tab: PartnerTab) => void
}

/** What the partner has promised and given, year by year, and the agreement that it rests on. */
export function PartnerOverview({ open, onTab }: Props) {
  return (
    <div className={styles.part}>
      <Totals totals={open.totals} onTab={onTab} />
      <PartnerProjects partnerId={open.partner.id} />
      <Agreement open={open} onTab={onTab} />
    </div>
  )
}

function Totals({ totals, onTab }: { readonly totals: readonly Cell[]; readonly onTab: Props['onTab'] }) {
  const t = useT()
  const [chosen, setUnit] = useState<CommitmentUnit | null>(null)
  const units = unitsIn(totals)
  const unit = units.find((one) => one === chosen) ?? units[0]
  return (
    <section className={styles.section} aria-label={t('partners.totals.title')}>
      {unit === undefined ? (
        <EmptyState
          icon="commitments"
          title={t('partners.totals.none')}
          action={<Button onPress={() => onTab('commitments')}>{t('partners.tabs.commitments')}</Button>}
        >
          {t('partners.totals.noneText')}
        </EmptyState>
      ) : (
        <>
          {units.length > 1 && (
            <RadioGroup
              label={t('partners.totals.unit')}
              hideLabel
              look="segments"
              options={units.map((key) => ({ key, label: t(`codes.commitmentUnit.${key}`) }))}
              value={unit}
              onChange={setUnit}
            />
          )}
          <div className={styles.chartAndTable}>
            <GiveAndTakeChart level={3} title={t('partners.totals.title')} unit={unit} years={byYear(totals, unit)} />
            <YearTable years={byYear(totals, unit)} unit={unit} />
          </div>
        </>
      )}
    </section>
  )
}

interface TableProps {
  readonly years: readonly { readonly year: number; readonly pledged: number; readonly delivered: number }[]
  readonly unit: CommitmentUnit
}

/** The same as the chart in exact figures, with their sum. */
export function YearTable({ years, unit }: TableProps) {
  const t = useT()
  const quantity = useQuantity()
  const sum = sumOf(years)
  const cells = ({ pledged, delivered }: { pledged: number; delivered: number }) => (
    <>
      <td>{quantity.number(pledged, unit)}</td>
      <td>{quantity.number(delivered, unit)}</td>
      <td>{quantity.share(delivered, pledged) ?? '–'}</td>
    </>
  )
  return (
    <table className={styles.table}>
      <caption className={styles.spoken}>
        {t('partners.totals.title')}, {t(`codes.commitmentUnit.${unit}`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('partners.totals.year')}</th>
          <th scope="col">{t('partners.totals.pledged')}</th>
          <th scope="col">{t('partners.totals.delivered')}</th>
          <th scope="col">{t('partners.totals.share')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((one) => (
          <tr key={one.year}>
            <th scope="row">{one.year}</th>
            {cells(one)}
          </tr>
        ))}
      </tbody>
      {years.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('partners.totals.sum')}</th>
            {cells(sum)}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Agreement({ open, onTab }: Props) {
  const t = useT()
  const format = useFormat()
  const words = useAgreementWords()
  const { partner, agreementEndsInDays: left } = open
  return (
    <section className={styles.section} aria-labelledby="agreement">
      <div className={styles.sectionTop}>
        <h3 id="agreement">{t('partners.agreement.title')}</h3>
        {left !== null && partner.status !== 'left' && (
          <Badge
            tone={left < 0 ? 'danger' : left <= soonDays ? 'warning' : 'neutral'}
            {...(left <= soonDays ? { icon: 'clock' as const } : {})}
          >
            {words.left(left)}
          </Badge>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>{t('partners.agreement.signed')}</dt>
        <dd>
          {partner.agreementSignedOn ? format.dayLong(partner.agreementSignedOn) : t('partners.agreement.notSigned')}
        </dd>
        <dt>{t('partners.agreement.valid')}</dt>
        <dd>{words.valid(partner)}</dd>
      </dl>
      <div>
        <Button small icon="edit" onPress={() => onTab('fields')}>
          {t('partners.agreement.edit')}
        </Button>
      </div>
      <h3>{t('partners.agreement.files')}</h3>
      <AttachedFiles home={{ partnerId: partner.id }} attachments={open.attachments} takesPaste />
    </section>
  )
}
