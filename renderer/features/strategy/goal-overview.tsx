import { useState } from 'react'
import { Meter, Note } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { statusOf } from '#shared/domain/goal-gaps.ts'
import { GoalChart } from './goal-chart.tsx'
import type { ToTab } from './goal-detail.tsx'
import { GoalMissing } from './goal-missing.tsx'
import { GoalStatusForm } from './goal-status-form.tsx'
import { GoalStatusMark } from './goal-status-mark.tsx'
import { GoalTargetForm } from './goal-target-form.tsx'
import { useTargetWords } from './goal-target-words.ts'
import { type OpenGoal, useWarningAt } from './goal-use.ts'

interface Props {
  readonly open: OpenGoal
  readonly edit: string | null
  readonly onTab: ToTab
}

/** How the goal stands: set by hand beside the figures, what it aims at, what is missing, and its way in a chart. */
export function GoalOverview({ open, edit, onTab }: Props) {
  return (
    <div className={styles.part}>
      <Status open={open} editing={edit === 'status'} onTab={onTab} />
      <GoalMissing open={open} onTab={onTab} />
      <TargetPart open={open} editing={edit === 'target'} onTab={onTab} />
      {open.goal.leadIndicator && <GoalChart goal={open.goal} referenceName={open.reference?.title ?? null} />}
      <SubGoals open={open} />
    </div>
  )
}

interface PartProps {
  readonly open: OpenGoal
  readonly editing: boolean
  readonly onTab: ToTab
}
function Status({ open: { goal }, editing, onTab }: PartProps) {
  const t = useT()
  const format = useFormat()
  const { status, statusComment, statusOn, figures, gaps } = goal
  const differs = gaps.includes('statusDiffers')
  return (
    <section className={styles.section} aria-label={t('app.fields.status')}>
      <h3>{t('app.fields.status')}</h3>
      <dl className={styles.facts}>
        <dt>{t('goals.status.byHand')}</dt>
        <dd>
          {status === null ? (
            <span className={styles.quiet}>{t('goals.status.notSet')}</span>
          ) : (
            <>
              <GoalStatusMark status={status} />{' '}
              {statusOn && <span className={styles.quiet}>{t('goals.status.on', { day: format.day(statusOn) })}</span>}
            </>
          )}
        </dd>
        <dt>{t('goals.status.byFigures')}</dt>
        <dd>
          <GoalStatusMark status={figures.status} />
          {figures.gaps.length > 0 && (
            <ul className={styles.quiet}>
              {figures.gaps.map((gap) => (
                <li key={gap}>{t(`codes.figureGap.${gap}`)}</li>
              ))}
            </ul>
          )}
        </dd>
        {statusComment && (
          <>
            <dt>{t('app.fields.statusComment')}</dt>
            <dd>{statusComment}</dd>
          </>
        )}
      </dl>
      {differs && (
        <Note tone="warning">{statusComment ? t('goals.status.differs') : t('goals.status.differsSayWhy')}</Note>
      )}
      <Progress goal={goal} />
      {editing ? (
        <GoalStatusForm goal={goal} onClose={() => onTab('overview')} />
      ) : (
        <div>
          <WriteButton small icon="edit" onPress={() => onTab('overview', 'status')}>
            {t('goals.status.set')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

const tones = {
  onTrack: 'success',
  reached: 'success',
  atRisk: 'warning',
  offTrack: 'danger',
  notMeasurable: 'accent',
} as const

/** How much of the way is gone, in words and as a bar; where it should be by now; what the reference did. */
function Progress({ goal }: { readonly goal: OpenGoal['goal'] }) {
  const t = useT()
  const format = useFormat()
  const words = useTargetWords()
  const { progress, current, target, baseline, expected, reference, trend, brokenIn } = goal.figures
  const lead = goal.leadIndicator
  if (current === null || lead === null) return null
  const figure = { shown: words.value(current.value, lead), when: words.period(current.period) }
  const at =
    current.status === 'final'
      ? t('goals.progress.current', figure)
      : t('goals.progress.currentAs', {
          ...figure,
          status: t(`codes.measurementStatus.${current.status}`).toLocaleLowerCase(),
        })
  const percent = progress === null ? null : Math.round(progress * 100)
  return (
    <div className={styles.stack}>
      {percent !== null && baseline !== null && target !== null && (
        <Meter
          label={t('goals.progress.label')}
          value={Math.max(0, Math.min(100, percent))}
          max={100}
          tone={tones[statusOf(goal, goal.figures)]}
          text={t(percent < 0 ? 'goals.progress.wrongWay' : 'goals.progress.share', {
            share: format.share(Math.abs(percent)),
            from: words.value(baseline.value, lead),
            to: words.value(target, lead),
          })}
        />
      )}
      <p>
        {at}
        {expected !== null && ` ${t('goals.progress.expected', { shown: words.value(expected, lead) })}`}
        {reference !== null &&
          ` ${t('goals.progress.reference', { shown: words.value(reference.value, lead), when: words.period(reference.period) })}`}
        {trend !== null &&
          ` ${t(`goals.progress.trend.${trend.direction}`, { shown: words.value(Math.abs(trend.change), { ...lead, unit: lead.unit === 'percent' ? 'percentagePoints' : lead.unit }), since: words.period(trend.since) })}`}
      </p>
      {brokenIn !== null && <Note tone="warning">{t('goals.progress.broken', { when: words.period(brokenIn) })}</Note>}
    </div>
  )
}

function TargetPart({ open, editing, onTab }: PartProps) {
  const t = useT()
  const words = useTargetWords()
  const warning = useWarningAt(open.warnings)
  const { goal } = open
  const fields = [
    'targetValue',
    'targetUnit',
    'baselineValue',
    'baselineUnit',
    'baselinePeriod',
    'targetPeriod',
    'deadline',
  ]
  // Where the indicator's own figure is the baseline, nothing is missing.
  const stated = goal.figures.baseline === null ? fields : fields.filter((field) => field !== 'baselineValue')
  const remarks = stated.flatMap((field) => warning(field) ?? [])
  return (
    <section className={styles.section} aria-label={t('goals.target.title')}>
      <h3>{t('goals.target.title')}</h3>
      {!editing && <p>{words.sentence({ ...goal, figures: goal.figures })}</p>}
      {goal.baselineSource && !editing && (
        <p className={styles.quiet}>{t('goals.target.source', { source: goal.baselineSource })}</p>
      )}
      {goal.targetKind === 'qualitative' && goal.test && goal.targetValue !== null && !editing && <p>{goal.test}</p>}
      {open.reference && !editing && (
        <p className={styles.quiet}>
          {t('app.fields.referenceId')}:{' '}
          <RecordLink area="indicators" id={open.reference.id}>
            {open.reference.code} {open.reference.title}
          </RecordLink>
        </p>
      )}
      {!editing &&
        remarks.map((one) => (
          <Note key={one} tone="warning">
            {one}
          </Note>
        ))}
      {editing ? (
        <GoalTargetForm open={open} onClose={() => onTab('overview')} />
      ) : (
        <div>
          <WriteButton small icon="edit" onPress={() => onTab('overview', 'target')}>
            {t('goals.target.set')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

function SubGoals({ open: { subGoals, plan } }: { readonly open: OpenGoal }) {
  const t = useT()
  const words = useTargetWords()
  const [all, setAll] = useState(false)
  if (subGoals.length === 0) return null
  const shown = all ? subGoals : subGoals.slice(0, 10)
  const title = plan.subGoalLabel ?? t('goals.subGoals')
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {shown.map((one) => (
          <li key={one.id} className={styles.recordTop}>
            <div className={styles.words}>
              <RecordLink area="goals" id={one.id}>
                {one.code} {one.title}
              </RecordLink>
              <span className={styles.quiet}>{words.sentence(one)}</span>
            </div>
            <GoalStatusMark status={statusOf(one, one.figures)} />
          </li>
        ))}
      </ul>
      {shown.length < subGoals.length && (
        <div>
          <WriteButton small kind="quiet" onPress={() => setAll(true)}>
            {t('common.showAll')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}
