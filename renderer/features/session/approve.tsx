import { useState } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { ConfirmDialog } from '#renderer/components/dialog.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { newestVersion } from '#shared/domain/meeting-readiness.ts'
import { ApprovalQuestion, approvalQuestion } from './approval-question.tsx'
import { Findings } from './findings.tsx'
import styles from './minutes-panel.module.css'
import { useSession } from './use-session.ts'

/** Makes the minutes final. Where the Word file was edited by hand it asks once more, since those edits stay out. */
export function Approve() {
  const t = useT()
  const { detail } = useSession()
  const { meeting, body } = detail
  const inNext = body.adjustmentRule === 'approvedInNextMeeting'
  const [on, setOn] = useState<string | null>(today)
  const [inId, setInId] = useState(inNext ? detail.laterId : null)
  /** The version that stood on screen when the user chose to approve it; another may take its place while the question is open. */
  const [asked, setAsked] = useState<string | null>(null)
  const approve = useCommand('minutes.approve', { done: t('session.minutes.approvedDone') })
  const question = approvalQuestion(approve.problem)
  const obstacles = detail.obstacles.filter(({ step }) => step === 'approve')
  async function run(despiteEdits: boolean) {
    if (on === null || asked === null) return
    const given = { meetingId: meeting.id, minutesId: asked, approvedOn: on, approvedInId: inId, despiteEdits }
    const reply = await approve.run(given)
    if (reply.ok || approvalQuestion(reply.problem) === null) setAsked(null)
  }
  return (
    <div className={styles.step}>
      <h3>{t('session.minutes.approveTitle')}</h3>
      {obstacles.length > 0 && (
        <Findings title={t('session.minutes.approveObstacles')} tone="warning" findings={obstacles} />
      )}
      <div className={styles.pair}>
        <DayField
          label={t('session.minutes.approvedOn')}
          value={on}
          onChange={setOn}
          problem={approve.field('approvedOn')}
        />
        {inNext && <ApprovingMeeting value={inId} onChange={setInId} problem={approve.field('approvedInId')} />}
      </div>
      {approve.problem && !approve.problem.fields && !question && <ErrorNote error={approve.problem} />}
      <div>
        <WriteButton
          kind="primary"
          icon="lock"
          disabled={obstacles.length > 0 || on === null}
          onPress={() => {
            approve.reset()
            setAsked(newestVersion(detail.minutes)?.id ?? null)
          }}
        >
          {t('session.minutes.approve')}
        </WriteButton>
      </div>
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('session.minutes.approveAsk')}
        confirm={t(question?.confirm ?? 'session.minutes.approve')}
        danger={question !== null}
        busy={approve.busy}
        onConfirm={() => void run(question !== null)}
      >
        {question ? (
          <ApprovalQuestion question={question} text={approve.problemText} />
        ) : (
          <p>{t('session.minutes.approveText')}</p>
        )}
      </ConfirmDialog>
    </div>
  )
}

/** The later meeting of the body that approved them. */
function ApprovingMeeting(props: {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly problem: string | undefined
}) {
  const t = useT()
  const format = useFormat()
  const { meeting, body } = useSession().detail
  const list = useOperation('meetings.list', {
    filter: { bodyId: body.id, from: meeting.startsOn },
    direction: 'asc',
    limit: 20,
  })
  const options = (list.data?.rows ?? [])
    .filter(({ id, status }) => id !== meeting.id && status !== 'cancelled')
    .map((one) => ({
      key: one.id,
      label: format.day(one.startsOn),
      detail: one.title ?? t(`codes.meetingStatus.${one.status}`),
    }))
  return (
    <Select
      label={t('session.minutes.approvedIn')}
      options={options}
      value={props.value}
      onChange={props.onChange}
      problem={props.problem}
      hint={options.length === 0 && !list.isPending ? t('session.minutes.noLaterMeeting') : undefined}
    />
  )
}
