import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { statusDiffers } from '#shared/domain/goal-gaps.ts'
import { type GoalStatus, goalStatuses } from '#shared/domain/records/goal.ts'
import type { GoalRow } from './goal-use.ts'

type Entered = {
  status: GoalStatus | null
  comment: string
  on: string | null
}

/** The status as people set it; where it says another thing than the figures, it says why. */
export function GoalStatusForm({ goal, onClose }: { readonly goal: GoalRow; readonly onClose: () => void }) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [entered, setEntered] = useState<Entered>({
    status: goal.status,
    comment: goal.statusComment ?? '',
    on: today(),
  })
  const [tried, setTried] = useState(false)
  const [readable, setReadable] = useState(true)
  const draft = useDraft<Entered>(`goal:${goal.id}:status`, setEntered)
  const revise = useCommand('goals.revise', { done: t('goals.status.done') })
  useFocusProblem(form, revise.problem)
  const { status, comment, on } = entered
  const differs = statusDiffers(status, goal.figures.status)
  const needsComment = differs && comment.trim() === ''
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  async function submit() {
    setTried(true)
    if (needsComment || !readable) return leadToRefused(form.current)
    const reply = await revise.run({
      id: goal.id,
      changes: {
        status,
        statusComment: comment.trim() === '' ? null : comment,
        statusOn: status === null ? null : on,
      },
    })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  return (
    <InlineForm ref={form} title={t('goals.status.set')}>
      {revise.problem && !revise.problem.fields && <ErrorNote error={revise.problem} />}
      <div className={styles.pair}>
        <Select
          label={t('app.fields.status')}
          hint={t('goals.status.figuresSay', { status: t(`codes.goalStatus.${goal.figures.status}`) })}
          autoFocus
          emptyLabel={t('goals.status.byFiguresOnly')}
          options={goalStatuses.map((key) => ({ key, label: t(`codes.goalStatus.${key}`) }))}
          value={status}
          onChange={(next) => set({ status: next })}
          problem={revise.field('status')}
        />
        {status !== null && (
          <DayField
            label={t('app.fields.statusOn')}
            value={on}
            onChange={(next) => set({ on: next })}
            onValid={setReadable}
            problem={revise.field('statusOn')}
          />
        )}
      </div>
      <TextArea
        label={t('app.fields.statusComment')}
        {...(differs ? { hint: t('goals.status.why') } : {})}
        required={differs}
        rows={3}
        value={comment}
        onChange={(text) => set({ comment: text })}
        onEnter={() => void submit()}
        problem={
          revise.field('statusComment') ??
          (tried && needsComment ? t('problems.field.statusCommentMissing') : undefined)
        }
      />
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
