import { useState } from 'react'
import { Note } from '#renderer/components/notes.tsx'
import { SavingParsed, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { periodWarnings } from '#shared/domain/plan-rules.ts'
import { planStatuses } from '#shared/domain/records/plan.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { AddForm } from './add-form.tsx'
import { PlanAreas } from './plan-areas.tsx'
import { Register } from './register.tsx'
import styles from './settings.module.css'

export type PlanRow = OutputOf<'plans.list'>[number]

/** The plans that projects serve, each with its focus areas. */
export function PlanPage() {
  const t = useT()
  const plans = useOperation('plans.list', {})
  const remove = useCommand('plans.remove', { done: t('settings.removed'), problemAsToast: true })
  const years = ({ periodFrom: from, periodTo: to }: PlanRow) => {
    if (from !== null && to !== null) return t('projects.plans.years', { from, to })
    if (from !== null) return t('projects.plans.from', { from })
    return to !== null ? t('projects.plans.to', { to }) : null
  }
  return (
    <>
      <p className={styles.quiet}>{t('projects.plans.text')}</p>
      <Register
        entity="plans"
        query={plans}
        titleOf={(plan) => plan.title}
        detailOf={(plan) => [plan.versionLabel, years(plan)].filter(Boolean).join(' · ')}
        badgeOf={(plan) => t(`codes.planStatus.${plan.status}`)}
        fields={(plan) => <PlanFields plan={plan} />}
        addLabel={t('projects.plans.add')}
        addForm={(done, cancel) => <AddPlan onDone={done} onCancel={cancel} />}
        onRemove={(plan) => void remove.run({ id: plan.id })}
        empty={t('projects.plans.empty')}
      />
    </>
  )
}

function PlanFields({ plan }: { readonly plan: PlanRow }) {
  const t = useT()
  const format = useFormat()
  const revise = useCommand('plans.revise')
  const save = (changes: InputOf<'plans.revise'>['changes']) => revise.run({ id: plan.id, changes })
  const [warning] = Object.values(periodWarnings(plan))
  // A year has no thousands sign.
  const year = { format: (value: number | null) => (value === null ? '' : String(value)), parse: format.parseCount }
  return (
    <>
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.title')}
          required
          field="title"
          value={plan.title}
          onSave={(title) => save({ title: title ?? '' })}
        />
        <SavingText
          label={t('app.fields.versionLabel')}
          field="versionLabel"
          value={plan.versionLabel}
          onSave={(versionLabel) => save({ versionLabel })}
        />
        <SavingSelect
          label={t('app.fields.status')}
          field="status"
          value={plan.status}
          options={planStatuses.map((key) => ({ key, label: t(`codes.planStatus.${key}`) }))}
          onSave={(status) => save(status ? { status } : {})}
        />
        <SavingText
          label={t('app.fields.areaLabel')}
          hint={t('projects.plans.areaLabelHint')}
          field="areaLabel"
          value={plan.areaLabel}
          onSave={(areaLabel) => save({ areaLabel })}
        />
        <SavingParsed<number>
          label={t('app.fields.periodFrom')}
          field="periodFrom"
          value={plan.periodFrom}
          {...year}
          onSave={(periodFrom) => save({ periodFrom })}
        />
        <SavingParsed<number>
          label={t('app.fields.periodTo')}
          field="periodTo"
          value={plan.periodTo}
          {...year}
          onSave={(periodTo) => save({ periodTo })}
        />
      </div>
      {warning && <Note tone="warning">{messageText(t, warning)}</Note>}
      <PlanAreas plan={plan} />
    </>
  )
}

function AddPlan({ onDone, onCancel }: { readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const t = useT()
  const [title, setTitle] = useState('')
  const [versionLabel, setVersion] = useState('')
  const add = useCommand('plans.add', { done: t('settings.added') })
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={onCancel}
      onSave={() =>
        void add
          .run({ title, versionLabel: versionLabel.trim() === '' ? null : versionLabel })
          .then((reply) => reply.ok && onDone(reply.value.id))
      }
    >
      <TextField
        label={t('app.fields.title')}
        required
        autoFocus
        value={title}
        onChange={setTitle}
        problem={add.field('title')}
      />
      <TextField
        label={t('app.fields.versionLabel')}
        value={versionLabel}
        onChange={setVersion}
        problem={add.field('versionLabel')}
      />
    </AddForm>
  )
}
