import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { comparators, targetKinds } from '#shared/domain/records/goal.ts'
import { indicatorUnits } from '#shared/domain/records/indicator.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { GoalBaselineFields } from './goal-baseline-fields.tsx'
import { GoalReferenceFields } from './goal-reference-fields.tsx'
import { type EnteredTarget, enteredOf, readTarget, unitTyped } from './goal-target-read.ts'
import { fieldsOfKind, unitOfValue, useTargetWords } from './goal-target-words.ts'
import type { OpenGoal } from './goal-use.ts'

interface Props {
  readonly open: OpenGoal
  readonly onClose: () => void
}

/** What the goal aims at: its kind, the fields that this kind needs, and a sentence that reads back what was set. */
export function GoalTargetForm({ open: { goal, reference }, onClose }: Props) {
  const t = useT()
  const words = useTargetWords()
  const language = useLanguage()
  const form = useRef<HTMLFieldSetElement>(null)
  const lead = goal.leadIndicator
  const [entered, setEntered] = useState<EnteredTarget>(() => enteredOf(goal, language))
  const [tried, setTried] = useState(false)
  const [dayReadable, setDayReadable] = useState(true)
  const draft = useDraft<EnteredTarget>(`goal:${goal.id}:target`, setEntered)
  const revise = useCommand('goals.revise', { done: t('goals.target.done') })
  useFocusProblem(form, revise.problem)
  const { targetKind: kind } = entered
  const needs = fieldsOfKind[kind]
  const read = readTarget(entered, lead)
  const unit = unitOfValue(kind, entered.targetUnit, lead)
  function set(changes: Partial<EnteredTarget>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    revise.reset()
    draft.keep(next)
  }
  /** A unit typed behind a number is chosen, where none is. */
  const takeUnit = (field: 'targetUnit' | 'baselineUnit', text: string) => {
    const typed = unitTyped(text)
    const free = entered[field] === null && (lead === null || lead.unit === 'notStated')
    if (typed && free && (field === 'baselineUnit' || needs.unit)) set({ [field]: typed })
  }
  async function submit() {
    setTried(true)
    if (!read.ok || !dayReadable) return leadToRefused(form.current)
    const reply = await revise.run({ id: goal.id, changes: read.value })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const problem = (field: keyof EnteredTarget) => {
    const own = read.ok ? undefined : read.wrong[field]
    return revise.field(field) ?? (own && (tried || entered.left.includes(field)) ? messageText(t, own) : undefined)
  }
  const leave = (field: keyof EnteredTarget) =>
    setEntered((now) => (now.left.includes(field) ? now : { ...now, left: [...now.left, field] }))
  const units = indicatorUnits.map((key) => ({ key, label: t(`codes.indicatorUnit.${key}`) }))
  return (
    <InlineForm ref={form} title={t('goals.target.set')}>
      {revise.problem && !revise.problem.fields && <ErrorNote error={revise.problem} />}
      <Select
        label={t('app.fields.targetKind')}
        autoFocus
        options={targetKinds.map((key) => ({
          key,
          label: t(`codes.targetKind.${key}`),
          detail: t(`goals.target.kinds.${key}`),
        }))}
        value={kind}
        onChange={(next) => set({ targetKind: next ?? kind })}
        problem={problem('targetKind')}
      />
      {needs.test && (
        <TextArea
          label={t('app.fields.test')}
          hint={t('goals.target.testHint')}
          required
          rows={3}
          value={entered.test}
          onChange={(test) => set({ test })}
          problem={problem('test')}
        />
      )}
      {needs.reference && (
        <GoalReferenceFields
          entered={entered}
          set={set}
          problem={problem}
          reference={reference}
          except={goal.leadIndicatorId}
        />
      )}
      {needs.value && (
        <div className={styles.pair}>
          {needs.comparator && (
            <Select
              label={t('app.fields.comparator')}
              emptyLabel={t('goals.target.comparatorByDirection')}
              options={comparators.map((key) => ({ key, label: t(`codes.comparator.${key}`) }))}
              value={entered.comparator}
              onChange={(comparator) => set({ comparator })}
              problem={problem('comparator')}
            />
          )}
          <TextField
            label={t(`goals.target.valueOf.${kind}`)}
            hint={t(`goals.target.hintOf.${kind}`)}
            inputMode="text"
            value={entered.targetValue}
            onChange={(targetValue) => set({ targetValue })}
            onBlur={() => {
              leave('targetValue')
              takeUnit('targetUnit', entered.targetValue)
            }}
            onEnter={() => void submit()}
            problem={problem('targetValue')}
          />
          {needs.unit && (
            <Select
              label={t('app.fields.targetUnit')}
              emptyLabel={
                lead
                  ? t('goals.target.unitOfLead', { unit: t(`codes.indicatorUnit.${unitOfValue(kind, null, lead)}`) })
                  : t('goals.target.noUnit')
              }
              options={units}
              value={entered.targetUnit}
              onChange={(targetUnit) => set({ targetUnit })}
              problem={problem('targetUnit')}
            />
          )}
        </div>
      )}
      {needs.baseline && (
        <GoalBaselineFields
          entered={entered}
          set={set}
          leave={(field) => {
            leave(field)
            if (field === 'baselineValue') takeUnit('baselineUnit', entered.baselineValue)
          }}
          problem={problem}
          lead={lead}
          onEnter={() => void submit()}
        />
      )}
      {kind !== 'none' && (
        <div className={styles.pair}>
          <TextField
            label={t('app.fields.targetPeriod')}
            hint={t('goals.target.periodHint')}
            value={entered.targetPeriod}
            onChange={(targetPeriod) => set({ targetPeriod })}
            onBlur={() => leave('targetPeriod')}
            onEnter={() => void submit()}
            problem={problem('targetPeriod')}
          />
          <DayField
            label={t('app.fields.deadline')}
            value={entered.deadline}
            onChange={(deadline) => set({ deadline })}
            onValid={setDayReadable}
            yearless="future"
            problem={problem('deadline')}
          />
        </div>
      )}
      <p role="status">
        <strong>{t('goals.target.readBack')}</strong>{' '}
        {read.ok
          ? words.sentence({
              ...goal,
              ...read.value,
              targetUnit: kind === 'none' ? null : unit,
              figures: { target: null, baseline: goal.figures.baseline },
            })
          : t('goals.target.notReadable')}
      </p>
      <div className={styles.buttons}>
        <Button kind="primary" busy={revise.busy} onPress={() => void submit()}>
          {t('goals.save')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onClose()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </InlineForm>
  )
}
