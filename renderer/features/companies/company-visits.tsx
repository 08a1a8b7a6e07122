import { Badge, EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useShell } from '#renderer/lib/shell.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './companies.module.css'
import type { OpenCompany } from './use-company.ts'

/** What is promised to the company, then every talk with it, newest first. */
export function CompanyVisits({ opened }: { readonly opened: OpenCompany }) {
  const t = useT()
  const format = useFormat()
  const { logVisit } = useShell()
  const { company, visits, visitCount } = opened
  if (visits.length === 0) {
    return (
      <EmptyState
        icon="visits"
        title={t('companies.visits.none')}
        action={
          <WriteButton icon="plus" onPress={() => logVisit(company.id)}>
            {t('companies.logVisit')}
          </WriteButton>
        }
      >
        {t('companies.visits.noneText')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.sections}>
      {opened.openFollowUps > 0 && <OpenFollowUps companyId={company.id} />}
      <section className={styles.section}>
        <h3>{t('companies.visits.title')}</h3>
        <ul className={styles.visitList}>
          {visits.map((visit) => (
            <li key={visit.id} className={styles.visit}>
              <div className={styles.visitTop}>
                <RecordLink area="visits" id={visit.id}>
                  {format.day(visit.visitedOn)} · {t(`codes.visitType.${visit.type}`)}
                </RecordLink>
                <span className={styles.badges}>
                  {visit.draft && <Badge tone="info">{t('companies.visits.draft')}</Badge>}
                  {visit.confidentiality === 'confidential' && (
                    <Badge icon="lock">{t('codes.confidentiality.confidential')}</Badge>
                  )}
                  {visit.flags.map((flag) => (
                    <Badge key={flag} tone={flag === 'urgent' ? 'danger' : 'warning'} icon="flag">
                      {t(`codes.flag.${flag}`)}
                    </Badge>
                  ))}
                  {visit.openFollowUps > 0 && (
                    <Badge icon="followUps">
                      {t('companies.visits.openFollowUps', { count: visit.openFollowUps })}
                    </Badge>
                  )}
                </span>
              </div>
              {visit.excerpt && <p className={styles.excerpt}>{visit.excerpt}</p>}
            </li>
          ))}
        </ul>
        {visitCount > visits.length && (
          <p className={styles.quiet}>
            {t('companies.visits.latestOf', { shown: visits.length, all: format.number(visitCount) })}{' '}
            <RecordLink area="visits" search={{ company: company.id }}>
              {t('companies.visits.showAll', { all: format.number(visitCount) })}
            </RecordLink>
          </p>
        )}
      </section>
    </div>
  )
}

function OpenFollowUps({ companyId }: { readonly companyId: string }) {
  const t = useT()
  const format = useFormat()
  const list = useOperation('followUps.list', { filter: { companyId, state: 'open' }, limit: 50 })
  if (list.isPending) return <Loading lines={2} />
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
  return (
    <section className={styles.section}>
      <h3>{t('companies.visits.promised')}</h3>
      <ul className={styles.visitList}>
        {list.data.rows.map((row) => (
          <li key={row.id} className={styles.visit}>
            <div className={styles.visitTop}>
              <RecordLink area="followUps" id={row.id}>
                {row.description}
              </RecordLink>
              {row.isOverdue && (
                <Badge tone="danger" icon="clock">
                  {t('companies.visits.overdue', { count: row.daysOverdue })}
                </Badge>
              )}
            </div>
            <p className={styles.quiet}>
              {t('companies.visits.dueBy', { day: format.day(row.dueOn), owner: row.ownerName })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
