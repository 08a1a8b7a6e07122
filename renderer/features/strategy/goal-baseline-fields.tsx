import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { indicatorUnits } from '#shared/domain/records/indicator.ts'
import type { Unit } from './figure-words.ts'
import type { EnteredTarget } from './goal-target-read.ts'

interface Props {
  readonly entered: EnteredTarget
  readonly set: (changes: Partial<EnteredTarget>) => void
  readonly leave: (field: keyof EnteredTarget) => void
  readonly problem: (field: keyof EnteredTarget) => string | undefined
  readonly lead: Unit | null
  readonly onEnter: () => void
}

/** Where it starts from: the value, its unit, its period and who says so. */
export function GoalBaselineFields({ entered, set, leave, problem, lead, onEnter }: Props) {
  const t = useT()
  return (
    <div className={styles.pair}>
      <TextField
        label={t('app.fields.baselineValue')}
        inputMode="text"
        value={entered.baselineValue}
        onChange={(baselineValue) => set({ baselineValue })}
        onBlur={() => leave('baselineValue')}
        onEnter={onEnter}
        problem={problem('baselineValue')}
      />
      <Select
        label={t('app.fields.baselineUnit')}
        emptyLabel={
          lead
            ? t('goals.target.unitOfLead', { unit: t(`codes.indicatorUnit.${lead.unit}`) })
            : t('goals.target.noUnit')
        }
        options={indicatorUnits.map((key) => ({ key, label: t(`codes.indicatorUnit.${key}`) }))}
        value={entered.baselineUnit}
        onChange={(baselineUnit) => set({ baselineUnit })}
        problem={problem('baselineUnit')}
      />
      <TextField
        label={t('app.fields.baselinePeriod')}
        hint={t('goals.target.periodHint')}
        value={entered.baselinePeriod}
        onChange={(baselinePeriod) => set({ baselinePeriod })}
        onBlur={() => leave('baselinePeriod')}
        onEnter={onEnter}
        problem={problem('baselinePeriod')}
      />
      <TextField
        label={t('app.fields.baselineSource')}
        value={entered.baselineSource}
        onChange={(baselineSource) => set({ baselineSource })}
        onEnter={onEnter}
        problem={problem('baselineSource')}
      />
    </div>
  )
}
