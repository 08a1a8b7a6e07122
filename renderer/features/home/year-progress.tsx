import { Button } from '#renderer/components/button.tsx'
import { Chart } from '#renderer/components/chart.tsx'
import { Meter } from '#renderer/components/notes.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'
import { monthNames } from './month-names.ts'
import { Panel } from './panel.tsx'
import { type Overview, useHomeView } from './view.ts'

/** Visits against the target, and month by month against the plan. */
export function YearProgress({ overview, year }: { readonly overview: Overview; readonly year: number }) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { change } = useHomeView()
  const { statistics, soFar } = overview
  const { counted, target } = statistics
  const series = cumulative(statistics.byMonth, today().slice(0, 7))
  const summary = t('home.progress.summary', {
    counted: format.number(counted),
    target: format.number(target),
    plan: format.number(soFar.target),
  })
  const ahead = soFar.counted - soFar.target
  return (
    <Panel
      title={t('home.progress.title', { year })}
      span={8}
      action={
        <Button small kind="quiet" icon="edit" onPress={() => change({ show: 'plan' })}>
          {t('home.plan.change')}
        </Button>
      }
    >
      <div className={styles.progress}>
        <div className={styles.progressNow}>
          <p className={styles.figure}>
            <span className={styles.big}>{format.number(counted)}</span>{' '}
            <span className={styles.ofBig}>
              {target > 0 ? t('home.progress.of', { target: format.number(target) }) : t('home.progress.noTarget')}
            </span>
          </p>
          {target > 0 && (
            <Meter
              label={t('home.progress.meter')}
              hideLabel
              value={counted}
              max={target}
              text={format.share(Math.round((counted / target) * 100))}
              tone={ahead < 0 ? 'warning' : 'success'}
            />
          )}
          <p>
            {target > 0 && year <= Number(today().slice(0, 4)) && (
              <PlanStanding ahead={ahead} whole={today() > `${year}-12-31`} />
            )}
          </p>
          <dl className={styles.facts}>
            {target > 0 && (
              <>
                <div>
                  <dt>{t('home.progress.soFar')}</dt>
                  <dd>{format.number(soFar.target)}</dd>
                </div>
                <div>
                  <dt>{t('home.progress.left')}</dt>
                  <dd>{format.number(Math.max(0, target - counted))}</dd>
                </div>
              </>
            )}
            <div>
              <dt>{t('home.progress.companies')}</dt>
              <dd>{format.number(statistics.companies)}</dd>
            </div>
            <div>
              <dt>{t('home.progress.total')}</dt>
              <dd>{format.number(statistics.total)}</dd>
            </div>
          </dl>
        </div>
        <div className={styles.progressChart}>
          <Chart
            kind="bar"
            level={3}
            title={t('home.progress.chart')}
            summary={summary}
            categoryName={t('home.month')}
            categories={monthNames(language, 'short')}
            series={[
              { name: t('home.progress.visits'), values: series.visits },
              { name: t('home.progress.plan'), values: series.plan, line: true },
            ]}
            height={370}
          />
        </div>
      </div>
    </Panel>
  )
}

function PlanStanding({ ahead, whole }: { readonly ahead: number; readonly whole: boolean }) {
  const t = useT()
  if (whole) {
    if (ahead >= 0) return <span className={styles.good}>{t('home.progress.reached')}</span>
    return <span className={styles.behind}>{t('home.progress.missed', { count: -ahead })}</span>
  }
  if (ahead === 0) return <span className={styles.good}>{t('home.progress.onPlan')}</span>
  if (ahead > 0) return <span className={styles.good}>{t('home.progress.ahead', { count: ahead })}</span>
  return <span className={styles.behind}>{t('home.progress.behind', { count: -ahead })}</span>
}

/** Sums from January on. Months that have not begun have no visits, rather than none. */
export function cumulative(
  byMonth: Overview['statistics']['byMonth'],
  thisMonth: string,
): { visits: (number | null)[]; plan: number[] } {
  let visits = 0
  let plan = 0
  const sums = byMonth.map((one) => {
    visits += one.count
    plan += one.target
    return { visits: one.month > thisMonth ? null : visits, plan }
  })
  return { visits: sums.map((sum) => sum.visits), plan: sums.map((sum) => sum.plan) }
}
