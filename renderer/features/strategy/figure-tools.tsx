import { memo } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type ColumnKind, columnKinds, mostYears } from './figure-columns.ts'
import type { FiguresState } from './figure-state.ts'
import styles from './figures.module.css'
import { useGoalChoice, usePlanOptions } from './goal-use.ts'

interface Props {
  readonly text: string
  /** Only some indicators are shown: those of a goal, or chosen ones. */
  readonly narrowed: boolean
  readonly change: (changes: Partial<FiguresState>) => void
  readonly planId: string | null
  readonly goalId: string | null
  readonly kind: ColumnKind
  /** How many rows each kind of column has. */
  readonly counts: Readonly<Record<ColumnKind, number>>
  readonly fromYear: number
  readonly toYear: number
}

/** Which rows and which columns: a plan, a goal of it, words, how often it is counted, from one year to another. Built anew only for these, not at each cell. */
export const FigureTools = memo(function FigureTools(props: Props) {
  const { text, narrowed, change, planId, goalId, kind, counts, fromYear, toYear } = props
  const t = useT()
  const format = useFormat()
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: mostYears }, (_, back) => thisYear + 1 - back)
  const options = [...new Set([...years, fromYear, toYear])]
    .sort((a, b) => b - a)
    .map((year) => ({ key: String(year), label: String(year) }))
  // A goal that the address names may be of another plan than the one shown.
  const plan = useGoalChoice(null, goalId).goal?.planId ?? planId
  const goals = useGoalChoice(plan, goalId)
  const plans = usePlanOptions()
  const offered = columnKinds.filter((one) => counts[one] > 0 || one === kind)
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.plan}>
          <Select
            label={t('app.fields.planId')}
            options={[...plans.options, { key: 'all', label: t('indicators.figures.allPlans') }]}
            value={plan ?? 'all'}
            onChange={(chosen) => change({ plan: chosen, goal: null, ids: [] })}
          />
        </div>
        <div className={styles.goal}>
          <ComboBox
            label={t('app.fields.goalId')}
            placeholder={t('indicators.list.anyGoal')}
            value={goals.option}
            suggest={goals.suggest}
            onChange={(option) => change({ plan, goal: option?.key ?? null, ids: [] })}
          />
        </div>
        <div className={styles.search}>
          <ListSearch label={t('indicators.list.search')} value={text} onChange={(next) => change({ text: next })} />
        </div>
        {offered.length > 1 && (
          <RadioGroup
            label={t('indicators.figures.kind')}
            hideLabel
            look="segments"
            options={offered.map((key) => ({
              key,
              label: t(`indicators.figures.kinds.${key}`, { shown: format.number(counts[key]) }),
            }))}
            value={kind}
            onChange={(next) => change({ kind: next, from: '', to: '' })}
          />
        )}
        <div className={styles.to}>
          <div className={styles.year}>
            <Select
              label={t('indicators.figures.from')}
              options={options.filter(({ key }) => Number(key) <= toYear && Number(key) > toYear - mostYears)}
              value={String(fromYear)}
              onChange={(from) => change({ from: from ?? '' })}
            />
          </div>
          <div className={styles.year}>
            <Select
              label={t('indicators.figures.to')}
              options={options.filter(({ key }) => Number(key) >= fromYear)}
              value={String(toYear)}
              onChange={(to) => change({ to: to ?? '', from: String(fromYear) })}
            />
          </div>
        </div>
        <div className={styles.end}>
          <Popover label={t('indicators.figures.keys')} icon="help">
            <p className={styles.keys}>{t('indicators.figures.keysText')}</p>
          </Popover>
        </div>
      </div>
      {narrowed && (
        <div className={styles.chosen}>
          <span>{t('indicators.figures.narrowed')}</span>
          <Button small onPress={() => change({ goal: null, ids: [] })}>
            {t('common.showAll')}
          </Button>
        </div>
      )}
    </>
  )
})
