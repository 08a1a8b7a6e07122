import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useGoalChoice, usePlanOptions } from './goal-use.ts'
import { NeedsPlan } from './needs-plan.tsx'

interface Props {
  /** The plan that the list is narrowed to; null = the first one. */
  readonly planId: string | null
  /** The goal that it is for, where that is given. */
  readonly goalId?: string | null
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}
type Entered = {
  planId: string | null
  goalId: string | null
  focusAreaId: string | null
  title: string
  year: string
  dueOn: string | null
  responsibleId: string | null
}

/** A new activity: what, for which goal or area, by whom and by when. */
export function NewActivity(props: Props) {
  const t = useT()
  return (
    <NeedsPlan planId={props.planId} none={t('goals.activities.noPlan')}>
      {(planId) => <Form {...props} planId={planId} />}
    </NeedsPlan>
  )
}

function Form({ planId, goalId = null, onDone, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<Entered>({
    planId,
    goalId,
    focusAreaId: null,
    title: '',
    year: '',
    dueOn: null,
    responsibleId: null,
  })
  const [tried, setTried] = useState(false)
  const [dayReadable, setDayReadable] = useState(true)
  const draft = useDraft<Entered>(goalId ? `goal:${goalId}:activity` : 'activity:new', setEntered)
  const { options: persons } = usePersonOptions()
  const all = usePlanOptions()
  const plan = all.plans.find(({ id }) => id === entered.planId) ?? all.plans[0]
  const { areas } = usePlanOptions(plan?.id ?? null)
  const goals = useGoalChoice(plan?.id ?? null, entered.goalId)
  const add = useCommand('activities.add', { done: (made) => t('goals.activities.added', { title: made.title }) })
  useFocusProblem(form, add.problem)
  const { title, year } = entered
  const { goal } = goals
  // An activity of a goal lies in the area of that goal.
  const focusAreaId = goal
    ? goal.focusAreaId
    : areas.some(({ key }) => key === entered.focusAreaId)
      ? entered.focusAreaId
      : null
  const yearRead = year.trim() === '' ? null : /^\d{4}$/.test(year.trim()) ? Number(year) : undefined
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  async function submit() {
    setTried(true)
    if (title.trim() === '' || !plan || yearRead === undefined || !dayReadable) return leadToRefused(form.current)
    const reply = await add.run({
      planId: plan.id,
      goalId: goal?.id ?? null,
      focusAreaId,
      title,
      year: yearRead,
      dueOn: entered.dueOn,
      responsibleId: entered.responsibleId,
    })
    if (!reply.ok) return
    draft.discard()
    onDone(reply.value.id)
  }
  return (
    <div ref={form} className={styles.stack}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      {goalId === null && all.options.length > 1 && (
        <Select
          label={t('app.fields.planId')}
          options={all.options}
          value={plan?.id ?? null}
          onChange={(chosen) => set({ planId: chosen, goalId: null, focusAreaId: null })}
          problem={add.field('planId')}
        />
      )}
      <TextField
        label={t('app.fields.title')}
        required
        autoFocus
        value={title}
        onChange={(text) => set({ title: text })}
        onEnter={() => void submit()}
        problem={add.field('title') ?? (tried && title.trim() === '' ? t('problems.field.required') : undefined)}
      />
      <div className={styles.pair}>
        {goalId === null && (
          <ComboBox
            key={plan?.id}
            label={t('app.fields.goalId')}
            placeholder={t('goals.activities.noGoal')}
            suggest={goals.suggest}
            value={goals.option}
            onChange={(option) => set({ goalId: option?.key ?? null })}
            problem={add.field('goalId')}
          />
        )}
        {goal === null && (
          <Select
            label={plan?.areaLabel ?? t('goals.list.area')}
            emptyLabel={t('goals.noArea')}
            options={areas}
            value={focusAreaId}
            onChange={(chosen) => set({ focusAreaId: chosen })}
            problem={add.field('focusAreaId')}
          />
        )}
        <TextField
          label={t('app.fields.year')}
          hint={t('goals.activities.yearHint')}
          inputMode="numeric"
          value={year}
          onChange={(text) => set({ year: text })}
          onEnter={() => void submit()}
          problem={add.field('year') ?? (tried && yearRead === undefined ? t('problems.field.badYear') : undefined)}
        />
        <DayField
          label={t('app.fields.dueOn')}
          yearless="future"
          value={entered.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          onValid={setDayReadable}
          problem={add.field('dueOn')}
        />
        <Select
          label={t('app.fields.responsibleId')}
          emptyLabel={t('goals.nobody')}
          options={persons}
          value={entered.responsibleId}
          onChange={(responsibleId) => set({ responsibleId })}
          problem={add.field('responsibleId')}
        />
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onCancel()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
