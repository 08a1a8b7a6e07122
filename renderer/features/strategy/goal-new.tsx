import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
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
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}
type Entered = {
  planId: string | null
  focusAreaId: string | null
  parentId: string | null
  code: string
  title: string
  responsibleId: string | null
}

/** A new goal: where in which plan, what it is called. Its target is set on its page. */
export function NewGoal(props: Props) {
  const t = useT()
  return (
    <NeedsPlan planId={props.planId} none={t('goals.new.noPlan')}>
      {(planId) => <Form {...props} planId={planId} />}
    </NeedsPlan>
  )
}

function Form({ planId, onDone, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<Entered>({
    planId,
    focusAreaId: null,
    parentId: null,
    code: '',
    title: '',
    responsibleId: null,
  })
  const [tried, setTried] = useState(false)
  const draft = useDraft<Entered>('goal:new', setEntered)
  const { options: persons } = usePersonOptions()
  const all = usePlanOptions()
  // A draft may name a plan that is gone.
  const plan = all.plans.find(({ id }) => id === entered.planId) ?? all.plans[0]
  const { areas } = usePlanOptions(plan?.id ?? null)
  const above = useGoalChoice(plan?.id ?? null, entered.parentId)
  const add = useCommand('goals.add', { done: (made) => t('goals.added', { code: made.code, title: made.title }) })
  useFocusProblem(form, add.problem)
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  const { title, code } = entered
  const focusAreaId = areas.some(({ key }) => key === entered.focusAreaId) ? entered.focusAreaId : null
  async function submit() {
    setTried(true)
    if (title.trim() === '' || !plan) return leadToRefused(form.current)
    const reply = await add.run({
      planId: plan.id,
      title,
      focusAreaId,
      parentId: above.goal?.id ?? null,
      responsibleId: entered.responsibleId,
      ...(code.trim() === '' ? {} : { code }),
    })
    if (!reply.ok) return
    draft.discard()
    onDone(reply.value.id)
  }
  return (
    <div ref={form} className={styles.stack}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      {all.options.length > 1 && (
        <Select
          label={t('app.fields.planId')}
          options={all.options}
          value={plan?.id ?? null}
          onChange={(chosen) => set({ planId: chosen, focusAreaId: null, parentId: null })}
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
        <TextField
          label={t('app.fields.code')}
          hint={t('goals.new.codeHint')}
          value={code}
          onChange={(text) => set({ code: text })}
          onEnter={() => void submit()}
          problem={add.field('code')}
        />
        <Select
          label={t('app.fields.responsibleId')}
          emptyLabel={t('goals.nobody')}
          options={persons}
          value={entered.responsibleId}
          onChange={(responsibleId) => set({ responsibleId })}
          problem={add.field('responsibleId')}
        />
        <Select
          label={plan?.areaLabel ?? t('goals.list.area')}
          emptyLabel={t('goals.noArea')}
          options={areas}
          value={focusAreaId}
          onChange={(chosen) => set({ focusAreaId: chosen })}
          problem={add.field('focusAreaId')}
        />
        <ComboBox
          key={plan?.id}
          label={t('app.fields.parentId')}
          placeholder={t('goals.noParent')}
          suggest={above.suggest}
          value={above.option}
          onChange={(option) => {
            const chosen = above.rowOf(option?.key ?? null)
            // A sub-goal lies in the area of the goal above it.
            set({ parentId: option?.key ?? null, ...(chosen ? { focusAreaId: chosen.focusAreaId } : {}) })
          }}
          problem={add.field('parentId')}
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
