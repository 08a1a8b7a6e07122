import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { NumberField } from '#renderer/components/checked-field.tsx'
import { HistoryButton } from '#renderer/components/history-button.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { spreadTarget } from '#shared/domain/visit-plan.ts'
import styles from './home.module.css'
import { monthNames } from './month-names.ts'
import own from './plan-screen.module.css'
import { useHomeView } from './view.ts'
import { YearSwitch } from './year-switch.tsx'

/** The year's target and its months. The two must agree before they can be saved. */
export function PlanScreen({ year }: { readonly year: number }) {
  const t = useT()
  const { change } = useHomeView()
  const plan = useOperation('visitPlans.show', { year })
  const partnership = usePartnership()
  const start = plan.data
    ? { target: plan.data.target, months: plan.data.distribution }
    : { target: partnership?.visitTarget ?? 0, months: spreadTarget(partnership?.visitTarget ?? 0) }
  return (
    <>
      <PageHeader
        title={t('home.plan.title', { year })}
        detail={t('home.plan.text')}
        actions={
          <>
            {plan.data && <HistoryButton entity="visitPlans" id={plan.data.id} name={t('home.plan.title', { year })} />}
            <YearSwitch year={year} />
            <Button icon="left" onPress={() => change({ show: 'overview' })}>
              {t('home.back')}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        {plan.isPending || !partnership ? <Loading lines={6} /> : null}
        {plan.error && <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />}
        {plan.data !== undefined && partnership && (
          <PlanForm key={JSON.stringify(start)} year={year} start={start} isSet={plan.data !== null} />
        )}
      </div>
    </>
  )
}

interface FormProps {
  readonly year: number
  readonly start: { readonly target: number; readonly months: readonly number[] }
  readonly isSet: boolean
}

function PlanForm({ year, start, isSet }: FormProps) {
  const t = useT()
  const language = useLanguage()
  const { change } = useHomeView()
  const [target, setTarget] = useState<number | null>(start.target)
  const [months, setMonths] = useState<readonly (number | null)[]>(start.months)
  const set = useCommand('visitPlans.set', { done: t('home.plan.saved', { year }) })
  const sum = months.reduce((total: number, one) => total + (one ?? 0), 0)
  const left = (target ?? 0) - sum
  const names = monthNames(language, 'long')
  async function save() {
    const reply = await set.run({ year, target: target ?? 0, distribution: months.map((one) => one ?? 0) })
    if (reply.ok) change({ show: 'overview' })
  }
  return (
    <div className={own.plan}>
      {!isSet && <Note>{t('home.plan.notSet')}</Note>}
      <div className={own.planTarget}>
        <NumberField label={t('home.plan.target')} value={target} onChange={setTarget} problem={set.field('target')} />
        <Button icon="chart" onPress={() => setMonths(spreadTarget(target ?? 0))}>
          {t('home.plan.spread')}
        </Button>
      </div>
      <fieldset className={own.fieldset}>
        <legend>{t('home.plan.months')}</legend>
        <div className={own.months}>
          {names.map((name, month) => (
            <NumberField
              key={name}
              label={name}
              value={months[month] ?? null}
              onChange={(value) => setMonths(months.with(month, value))}
              problem={set.field(`distribution.${month}`)}
            />
          ))}
        </div>
      </fieldset>
      <Balance left={left} sum={sum} />
      {set.problem && <ErrorNote error={set.problem} />}
      <div className={own.actions}>
        <Button kind="primary" disabled={left !== 0} busy={set.busy} onPress={() => void save()}>
          {t('home.plan.save')}
        </Button>
        <Button onPress={() => change({ show: 'overview' })}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}

/** Whether the months add up to the target, said while one types. */
function Balance({ left, sum }: { readonly left: number; readonly sum: number }) {
  const t = useT()
  const format = useFormat()
  const tone = left === 0 ? 'success' : 'warning'
  return (
    <div role="status">
      <Note tone={tone}>
        {left === 0 && t('home.plan.balanced', { sum: format.number(sum) })}
        {left > 0 && t('home.plan.missing', { count: left, sum: format.number(sum) })}
        {left < 0 && t('home.plan.tooMany', { count: -left, sum: format.number(sum) })}
      </Note>
    </div>
  )
}
