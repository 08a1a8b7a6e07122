import styles from '#renderer/components/parts.module.css'
import { SavingComboBox, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useIndicatorSuggestions } from './goal-reference-fields.tsx'
import { type OpenGoal, useGoalOptions, usePlanOptions, useReviseGoal } from './goal-use.ts'

/** What the goal is called, where it stands in its plan and who answers for it; each field saves itself. */
export function GoalFields({ open }: { readonly open: OpenGoal }) {
  const t = useT()
  const { goal, plan } = open
  const save = useReviseGoal(goal.id)
  const persons = usePersonOptions(goal.responsibleId ? [goal.responsibleId] : [])
  const { areas } = usePlanOptions(goal.planId)
  const above = useGoalOptions(goal.planId, goal.id)
  const indicators = useIndicatorSuggestions(goal.referenceId)
  const lead = goal.leadIndicator
  return (
    <div className={styles.part}>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        value={goal.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.code')}
          required
          field="code"
          value={goal.code}
          onSave={(code) => save({ code: code ?? '' })}
        />
        <SavingSelect
          label={t('app.fields.responsibleId')}
          emptyLabel={t('goals.nobody')}
          field="responsibleId"
          value={goal.responsibleId}
          options={persons.options}
          onSave={(responsibleId) => save({ responsibleId })}
        />
        <SavingSelect
          label={plan.areaLabel ?? t('goals.list.area')}
          emptyLabel={t('goals.noArea')}
          field="focusAreaId"
          value={goal.focusAreaId}
          options={areas}
          onSave={(focusAreaId) => save({ focusAreaId })}
        />
        <SavingSelect
          label={t('app.fields.parentId')}
          emptyLabel={t('goals.noParent')}
          field="parentId"
          value={goal.parentId}
          options={above.options}
          // A sub-goal lies in the area of the goal above it: both in one change.
          onSave={(parentId) => {
            const parent = above.rows.find(({ id }) => id === parentId)
            return save({ parentId, ...(parent ? { focusAreaId: parent.focusAreaId } : {}) })
          }}
        />
      </div>
      <SavingComboBox
        label={t('app.fields.leadIndicatorId')}
        hint={t('goals.fields.leadHint')}
        field="leadIndicatorId"
        value={lead && { key: lead.id, label: `${lead.code} ${lead.title}` }}
        suggest={indicators}
        onSave={(option) => save({ leadIndicatorId: option?.key ?? null })}
      />
      <SavingText
        label={t('app.fields.definition')}
        field="definition"
        multiline
        value={goal.definition}
        draftKey={`goal:${goal.id}:definition`}
        onSave={(definition) => save({ definition })}
      />
    </div>
  )
}
