import { useState } from 'react'
import { fieldText, problemText } from '#renderer/lib/problem-text.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { Button } from './button.tsx'
import { DayField } from './checked-field.tsx'
import { RadioGroup } from './choices.tsx'
import { InlineForm } from './inline-form.tsx'
import { Note } from './notes.tsx'
import styles from './report-form.module.css'
import { type Option, Select } from './select.tsx'
import { TextArea } from './text-field.tsx'

type Report<Status extends string> = {
  status: Status
  doneOn: string | null
  result: string
  reportedInId: string | null
}
interface Props<Status extends string> {
  /** What is there now. */
  readonly given: { status: Status; doneOn: string | null; result: string | null; reportedInId: string | null }
  readonly statuses: readonly Option<Status>[]
  /** The body whose meetings it can be reported in; null = all. */
  readonly bodyId: string | null
  /** Where a half-written report is kept. */
  readonly draftKey: string
  readonly onSave: (report: Report<Status>) => Promise<Reply>
  readonly onClose: () => void
}
const meetingsOffered = 30

/** How far a decision or an action item has come: done needs its day and the result, ended without one needs the reason. */
export function ReportForm<Status extends string>(props: Props<Status>) {
  const { given, statuses, bodyId, draftKey, onSave, onClose } = props
  const t = useT()
  const format = useFormat()
  const [report, setReport] = useState<Report<Status>>({
    // The record at hand holds more than a report takes.
    status: given.status,
    doneOn: given.doneOn,
    result: given.result ?? '',
    reportedInId: given.reportedInId,
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [readable, setReadable] = useState(true)
  const draft = useDraft<Report<Status>>(draftKey, setReport)
  const meetings = useOperation('meetings.list', {
    filter: { bodyId, to: today() },
    direction: 'desc',
    cursor: null,
    limit: meetingsOffered,
  })
  const done = report.status === 'done'
  function set(changes: Partial<Report<Status>>) {
    const next = { ...report, ...changes }
    // Most is reported on the day it is done.
    if (changes.status === 'done' && next.doneOn === null) Object.assign(next, { doneOn: today() })
    setReport(next)
    setProblem(null)
    draft.keep(next)
  }
  async function submit() {
    if (done && !readable) return
    setBusy(true)
    const reply = await onSave({ ...report, doneOn: done ? report.doneOn : null })
    setBusy(false)
    setProblem(reply.ok ? null : reply.problem)
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const options = (meetings.data?.rows ?? [])
    .filter((meeting) => meeting.status !== 'cancelled')
    .map((meeting) => ({ key: meeting.id, label: `${meeting.bodyName} ${format.day(meeting.startsOn)}` }))
  const fieldProblems = ['doneOn', 'result', 'reportedInId'].some((field) => fieldText(t, problem, field))
  return (
    <InlineForm title={t('decisions.report.title')}>
      <RadioGroup
        label={t('decisions.report.title')}
        hideLabel
        look="segments"
        options={statuses}
        value={report.status}
        onChange={(status) => set({ status })}
      />
      {done && (
        <div className={styles.day}>
          <DayField
            label={t('decisions.report.doneOn')}
            required
            value={report.doneOn}
            onChange={(doneOn) => set({ doneOn })}
            onValid={setReadable}
            problem={fieldText(t, problem, 'doneOn')}
          />
          <Button small onPress={() => set({ doneOn: today() })}>
            {t('decisions.report.today')}
          </Button>
        </div>
      )}
      <TextArea
        label={t(
          done
            ? 'decisions.report.result'
            : report.status === 'cancelled'
              ? 'decisions.report.reason'
              : 'decisions.report.progress',
        )}
        required={done || report.status === 'cancelled'}
        rows={3}
        value={report.result}
        onChange={(result) => set({ result })}
        onEnter={() => void submit()}
        problem={fieldText(t, problem, 'result')}
      />
      {options.length > 0 && (
        <Select
          label={t('decisions.report.meeting')}
          emptyLabel={t('decisions.report.noMeeting')}
          options={options}
          value={report.reportedInId}
          onChange={(reportedInId) => set({ reportedInId })}
          problem={fieldText(t, problem, 'reportedInId')}
        />
      )}
      {problem && !fieldProblems && (
        <div role="alert">
          <Note tone="danger">{problemText(t, problem)}</Note>
        </div>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" busy={busy} onPress={() => void submit()}>
          {t('decisions.report.save')}
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
