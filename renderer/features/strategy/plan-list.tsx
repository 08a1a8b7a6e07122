import { RecordLink } from '#renderer/components/record-link.tsx'
import { planName } from '#renderer/lib/plan-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan.module.css'
import { PlanStatusMark } from './plan-status-mark.tsx'
import { type PlanRow, usePlanYears } from './plan-use.ts'

/** Every plan by whose it is: the partnership's own first, then those of organisations. */
export function PlanList({ plans }: { readonly plans: readonly PlanRow[] }) {
  const t = useT()
  const years = usePlanYears()
  const groups = [...Map.groupBy(plans, ({ organisation }) => organisation ?? '')].sort(
    ([a], [b]) => Number(a !== '') - Number(b !== ''),
  )
  return (
    <div className={styles.body}>
      {groups.map(([organisation, own]) => (
        <section key={organisation} className={styles.group} aria-label={organisation || t('strategy.own')}>
          <h2>{organisation || t('strategy.own')}</h2>
          <ul className={styles.plans}>
            {own.map((plan) => (
              <li key={plan.id} className={styles.plan}>
                <div className={styles.planTop}>
                  <h3>
                    <RecordLink area="strategy" id={plan.id}>
                      {planName(plan)}
                    </RecordLink>
                  </h3>
                  <PlanStatusMark status={plan.status} />
                </div>
                <p className={styles.quiet}>{years(plan) ?? t('strategy.noYears')}</p>
                <Counts counts={plan.counts} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const shown = ['areas', 'goals', 'subGoals', 'strategies', 'activities', 'indicators', 'projects'] as const
/** How much a plan holds, in words; what it has none of is left out. */
export function Counts({ counts }: { readonly counts: PlanRow['counts'] }) {
  const t = useT()
  const words = shown.filter((key) => counts[key] > 0).map((key) => t(`strategy.count.${key}`, { count: counts[key] }))
  return words.length === 0 ? null : <p className={styles.quiet}>{words.join(' · ')}</p>
}
