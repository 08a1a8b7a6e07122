import { useRef, useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addDays } from '#shared/domain/days.ts'
import { type Action, actionPriorities } from '#shared/domain/records/decision.ts'
import { Button } from './button.tsx'
import { DayField } from './checked-field.tsx'
import { InlineForm } from './inline-form.tsx'
import styles from './new-action.module.css'
import { ErrorNote } from './notes.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-field.tsx'

interface Props {
  /** What it comes from; none = it stands by itself. */
  readonly origin?: { readonly originDecisionId?: string; readonly originVisitId?: string }
  /** Who most likely does it; the one who sits here unless given. */
  readonly ownerId?: string | null
  /** Frames and names the form; none where a dialog does. */
  readonly title?: string
  readonly onAdded?: (id: string) => void
  readonly onClose: () => void
}
type Entered = { title: string; ownerId: string | null; dueOn: string | null; priority: Action['priority'] }
const usualDays = 14

/** A new action item: what, who, by when. A half-written one survives a crash. */
export function NewAction({ origin = {}, ownerId: likely = null, title, onAdded, onClose }: Props) {
  const t = useT()
  const { options: persons } = usePersonOptions()
  const me = useOperation('workspace.current', {}).data?.me?.id ?? null
  const add = useCommand('actions.add', { done: t('decisions.actions.added') })
  const [entered, setEntered] = useState<Entered>({
    title: '',
    ownerId: null,
    dueOn: addDays(today(), usualDays),
    priority: 'normal',
  })
  const form = useRef<HTMLDivElement>(null)
  useFocusProblem(form, add.problem)
  const [tried, setTried] = useState(false)
  const [readable, setReadable] = useState(true)
  const draft = useDraft<Entered>(`action:${origin.originDecisionId ?? origin.originVisitId ?? 'new'}`, setEntered)
  const ownerId = entered.ownerId ?? likely ?? me
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  async function submit() {
    setTried(true)
    if (!readable || entered.title.trim() === '' || !ownerId || !entered.dueOn) return leadToRefused(form.current)
    const reply = await add.run({
      ...origin,
      title: entered.title,
      ownerId,
      dueOn: entered.dueOn,
      priority: entered.priority,
    })
    if (!reply.ok) return
    draft.discard()
    onAdded?.(reply.value.id)
    onClose()
  }
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  const fields = (
    <>
      <TextArea
        label={t('decisions.actions.what')}
        required
        autoFocus
        rows={2}
        value={entered.title}
        onChange={(text) => set({ title: text.replaceAll(/\s*\n\s*/g, ' ') })}
        onEnter={() => void submit()}
        problem={add.field('title') ?? missing(entered.title.trim() === '')}
      />
      <div className={styles.row}>
        <Select
          label={t('decisions.actions.owner')}
          required
          options={persons}
          value={ownerId}
          onChange={(id) => set({ ownerId: id })}
          problem={add.field('ownerId') ?? missing(ownerId === null)}
        />
        <DayField
          label={t('decisions.actions.dueOn')}
          required
          yearless="future"
          value={entered.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          onValid={setReadable}
          onEnter={() => void submit()}
          problem={add.field('dueOn') ?? missing(entered.dueOn === null)}
        />
        <Select
          label={t('app.fields.priority')}
          options={actionPriorities.map((key) => ({ key, label: t(`codes.actionPriority.${key}`) }))}
          value={entered.priority}
          onChange={(priority) => set({ priority: priority ?? 'normal' })}
        />
      </div>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('decisions.actions.save')}
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
    </>
  )
  const body = (
    <div ref={form} className={styles.plain}>
      {fields}
    </div>
  )
  return title ? <InlineForm title={title}>{body}</InlineForm> : body
}
