import { Icon } from '#renderer/components/icon.tsx'
import { Meter } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { linkKinds } from '#shared/domain/records/goal.ts'
import { GoalStatusMark } from './goal-status-mark.tsx'
import { useTargetWords } from './goal-target-words.ts'
import styles from './plan-map.module.css'
import type { MapGoal } from './plan-map-data.ts'
import type { PlanGoal } from './plan-use.ts'

/** A goal as a card: where it stands by judgement and by figures, how far it has come, what serves it, what it lacks. */
export function MapGoalCard({ goal, subGoals }: MapGoal) {
  return (
    <li className={styles.card}>
      <h4 className={styles.goalTitle}>
        <RecordLink area="goals" id={goal.id}>
          <span className={styles.code}>{goal.code}</span> {goal.title}
        </RecordLink>
      </h4>
      <Statuses goal={goal} />
      <Progress goal={goal} />
      <Serving goal={goal} />
      {subGoals.length > 0 && (
        <ul className={styles.subGoals}>
          {subGoals.map((one) => (
            <MapGoalCard key={one.goal.id} {...one} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Statuses({ goal }: { readonly goal: PlanGoal }) {
  const t = useT()
  return (
    <>
      <dl className={styles.statuses}>
        <div>
          <dt>{t('strategy.map.byHand')}</dt>
          <dd>
            {goal.status === null ? (
              <span className={styles.quiet}>{t('strategy.map.notJudged')}</span>
            ) : (
              <GoalStatusMark status={goal.status} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('strategy.map.byFigures')}</dt>
          <dd>
            <GoalStatusMark status={goal.figures.status} />
          </dd>
        </div>
      </dl>
      {goal.gaps.includes('statusDiffers') && (
        <p className={styles.differs}>
          <Icon name="warning" size={14} /> {t('strategy.map.differs')}
        </p>
      )}
    </>
  )
}

function Progress({ goal }: { readonly goal: PlanGoal }) {
  const t = useT()
  const format = useFormat()
  const words = useTargetWords()
  const { progress, current, gaps } = goal.figures
  const now =
    current && goal.leadIndicator
      ? t('strategy.map.now', {
          value: words.value(current.value, goal.leadIndicator),
          period: words.period(current.period),
        })
      : null
  if (progress === null) {
    const why = gaps[0] ? t(`codes.figureGap.${gaps[0]}`) : null
    if (now === null && why === null) return null
    return <p className={styles.quiet}>{[now, why].filter(Boolean).join('. ')}</p>
  }
  const percent = Math.round(progress * 100)
  const share =
    percent < 0
      ? t('strategy.map.wrongWay', { share: format.share(-percent) })
      : percent > 100
        ? t('strategy.map.passed')
        : t('strategy.map.progressWords', { share: format.share(percent) })
  return (
    <div>
      <Meter
        label={`${t('strategy.map.progress')}: ${goal.code}`}
        hideLabel
        value={Math.max(0, percent)}
        max={100}
        text={share}
        tone={percent < 0 ? 'danger' : 'accent'}
      />
      {now && <p className={styles.quiet}>{now}</p>}
    </div>
  )
}

function Serving({ goal }: { readonly goal: PlanGoal }) {
  const t = useT()
  const counts: string[] = linkKinds
    .map((kind) => ({ kind, count: goal.serving[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t(`strategy.serving.${kind}`, { count }))
  if (goal.activities > 0) counts.push(t('strategy.count.activities', { count: goal.activities }))
  // What differs is told beside the marks.
  const gaps = goal.gaps.filter((gap) => gap !== 'statusDiffers' && !(gap === 'nothingServes' && counts.length === 0))
  return (
    <>
      <p className={styles.serving}>
        {counts.length === 0 ? (
          <span className={styles.late}>{t('strategy.map.nothingServes')}</span>
        ) : (
          `${t('strategy.map.servedBy')}: ${counts.join(', ')}`
        )}
      </p>
      {gaps.length > 0 && (
        <p className={styles.gaps}>
          <Icon name="info" size={14} /> {gaps.map((gap) => t(`codes.goalGap.${gap}`)).join(' · ')}
        </p>
      )}
    </>
  )
}
