import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField, TimeField } from '#renderer/components/checked-field.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { timeNow, today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isOn } from '#shared/domain/meeting-states.ts'
import { ApprovalQuestion, approvalQuestion } from './approval-question.tsx'
import { Findings } from './findings.tsx'
import { focusRoll } from './focus-writing.ts'
import { OpenOnDay } from './open-on-day.tsx'
import styles from './open-or-close.module.css'
import { useSession } from './use-session.ts'

/** The chair opens the meeting and ends it. */
export function OpenOrClose() {
  const t = useT()
  const { detail, inSession } = useSession()
  const { meeting } = detail
  const [closing, setClosing] = useState(false)
  const [now, setNow] = useState(timeNow)
  const [asking, setAsking] = useState(false)
  const start = useCommand('meetings.start', { problemAsToast: true })
  if (meeting.status !== 'planned' && meeting.status !== 'noticeSent') return null
  /** This button goes away: the focus goes on to what comes next. */
  async function open() {
    if (!isOn(meeting, today())) return setAsking(true)
    const reply = await start.run({ id: meeting.id, openedAt: now })
    if (reply.ok) focusRoll(detail.attendances.some(({ status }) => status !== null))
  }
  if (!inSession) {
    return (
      <>
        <div className={styles.time}>
          <TimeField label={t('session.open.at')} value={now} onChange={(time) => setNow(time ?? timeNow())} />
        </div>
        <WriteButton kind="primary" icon="clock" busy={start.busy} onPress={() => void open()}>
          {t('session.open.action')}
        </WriteButton>
        {asking && <OpenOnDay openedAt={now} onClose={() => setAsking(false)} />}
      </>
    )
  }
  return (
    <>
      <WriteButton icon="check" onPress={() => setClosing(true)}>
        {t('session.close.action')}
      </WriteButton>
      {closing && <CloseDialog onClose={() => setClosing(false)} />}
    </>
  )
}

/**
 * Ending a meeting gives the numbers, which are never given again: so it asks first, lists what keeps it from being ended, each
 * with the way there, and tells which numbers will be given.
 */
function CloseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { detail } = useSession()
  const { meeting } = detail
  const [at, setAt] = useState<string | null>(timeNow)
  const [on, setOn] = useState<string | null>(null)
  const close = useCommand('meetings.close', { done: t('session.close.done') })
  const obstacles = detail.obstacles.filter(({ step }) => step === 'close')
  const warnings = detail.warnings.filter(({ step }) => step === 'close')
  const question = approvalQuestion(close.problem)
  const [told, setTold] = useState<{ readonly despiteEdits?: boolean; readonly despiteNewVersion?: boolean }>({})
  async function end() {
    if (at === null) return
    // The button says what goes on despite the question above it.
    const despite = question === null ? told : { ...told, [question.flag]: true }
    setTold(despite)
    const reply = await close.run({ id: meeting.id, adjournedAt: at, adjournedOn: on, ...despite })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('session.close.title')}
      actions={
        <>
          <Button onPress={onClose} autoFocus={obstacles.length > 0}>
            {t('session.close.back')}
          </Button>
          <Button
            kind={question ? 'danger' : 'primary'}
            busy={close.busy}
            disabled={obstacles.length > 0 || at === null}
            onPress={() => void end()}
          >
            {t(question?.end ?? 'session.close.action')}
          </Button>
        </>
      }
    >
      <div className={styles.close}>
        {obstacles.length > 0 && (
          <Findings title={t('session.close.obstacles')} tone="danger" findings={obstacles} onGo={onClose} />
        )}
        {warnings.length > 0 && (
          <Findings title={t('session.close.warnings')} tone="warning" findings={warnings} onGo={onClose} />
        )}
        {obstacles.length === 0 && (
          <>
            <div className={styles.when}>
              <TimeField
                label={t('session.close.at')}
                required
                value={at}
                onChange={setAt}
                problem={close.field('adjournedAt')}
              />
              <DayField
                label={t('session.close.on')}
                hint={t('session.close.onHint')}
                value={on}
                yearless="future"
                onChange={setOn}
                problem={close.field('adjournedOn')}
              />
            </div>
            <Numbers />
          </>
        )}
        {question && <ApprovalQuestion question={question} text={close.problemText} />}
        {close.problem && !close.problem.fields && !question && <ErrorNote error={close.problem} />}
      </div>
    </Dialog>
  )
}

/** What the closing gives: numbers from the first to the last, and what becomes of the items not treated. */
function Numbers() {
  const t = useT()
  const { detail } = useSession()
  const given = detail.items.flatMap(({ numberText }) => numberText ?? [])
  const decisions = detail.items.reduce((sum, one) => sum + one.decisions.length, 0)
  const postponed = detail.items.filter(({ item }) => item.status === 'postponed' || item.status === 'referredBack')
  return (
    <Note>
      <ul className={styles.list}>
        {given.length > 0 && (
          <li>
            {given.length === 1
              ? t('session.close.oneNumber', { number: given[0] ?? '' })
              : t('session.close.numbers', { first: given[0] ?? '', last: given.at(-1) ?? '', count: given.length })}
          </li>
        )}
        <li>{t('session.close.decisions', { count: decisions })}</li>
        {postponed.length > 0 && <li>{t('session.close.postponed', { count: postponed.length })}</li>}
        <li>{t('session.close.forGood')}</li>
      </ul>
    </Note>
  )
}
