import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { leadToRefused } from '#renderer/lib/use-focus-problem.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { daysBetween } from '#shared/domain/days.ts'
import styles from './timeline.module.css'
import type { Move, useMove } from './use-move.ts'
import { useTimelineWords } from './use-timeline-words.ts'

/** Asks why the forecast is later than the baseline; leaving without an answer leaves the forecast as it was. */
export function TimelineReason({
  moving,
  asked,
}: {
  readonly moving: ReturnType<typeof useMove>
  readonly asked: Move
}) {
  const t = useT()
  const format = useFormat()
  const words = useTimelineWords()
  const { milestone, day } = asked
  const late = day > milestone.baselineOn
  const [reason, setReason] = useState(milestone.deviationReason ?? '')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const missing = late && reason.trim() === ''
  const { command } = moving
  const wrong =
    tried && missing
      ? t('projects.milestones.reasonMissing')
      : (command.field('deviationReason') ?? command.field('reason'))
  function save() {
    setTried(true)
    if (missing) leadToRefused(form.current)
    else void moving.save(late ? reason : null)
  }
  return (
    <Dialog
      open
      onClose={moving.cancel}
      closeOutside={false}
      size="small"
      title={t('projects.timeline.move.title', { title: milestone.title })}
      actions={
        <>
          <Button onPress={moving.cancel}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={save} busy={command.busy}>
            {t('projects.timeline.move.save')}
          </Button>
        </>
      }
    >
      <div ref={form} className={styles.reason}>
        <p>
          {t('projects.timeline.move.new')}: <strong>{format.day(day)}</strong>
          {`, ${words.slip(daysBetween(milestone.baselineOn, day)).toLocaleLowerCase()}`}
        </p>
        {command.problem && !wrong && <ErrorNote error={command.problem} />}
        {late && (
          <TextArea
            label={t('projects.milestones.why')}
            hint={t('projects.milestones.whyHint', { day: format.day(milestone.baselineOn) })}
            value={reason}
            onChange={setReason}
            onEnter={save}
            required
            autoFocus
            {...(wrong ? { problem: wrong } : {})}
          />
        )}
      </div>
    </Dialog>
  )
}
