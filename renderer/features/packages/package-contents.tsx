import { Meter } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import styles from './packages.module.css'

/** The package's own numbers, as the board reads them; they don't move when the file does. */
export function PackageContents({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useT()
  const format = useFormat()
  const { visits, followUps } = snapshot
  const figures = [
    ['inPeriod', visits.period.counted],
    ['companies', visits.period.companies],
    ['summaries', visits.summaries.length],
    ['confidential', visits.confidential],
    ['notVisited', visits.notVisited.total],
    ['followUpsMade', followUps.made],
    ['followUpsOpen', followUps.open],
    ['followUpsOverdue', followUps.overdue],
    ['followUpsClosed', followUps.closed],
  ] as const
  const { counted, target } = visits.year
  return (
    <section className={styles.section}>
      <h3>{t('packages.contents.title')}</h3>
      {target > 0 && (
        <Meter
          label={t('packages.contents.year')}
          value={counted}
          max={target}
          text={`${t('common.ofMany', { part: format.number(counted), whole: format.number(target) })} · ${format.share(Math.round((counted / target) * 100))}`}
        />
      )}
      <dl className={styles.figures}>
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`packages.contents.${key}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
        {followUps.medianResponseDays !== null && (
          <div>
            <dt>{t('packages.contents.response')}</dt>
            <dd>
              {format.number(followUps.medianResponseDays, Number.isInteger(followUps.medianResponseDays) ? 0 : 1)}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
