import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { planOptions } from '#renderer/lib/plan-options.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { ChosenAreas } from './chosen-areas.tsx'

interface Props {
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}
type Entered = {
  title: string
  lighthouse: boolean
  startYear: string
  leadId: string | null
  planId: string | null
  newPlan: string
  focusAreaIds: string[]
  newFocusAreas: string[]
  crossCutting: boolean
}
const nothing = (): Entered => ({
  title: '',
  lighthouse: false,
  startYear: today().slice(0, 4),
  leadId: null,
  planId: null,
  newPlan: '',
  focusAreaIds: [],
  newFocusAreas: [],
  crossCutting: false,
})

/** A new project: what it is called, when it starts and what it serves. Where there is no plan yet, it is named here. */
export function NewProject(props: Props) {
  const plans = useOperation('plans.list', {})
  if (plans.error) return <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />
  if (!plans.data) return <Loading lines={4} />
  return <Form {...props} plans={plans.data} />
}

function Form({ onDone, onCancel, plans }: Props & { readonly plans: OutputOf<'plans.list'> }) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const { options: persons } = usePersonOptions()
  const [entered, setEntered] = useState(nothing)
  const [tried, setTried] = useState(false)
  const draft = useDraft<Entered>('project:new', setEntered)
  const add = useCommand('projects.add', { done: (made) => t('projects.added', { title: made.title }) })
  useFocusProblem(form, add.problem)
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  const { title, lighthouse, startYear, leadId, newPlan, newFocusAreas, crossCutting } = entered
  const plan = plans.find(({ id }) => id === entered.planId) ?? plans[0]
  // A draft may name an area that is gone, or of another plan.
  const focusAreaIds = entered.focusAreaIds.filter((id) => plan?.areas.some((area) => area.id === id))
  const year = /^\d{1,4}$/.test(startYear) ? Number(startYear) : null
  const serves = crossCutting || focusAreaIds.length > 0 || newFocusAreas.length > 0
  const unnamedPlan = !plan && newPlan.trim() === ''
  async function submit() {
    setTried(true)
    if (title.trim() === '' || year === null || unnamedPlan || !serves) return leadToRefused(form.current)
    const reply = await add.run({
      title,
      lighthouse,
      startYear: year,
      leadId,
      ...(plan ? { planId: plan.id } : { newPlan }),
      focusAreaIds,
      newFocusAreas,
      crossCutting,
    })
    if (!reply.ok) return
    draft.discard()
    onDone(reply.value.id)
  }
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  return (
    // No form element: Enter in the field of areas adds an area, and must not send the rest.
    <div ref={form} className={styles.stack}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextField
        label={t('app.fields.title')}
        required
        autoFocus
        value={title}
        onChange={(text) => set({ title: text })}
        onEnter={() => void submit()}
        problem={add.field('title') ?? missing(title.trim() === '')}
      />
      <Checkbox
        label={t('projects.list.lighthouse')}
        hint={t('projects.fields.lighthouseHint')}
        checked={lighthouse}
        onChange={(on) => set({ lighthouse: on })}
      />
      <div className={styles.pair}>
        <TextField
          label={t('app.fields.startYear')}
          required
          inputMode="numeric"
          value={startYear}
          onChange={(text) => set({ startYear: text })}
          onEnter={() => void submit()}
          problem={add.field('startYear') ?? (tried && year === null ? t('problems.field.badYear') : undefined)}
        />
        <Select
          label={t('app.fields.leadId')}
          emptyLabel={t('projects.fields.nobody')}
          options={persons}
          value={leadId}
          onChange={(chosen) => set({ leadId: chosen })}
          problem={add.field('leadId')}
        />
      </div>
      {plan ? (
        plans.length > 1 && (
          <Select
            label={t('projects.new.plan')}
            options={planOptions(t, plans)}
            value={plan.id}
            onChange={(chosen) => set({ planId: chosen })}
            problem={add.field('planId')}
          />
        )
      ) : (
        <TextField
          label={t('projects.new.planName')}
          hint={t('projects.new.planNameHint')}
          required
          value={newPlan}
          onChange={(text) => set({ newPlan: text })}
          onEnter={() => void submit()}
          problem={add.field('newPlan') ?? add.field('planId') ?? missing(unnamedPlan)}
        />
      )}
      <ChosenAreas
        areas={plan?.areas ?? []}
        chosen={focusAreaIds}
        typed={newFocusAreas}
        crossCutting={crossCutting}
        onChange={set}
        problem={
          add.field('focusAreaIds') ??
          add.field('newFocusAreas') ??
          (tried && !serves ? t('projects.new.needsArea') : undefined)
        }
      />
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
