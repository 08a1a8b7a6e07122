import { Badge } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'
import type { Overview } from './view.ts'

export function LatestVisits({ latest }: { readonly latest: Overview['latest'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel
      title={t('home.latest.title')}
      span={6}
      action={<RecordLink area="visits">{t('common.showAll')}</RecordLink>}
    >
      {latest.length === 0 ? (
        <p className={styles.quiet}>{t('home.latest.none')}</p>
      ) : (
        <ul className={styles.list}>
          {latest.slice(0, 6).map((visit) => (
            <li key={visit.id} className={styles.row}>
              <div className={styles.rowTop}>
                <RecordLink area="visits" id={visit.id}>
                  {visit.companyName}
                </RecordLink>
                <span className={styles.rowEnd}>{format.day(visit.visitedOn)}</span>
              </div>
              <p className={styles.rowDetail}>
                {visit.draft && <Badge tone="info">{t('home.latest.draft')}</Badge>}
                {visit.flags.includes('urgent') && (
                  <Badge tone="danger" icon="flag">
                    {t('codes.flag.urgent')}
                  </Badge>
                )}
                <span className={styles.oneLine}>{visit.excerpt || t(`codes.visitType.${visit.type}`)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
