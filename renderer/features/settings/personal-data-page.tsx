import { Button } from '#renderer/components/button.tsx'
import { Badge, EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { fullName, proposedReviewBy } from '#shared/domain/person-rules.ts'
import styles from './settings.module.css'

type Row = OutputOf<'contacts.dueForReview'>['rows'][number]

/** The list that is read before anything is erased (practice.md 6.4): each is kept for a while more, or looked at and taken away. */
export function PersonalDataPage() {
  const t = useT()
  const format = useFormat()
  const partnership = usePartnership()
  const due = useOperation('contacts.dueForReview', { until: today() })
  if (due.error) return <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
  if (!due.data || !partnership) return <Loading />
  const { rows, count } = due.data
  const next = proposedReviewBy(today(), partnership.retentionMonths)
  return (
    <>
      <p className={styles.quiet}>{t('settings.personalData.text', { count: partnership.retentionMonths })}</p>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('settings.personalData.none')} />
      ) : (
        <>
          <p role="status">
            {rows.length < count
              ? t('settings.personalData.first', { part: format.number(rows.length), whole: format.number(count) })
              : t('settings.personalData.due', { count })}
          </p>
          <ul className={styles.register}>
            {rows.map((row) => (
              <ReviewLine key={row.id} row={row} next={next} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function ReviewLine({ row, next }: { readonly row: Row; readonly next: string }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const name = fullName(row)
  const kept = { done: t('settings.personalData.kept', { name, day: format.day(next) }), problemAsToast: true }
  const contacts = useCommand('contacts.revise', kept)
  const persons = useCommand('persons.revise', kept)
  const keep = () => {
    const input = { id: row.id, changes: { reviewBy: next } }
    void (row.entity === 'contacts' ? contacts.run(input) : persons.run(input))
  }
  const open = () =>
    row.companyId ? go('companies', row.companyId) : go('settings', 'people', { search: { record: row.id } })
  return (
    <li className={`${styles.record} ${styles.review}`}>
      <div className={styles.reviewWords}>
        <span className={styles.title}>
          {name}
          {row.objectedOn && (
            <Badge tone="danger">{t('settings.personalData.objected', { day: format.day(row.objectedOn) })}</Badge>
          )}
        </span>
        <span>{row.organisation ?? t('settings.people.secretariat')}</span>
        <span className={styles.quiet}>
          {t('settings.personalData.days', {
            reviewBy: format.day(row.reviewBy),
            lastActivity: format.day(row.lastActivityOn),
          })}
        </span>
      </div>
      <div className={styles.row}>
        {/* Who objected is not kept on by a press of a button: that takes a reason, and a look at the record. */}
        {!row.objectedOn && (
          <Button small busy={contacts.busy || persons.busy} onPress={keep}>
            {t('settings.personalData.keep', { day: format.day(next) })}
          </Button>
        )}
        <Button small icon="right" onPress={open}>
          {t(row.companyId ? 'settings.personalData.openCompany' : 'settings.personalData.openPerson')}
        </Button>
      </div>
    </li>
  )
}
