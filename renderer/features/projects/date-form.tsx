import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'

interface Props {
  /** Which of the two dates that may be later than the baseline. */
  readonly words: 'forecast' | 'reach'
  readonly baselineOn: string
  /** The day and the reason that the form begins with. */
  readonly given: string
  readonly reason: string
  /** Where a half-written reason is kept. */
  readonly draftKey: string
  readonly command: {
    readonly busy: boolean
    readonly problem: Problem | null
    readonly field: (name: string) => string | undefined
  }
  /** The day's name in the command, then the reason's, for the problems at the fields. */
  readonly problemOf: readonly [string, ...string[]]
  readonly onSave: (day: string, reason: string | null) => Promise<Reply>
  readonly onClose: () => void
}

/** A forecast or an actual day. As soon as the day is later than the baseline, the reason is asked for. */
export function DateForm(props: Props) {
  const { words, baselineOn, given, reason: known, draftKey, command, problemOf, onSave, onClose } = props
  const t = useT()
  const format = useFormat()
  const form = useRef<HTMLFieldSetElement>(null)
  const [day, setDay] = useState<string | null>(given)
  const [reason, setReason] = useState(known)
  const [readable, setReadable] = useState(true)
  const [tried, setTried] = useState(false)
  const draft = useDraft<string>(draftKey, setReason)
  useFocusProblem(form, command.problem)
  const isLater = day !== null && day > baselineOn
  const unreasoned = isLater && reason.trim() === ''
  async function submit() {
    setTried(true)
    if (!readable || day === null || unreasoned) return leadToRefused(form.current)
    const reply = await onSave(day, isLater ? reason : null)
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const [dayName, ...reasonNames] = problemOf
  const reasonProblem = reasonNames.map(command.field).find(Boolean)
  return (
    <InlineForm ref={form} title={t(`projects.milestones.${words}.set`)}>
      {command.problem && !command.problem.fields && <ErrorNote error={command.problem} />}
      <DayField
        label={t(`projects.milestones.${words}.day`)}
        required
        autoFocus
        yearless={words === 'forecast' ? 'future' : 'past'}
        value={day}
        onChange={setDay}
        onValid={setReadable}
        onEnter={() => void submit()}
        problem={command.field(dayName) ?? (tried && day === null ? t('problems.field.required') : undefined)}
      />
      {isLater && (
        <TextArea
          label={t('projects.milestones.why')}
          hint={t('projects.milestones.whyHint', { day: format.day(baselineOn) })}
          required
          rows={2}
          value={reason}
          onChange={(text) => {
            setReason(text)
            draft.keep(text)
          }}
          onEnter={() => void submit()}
          problem={reasonProblem ?? (tried && unreasoned ? t('projects.milestones.reasonMissing') : undefined)}
        />
      )}
      <div className={styles.buttons}>
        <Button kind="primary" busy={command.busy} onPress={() => void submit()}>
          {t(`projects.milestones.${words}.save`)}
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
