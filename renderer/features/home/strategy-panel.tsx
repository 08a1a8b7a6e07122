import { Badge, ErrorNote } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'

type Plan = OutputOf<'plans.summary'>[number]
const looks = {
  onTrack: { tone: 'success', icon: 'check' },
  atRisk: { tone: 'warning', icon: 'info' },
  offTrack: { tone: 'danger', icon: 'warning' },
  reached: { tone: 'success', icon: 'flag' },
  notMeasurable: { tone: 'neutral' },
} as const
const most = 4

/** How the plans in force stand, and which figures were expected but have not come. Nothing where there is no plan. */
export function StrategyPanel() {
  const t = useT()
  const summary = useOperation('plans.summary', {})
  const plans = summary.data ?? []
  if (summary.error) {
    return (
      <Panel title={t('strategy.home.title')} span={6}>
        <ErrorNote error={summary.error} onRetry={() => void summary.refetch()} />
      </Panel>
    )
  }
  if (plans.length === 0) return null
  return (
    <Panel
      title={t('strategy.home.title')}
      span={6}
      action={<RecordLink area="strategy">{t('common.showAll')}</RecordLink>}
    >
      {plans.map((plan) => (
        <PlanStand key={plan.id} plan={plan} />
      ))}
      <Expected />
    </Panel>
  )
}

function PlanStand({ plan: { id, title, goals, byStatus, withGaps } }: { readonly plan: Plan }) {
  const t = useT()
  return (
    <div className={styles.planStand}>
      <p>
        <RecordLink area="strategy" id={id}>
          {t('strategy.home.goals', { title, count: goals })}
        </RecordLink>
      </p>
      {goals > 0 && (
        <>
          <ul className={styles.marks}>
            {byStatus
              .filter(({ count }) => count > 0)
              .map(({ status, count }) => (
                <li key={status ?? 'none'}>
                  <Badge {...(status === null ? {} : looks[status])}>
                    {count} {status === null ? t('strategy.home.noStatus') : t(`codes.goalStatus.${status}`)}
                  </Badge>
                </li>
              ))}
          </ul>
          <p className={styles.quiet}>
            {withGaps === 0 ? (
              t('strategy.home.noGaps')
            ) : (
              <RecordLink area="strategy" id={id} search={{ gapsOnly: true }}>
                {t('strategy.home.withGaps', { count: withGaps })}
              </RecordLink>
            )}
          </p>
        </>
      )}
    </div>
  )
}

/** Figures that were expected by today. */
function Expected() {
  const t = useT()
  const reminders = useOperation('indicators.reminders', {})
  const late = reminders.data?.filter(({ daysOverdue }) => daysOverdue > 0) ?? []
  if (reminders.error) return <ErrorNote error={reminders.error} onRetry={() => void reminders.refetch()} />
  if (late.length === 0) return null
  return (
    <div className={styles.planStand}>
      <h3>{t('strategy.home.expected')}</h3>
      <ul className={styles.expected}>
        {late.slice(0, most).map((one) => (
          <li key={one.id}>
            <RecordLink area="indicators" id={one.id}>
              {one.code} {one.title}
            </RecordLink>{' '}
            <span className={styles.quiet}>{t('strategy.home.late', { count: one.daysOverdue })}</span>
          </li>
        ))}
      </ul>
      <p>
        {late.length > most && <span>{t('strategy.home.more', { count: late.length - most })} · </span>}
        <RecordLink area="figures">{t('strategy.home.toFigures')}</RecordLink>
      </p>
    </div>
  )
}
