import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ActivityRow } from './goal-use.ts'

/** Why the activity is dropped; saved together with its status. */
export function ActivityDropped({
  activity,
  onClose,
}: {
  readonly activity: ActivityRow
  readonly onClose: () => void
}) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [why, setWhy] = useState('')
  const discard = useFormDraft(`activity:${activity.id}:statusComment`, { why }, (kept) => setWhy(kept.why))
  const close = () => {
    discard()
    onClose()
  }
  const [tried, setTried] = useState(false)
  const revise = useCommand('activities.revise', { done: t('goals.activities.droppedDone') })
  useFocusProblem(form, revise.problem)
  async function submit() {
    setTried(true)
    if (why.trim() === '') return leadToRefused(form.current)
    const reply = await revise.run({ id: activity.id, changes: { status: 'dropped', statusComment: why } })
    if (reply.ok) close()
  }
  return (
    <InlineForm ref={form} title={t('goals.activities.drop')}>
      {revise.problem && !revise.problem.fields && <ErrorNote error={revise.problem} />}
      <TextArea
        label={t('goals.activities.whyDropped')}
        required
        autoFocus
        rows={2}
        value={why}
        onChange={setWhy}
        onEnter={() => void submit()}
        problem={
          revise.field('statusComment') ??
          (tried && why.trim() === '' ? t('problems.field.droppedWithoutReason') : undefined)
        }
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={revise.busy} onPress={() => void submit()}>
          {t('goals.activities.drop')}
        </Button>
        <Button onPress={close}>{t('common.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
