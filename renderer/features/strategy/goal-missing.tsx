import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingSelect } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { GoalGap } from '#shared/domain/records/goal.ts'
import type { GoalTab, ToTab } from './goal-detail.tsx'
import { type OpenGoal, useReviseGoal } from './goal-use.ts'

/** Where each gap is mended: the part of the page, and the form that opens there. */
const mends: Readonly<Partial<Record<GoalGap, readonly [tab: GoalTab, edit: string | null]>>> = {
  noIndicator: ['thread', 'indicator'],
  noProject: ['thread', 'project'],
  nothingServes: ['thread', 'project'],
  noTarget: ['overview', 'target'],
  noBaseline: ['overview', 'target'],
  noTargetPeriod: ['overview', 'target'],
  noWordingInForce: ['words', null],
  statusDiffers: ['overview', 'status'],
}

/** What the goal lacks on the red thread, each with a way to mend it. */
export function GoalMissing({ open: { goal }, onTab }: { readonly open: OpenGoal; readonly onTab: ToTab }) {
  const t = useT()
  const go = useGo()
  return (
    <section className={styles.section} aria-label={t('goals.missing.title')}>
      <h3>{t('goals.missing.title')}</h3>
      {goal.gaps.length === 0 ? (
        <p>
          <Icon name="check" size={14} /> {t('goals.missing.nothing')}
        </p>
      ) : (
        <ul className={styles.lines}>
          {goal.gaps.map((gap) => {
            const mend = mends[gap]
            return (
              <li key={gap} className={styles.recordTop}>
                <span className={styles.words}>
                  <span>
                    <Icon name="warning" size={14} /> {t(`codes.goalGap.${gap}`)}
                  </span>
                </span>
                {gap === 'noResponsible' && <Responsible goal={goal} />}
                {gap === 'noRecentFigure' && (
                  <Button small onPress={() => go('figures', null, { search: { goal: goal.id } })}>
                    {t('goals.missing.mend.noRecentFigure')}
                  </Button>
                )}
                {mend && gap !== 'noRecentFigure' && gap !== 'noResponsible' && (
                  <WriteButton small onPress={() => onTab(...mend)}>
                    {t(`goals.missing.mend.${gap}`)}
                  </WriteButton>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function Responsible({ goal }: { readonly goal: OpenGoal['goal'] }) {
  const t = useT()
  const save = useReviseGoal(goal.id)
  const { options } = usePersonOptions()
  return (
    <SavingSelect
      label={t('app.fields.responsibleId')}
      hideLabel
      field="responsibleId"
      value={goal.responsibleId}
      options={options}
      onSave={(responsibleId) => save({ responsibleId })}
    />
  )
}
