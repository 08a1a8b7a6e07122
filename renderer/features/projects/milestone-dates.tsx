import { useState } from 'react'
import styles from '#renderer/components/parts.module.css'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { DateForm } from './date-form.tsx'
import type { OpenMilestone } from './milestone-body.tsx'
import { MilestoneStateMark } from './milestone-state.tsx'
import own from './projects.module.css'
import { RebaselineForm } from './rebaseline-form.tsx'
import { useSlipWords } from './use-slip-words.ts'

type Doing = 'forecast' | 'reach' | 'rebaseline'

/** Baseline, forecast and actual side by side, and one form for each. */
export function MilestoneDates({ open }: { readonly open: OpenMilestone }) {
  const t = useT()
  const slip = useSlipWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { milestone } = open
  const { id, baselineOn, forecastOn, actualOn, deviationReason } = milestone
  const forecast = useCommand('milestones.forecast', { done: t('projects.milestones.forecast.done') })
  const reach = useCommand('milestones.reach', { done: t('projects.milestones.reach.done') })
  const close = () => setDoing(null)
  return (
    <section className={styles.section} aria-label={t('projects.milestones.dates')}>
      <div className={styles.sectionTop}>
        <h3>{t('projects.milestones.dates')}</h3>
        <span>
          <MilestoneStateMark state={milestone.state} /> <span className={styles.quiet}>{slip(milestone)}</span>
        </span>
      </div>
      <ThreeDates open={open} />
      {doing === null && <DateButtons open={open} onDo={setDoing} />}
      {doing === 'forecast' && (
        <DateForm
          words="forecast"
          baselineOn={baselineOn}
          given={forecastOn ?? baselineOn}
          reason=""
          draftKey={`milestone:${id}:forecast`}
          command={forecast}
          problemOf={['forecastOn', 'deviationReason', 'reason']}
          onSave={(day, why) => forecast.run({ id, forecastOn: day, reason: why })}
          onClose={close}
        />
      )}
      {doing === 'reach' && (
        <DateForm
          words="reach"
          baselineOn={baselineOn}
          given={actualOn ?? today()}
          // Why it came late has most often been told with the forecast.
          reason={deviationReason ?? ''}
          draftKey={`milestone:${id}:reach`}
          command={reach}
          problemOf={['actualOn', 'deviationReason', 'reason']}
          onSave={(day, why) => reach.run({ id, actualOn: day, reason: why })}
          onClose={close}
        />
      )}
      {doing === 'rebaseline' && <RebaselineForm milestone={milestone} onClose={close} />}
    </section>
  )
}

function ThreeDates({ open }: { readonly open: OpenMilestone }) {
  const t = useT()
  const format = useFormat()
  const { milestone, decisionNumber } = open
  const { baselineOn, baselineSetOn, forecastOn, actualOn, rebaselined } = milestone
  return (
    <dl className={own.dates}>
      <div className={own.date}>
        <dt>{t('app.fields.baselineOn')}</dt>
        <dd>{format.day(baselineOn)}</dd>
        <dd>
          {[
            t('projects.milestones.setOn', { day: format.day(baselineSetOn) }),
            decisionNumber && t('projects.milestones.decision', { number: decisionNumber }),
            rebaselined > 0 && t('projects.milestones.rebaselined', { count: rebaselined }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </dd>
      </div>
      <div className={own.date}>
        <dt>{t('app.fields.forecastOn')}</dt>
        <dd>{forecastOn ? format.day(forecastOn) : t('projects.milestones.notSaid')}</dd>
      </div>
      <div className={own.date}>
        <dt>{t('app.fields.actualOn')}</dt>
        <dd>{actualOn ? format.day(actualOn) : t('projects.milestones.notReached')}</dd>
      </div>
    </dl>
  )
}

function DateButtons({ open, onDo }: { readonly open: OpenMilestone; readonly onDo: (doing: Doing) => void }) {
  const t = useT()
  const { id, forecastOn, actualOn } = open.milestone
  const noForecast = useCommand('milestones.forecast', {
    done: t('projects.milestones.forecast.cleared'),
    problemAsToast: true,
  })
  const notReached = useCommand('milestones.reach', {
    done: t('projects.milestones.reach.cleared'),
    problemAsToast: true,
  })
  return (
    <div className={styles.buttons}>
      {actualOn === null && (
        <WriteButton icon="calendar" onPress={() => onDo('forecast')}>
          {t(`projects.milestones.forecast.${forecastOn ? 'change' : 'set'}`)}
        </WriteButton>
      )}
      <WriteButton icon="check" onPress={() => onDo('reach')}>
        {t(`projects.milestones.reach.${actualOn ? 'change' : 'set'}`)}
      </WriteButton>
      {actualOn === null && (
        <WriteButton icon="flag" onPress={() => onDo('rebaseline')}>
          {t('projects.milestones.rebaseline.set')}
        </WriteButton>
      )}
      {actualOn === null && forecastOn !== null && (
        <WriteButton kind="quiet" busy={noForecast.busy} onPress={() => void noForecast.run({ id, forecastOn: null })}>
          {t('projects.milestones.forecast.clear')}
        </WriteButton>
      )}
      {actualOn !== null && (
        <WriteButton kind="quiet" busy={notReached.busy} onPress={() => void notReached.run({ id, actualOn: null })}>
          {t('projects.milestones.reach.clear')}
        </WriteButton>
      )}
    </div>
  )
}
