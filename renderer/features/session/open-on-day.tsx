import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { focusRoll } from './focus-writing.ts'
import styles from './open-or-close.module.css'
import { useSession } from './use-session.ts'

interface Props {
  readonly openedAt: string
  readonly onClose: () => void
}

/** Asks which day a meeting was opened, where today is none of its days: what is delivered at it is held against that day. */
export function OpenOnDay({ openedAt, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const { detail } = useSession()
  const { meeting } = detail
  // Before its day it is opened now; what lies behind is most often written up afterwards.
  const [on, setOn] = useState<string | null>(() => (today() < meeting.startsOn ? today() : meeting.startsOn))
  const start = useCommand('meetings.start')
  async function open() {
    if (on === null) return
    const reply = await start.run({ id: meeting.id, openedAt, openedOn: on })
    if (!reply.ok) return
    onClose()
    focusRoll(detail.attendances.some(({ status }) => status !== null))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('session.open.onTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={start.busy} disabled={on === null} onPress={() => void open()}>
            {t('session.open.action')}
          </Button>
        </>
      }
    >
      <div className={styles.close}>
        <p>{t('session.open.onHint', { day: format.day(meeting.startsOn) })}</p>
        <DayField
          label={t('session.open.on')}
          required
          value={on}
          yearless="past"
          onChange={setOn}
          problem={start.field('openedOn')}
        />
        {start.problem && !start.problem.fields && <ErrorNote error={start.problem} />}
      </div>
    </Dialog>
  )
}
