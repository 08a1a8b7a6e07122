import { useState } from 'react'
import { Dialog } from '#renderer/components/dialog.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { NewActivity } from './activity-new.tsx'
import { ActivityStatusMark } from './goal-status-mark.tsx'
import type { OpenGoal } from './goal-use.ts'

/** What is to be done for the goal by the plan, each with who and by when. */
export function GoalActivities({ open: { goal, plan, activities } }: { readonly open: OpenGoal }) {
  const t = useT()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const title = plan.activityLabel ?? t('goals.activities.title')
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {activities.length === 0 ? (
        <p className={styles.quiet}>{t('goals.activities.noneOfGoal')}</p>
      ) : (
        <ul className={styles.lines}>
          {activities.map((one) => (
            <li key={one.id} className={styles.recordTop}>
              <div className={styles.words}>
                <RecordLink area="activities" id={one.id}>
                  {[one.code, one.title].filter(Boolean).join(' ')}
                </RecordLink>
                <span className={styles.quiet}>
                  {[
                    one.responsibleName ?? t('goals.nobody'),
                    one.year,
                    one.dueOn && t('goals.activities.due', { day: format.day(one.dueOn) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <span>
                <ActivityStatusMark activity={one} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <WriteButton small icon="plus" onPress={() => setAdding(true)}>
          {t('goals.activities.add')}
        </WriteButton>
      </div>
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('goals.activities.add')} closeOutside={false}>
        <NewActivity
          planId={goal.planId}
          goalId={goal.id}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      </Dialog>
    </section>
  )
}
