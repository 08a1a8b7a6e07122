import { SavingParsed, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Strategy } from '#shared/domain/records/goal.ts'
import styles from './plan.module.css'
import { linesOf, textOf } from './plan-lines.ts'
import type { PlanActivity, PlanGoal } from './plan-use.ts'

/** The fields of a goal that are met in the tree; all others stand on its own page. */
export function GoalEditor({ goal }: { readonly goal: PlanGoal }) {
  const revise = useCommand('goals.revise')
  const t = useT()
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('app.fields.code')}
        required
        field="code"
        draftKey={`goal:${goal.id}:code`}
        value={goal.code}
        onSave={(code) => revise.run({ id: goal.id, changes: { code: code ?? '' } })}
      />
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`goal:${goal.id}:title`}
        value={goal.title}
        onSave={(title) => revise.run({ id: goal.id, changes: { title: title ?? '' } })}
      />
      <Responsible
        value={goal.responsibleId}
        onSave={(responsibleId) => revise.run({ id: goal.id, changes: { responsibleId } })}
      />
    </div>
  )
}

export function ActivityEditor({ activity }: { readonly activity: PlanActivity }) {
  const t = useT()
  const format = useFormat()
  const revise = useCommand('activities.revise')
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('app.fields.code')}
        field="code"
        draftKey={`activity:${activity.id}:code`}
        value={activity.code}
        onSave={(code) => revise.run({ id: activity.id, changes: { code } })}
      />
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`activity:${activity.id}:title`}
        value={activity.title}
        onSave={(title) => revise.run({ id: activity.id, changes: { title: title ?? '' } })}
      />
      <SavingParsed<number>
        label={t('app.fields.year')}
        field="year"
        draftKey={`activity:${activity.id}:year`}
        value={activity.year}
        // A year has no thousands sign.
        format={(value) => (value === null ? '' : String(value))}
        parse={format.parseCount}
        onSave={(year) => revise.run({ id: activity.id, changes: { year } })}
      />
      <Responsible
        value={activity.responsibleId}
        onSave={(responsibleId) => revise.run({ id: activity.id, changes: { responsibleId } })}
      />
    </div>
  )
}

export function StrategyEditor({ strategy: { id, text, examples } }: { readonly strategy: Strategy }) {
  const t = useT()
  const revise = useCommand('strategies.revise')
  return (
    <>
      <SavingText
        label={t('strategy.labels.strategy')}
        required
        field="text"
        multiline
        rows={3}
        value={text}
        draftKey={`strategy:${id}:text`}
        onSave={(next) => revise.run({ id, changes: { text: next ?? '' } })}
      />
      <SavingText
        label={t('app.fields.examples')}
        hint={t('strategy.tree.examplesHint')}
        field="examples"
        draftKey={`strategy:${id}:examples`}
        multiline
        rows={2}
        value={textOf(examples)}
        onSave={(next) => revise.run({ id, changes: { examples: linesOf(next) } })}
      />
    </>
  )
}

/** Who answers for it. */
export function Responsible({
  value,
  onSave,
}: {
  readonly value: string | null
  readonly onSave: (id: string | null) => Promise<Reply>
}) {
  const t = useT()
  const persons = usePersonOptions(value ? [value] : [])
  return (
    <SavingSelect
      label={t('app.fields.responsibleId')}
      emptyLabel={t('strategy.tree.nobody')}
      field="responsibleId"
      value={value}
      options={persons.options}
      onSave={onSave}
    />
  )
}
