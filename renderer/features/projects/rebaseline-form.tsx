import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import type { Option } from '#renderer/components/select.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDecisionSuggestions } from '#renderer/lib/use-decisions.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MilestoneRow } from './use-slip-words.ts'

interface Props {
  readonly milestone: MilestoneRow
  readonly onClose: () => void
}

/** A new baseline, dated and reasoned, on a decision where there is one. The old one is kept. */
export function RebaselineForm({ milestone, onClose }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const { id, forecastOn, baselineOn: before } = milestone
  const suggest = useDecisionSuggestions()
  const [baselineOn, setBaseline] = useState<string | null>(forecastOn ?? before)
  const [setOn, setSetOn] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const [decision, setDecision] = useState<Option | null>(null)
  const [unreadable, setUnreadable] = useState({ baselineOn: false, setOn: false })
  const [tried, setTried] = useState(false)
  const draft = useDraft<string>(`milestone:${id}:rebaseline`, setReason)
  const rebaseline = useCommand('milestones.rebaseline', { done: t('projects.milestones.rebaseline.done') })
  useFocusProblem(form, rebaseline.problem)
  const unreasoned = reason.trim() === ''
  async function submit() {
    setTried(true)
    if (unreadable.baselineOn || unreadable.setOn || baselineOn === null || setOn === null || unreasoned) {
      return leadToRefused(form.current)
    }
    const reply = await rebaseline.run({ id, baselineOn, setOn, reason, decisionId: decision?.key ?? null })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  return (
    <InlineForm ref={form} title={t('projects.milestones.rebaseline.set')}>
      {rebaseline.problem && !rebaseline.problem.fields && <ErrorNote error={rebaseline.problem} />}
      <p className={styles.quiet}>{t('projects.milestones.rebaseline.text')}</p>
      <div className={styles.pair}>
        <DayField
          label={t('projects.milestones.rebaseline.day')}
          required
          autoFocus
          yearless="future"
          value={baselineOn}
          onChange={setBaseline}
          onValid={(ok) => setUnreadable({ ...unreadable, baselineOn: !ok })}
          onEnter={() => void submit()}
          problem={rebaseline.field('baselineOn') ?? missing(baselineOn === null)}
        />
        <DayField
          label={t('projects.milestones.rebaseline.setOn')}
          required
          value={setOn}
          onChange={setSetOn}
          onValid={(ok) => setUnreadable({ ...unreadable, setOn: !ok })}
          onEnter={() => void submit()}
          problem={rebaseline.field('setOn') ?? missing(setOn === null)}
        />
      </div>
      <TextArea
        label={t('projects.milestones.rebaseline.reason')}
        required
        rows={2}
        value={reason}
        onChange={(text) => {
          setReason(text)
          draft.keep(text)
        }}
        onEnter={() => void submit()}
        problem={rebaseline.field('reason') ?? missing(unreasoned)}
      />
      <ComboBox
        label={t('projects.milestones.rebaseline.decision')}
        hint={t('projects.milestones.rebaseline.decisionHint')}
        value={decision}
        onChange={setDecision}
        suggest={suggest}
        problem={rebaseline.field('decisionId')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={rebaseline.busy} onPress={() => void submit()}>
          {t('projects.milestones.rebaseline.save')}
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
