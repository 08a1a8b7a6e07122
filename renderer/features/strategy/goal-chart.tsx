import { Chart } from '#renderer/components/chart.tsx'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type GoalLine, goalLines, wholeOf } from './goal-chart-data.ts'
import { useTargetWords } from './goal-target-words.ts'
import type { GoalRow } from './goal-use.ts'

interface Props {
  readonly goal: GoalRow
  readonly referenceName: string | null
}

/** The lead indicator on its way: figures, the way to the target and the reference, with the same numbers as a table. */
export function GoalChart({ goal, referenceName }: Props) {
  const t = useT()
  const words = useTargetWords()
  const lead = useOperation(
    'indicators.open',
    { id: goal.leadIndicatorId ?? '' },
    { enabled: goal.leadIndicatorId !== null },
  )
  const reference = useOperation(
    'indicators.open',
    { id: goal.referenceId ?? '' },
    { enabled: goal.referenceId !== null },
  )
  const { leadIndicator } = goal
  if (leadIndicator === null) return null
  if (lead.error) return <ErrorNote error={lead.error} onRetry={() => void lead.refetch()} />
  if (!lead.data) return <Loading lines={4} />
  const { periods, lines } = goalLines(
    goal,
    wholeOf(lead.data.series, lead.data.indicator.regionCodes[0]),
    reference.data && wholeOf(reference.data.series, reference.data.indicator.regionCodes[0]),
  )
  const title = t('goals.chart.title', { indicator: leadIndicator.title })
  if (!lines.some(({ kind }) => kind === 'result' || kind === 'afterBreak')) {
    return (
      <section className={styles.section} aria-label={title}>
        <h3>{title}</h3>
        <p className={styles.quiet}>
          {t('goals.chart.none')}{' '}
          <RecordLink area="figures" search={{ goal: goal.id }}>
            {t('goals.chart.enter')}
          </RecordLink>
        </p>
      </section>
    )
  }
  const nameOf = ({ kind }: GoalLine) =>
    kind === 'reference'
      ? (goal.referenceText ?? referenceName ?? t('goals.chart.reference'))
      : t(`goals.chart.${kind}`)
  const { current } = goal.figures
  const summary = [
    current &&
      t('goals.progress.current', {
        shown: words.value(current.value, leadIndicator),
        when: words.period(current.period),
      }),
    words.sentence(goal),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <section className={styles.section} aria-label={title}>
      <Chart
        kind="line"
        level={3}
        title={title}
        summary={summary}
        categoryName={t('app.fields.period')}
        categories={periods.map(words.period)}
        series={lines.map((line) => ({ name: nameOf(line), values: line.values, bridged: true }))}
        formatValue={(value) => words.value(value, leadIndicator)}
        height={240}
      />
      <p className={styles.quiet}>
        <RecordLink area="indicators" id={leadIndicator.id}>
          {leadIndicator.code} {leadIndicator.title}
        </RecordLink>
      </p>
    </section>
  )
}
