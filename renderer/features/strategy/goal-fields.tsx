import styles from '#renderer/components/parts.module.css'
import { SavingComboBox, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useIndicatorSuggestions } from './goal-reference-fields.tsx'
import { type OpenGoal, useGoalChoice, usePlanOptions, useReviseGoal } from './goal-use.ts'

/** What the goal is called, where it stands in its plan and who answers for it; each field saves itself. */
export function GoalFields({ open }: { readonly open: OpenGoal }) {
  const t = useT()
  const { goal, plan, parent } = open
  const save = useReviseGoal(goal.id)
  const persons = usePersonOptions(goal.responsibleId ? [goal.responsibleId] : [])
  const { areas } = usePlanOptions(goal.planId)
  const above = useGoalChoice(goal.planId, null, goal.id)
  const indicators = useIndicatorSuggestions(goal.referenceId)
  const lead = goal.leadIndicator
  return (
    <div className={styles.part}>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`goal:${goal.id}:title`}
        value={goal.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.code')}
          required
          field="code"
          draftKey={`goal:${goal.id}:code`}
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
        <SavingComboBox
          label={t('app.fields.parentId')}
          placeholder={t('goals.noParent')}
          field="parentId"
          value={parent && { key: parent.id, label: `${parent.code} ${parent.title}` }}
          suggest={above.suggest}
          // A sub-goal lies in the area of the goal above it: both in one change.
          onSave={(option) => {
            const chosen = above.rowOf(option?.key ?? null)
            return save({ parentId: option?.key ?? null, ...(chosen ? { focusAreaId: chosen.focusAreaId } : {}) })
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
