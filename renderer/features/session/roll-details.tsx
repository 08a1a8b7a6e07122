import { RadioGroup } from '#renderer/components/choices.tsx'
import { SavingText, SavingTime } from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { timeNow } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { AttendanceRow } from '#shared/contract/meetings.ts'
import { isSeatEmpty } from './call-deputy.tsx'
import styles from './people-panel.module.css'
import { rollKeys, useAnswer } from './use-answer.ts'
import { isThere, useSession } from './use-session.ts'

/** All that can be said of one person at the meeting; each field saves itself. */
export function RollDetails({ row, onGone }: { readonly row: AttendanceRow; readonly onGone: () => void }) {
  const t = useT()
  const { detail, locked } = useSession()
  const readOnly = useReadOnly()
  const answer = useAnswer()
  const revise = useCommand('attendances.revise')
  const remove = useCommand('attendances.remove', { done: t('session.roll.removed'), problemAsToast: true })
  const save = (changes: Parameters<typeof revise.run>[0]['changes']) => revise.run({ id: row.id, changes })
  const options = rollKeys.map((key) => ({ key, label: t(`session.roll.short.${key}`) }))
  const off = locked || readOnly
  const there = isThere(row)
  return (
    <div className={styles.details}>
      <RadioGroup
        label={t('session.roll.answer', { name: row.personName })}
        look="segments"
        disabled={off}
        options={options}
        value={row.status === 'partlyPresent' ? 'present' : row.status}
        onChange={(status) => void answer(row, status)}
      />
      {row.status === 'absentWithReason' && (
        <SavingText
          label={t('session.roll.reason')}
          value={row.validReason}
          field="validReason"
          draftKey={`attendance:${row.id}:validReason`}
          readOnly={locked}
          onSave={(validReason) => save({ validReason })}
        />
      )}
      {there && <Times row={row} save={save} />}
      {!off && isSeatEmpty(row, detail.attendances) && detail.deputies.length > 1 && <OtherDeputy row={row} />}
      <SavingText
        label={t('session.roll.party')}
        value={row.party}
        field="party"
        draftKey={`attendance:${row.id}:party`}
        readOnly={locked}
        onSave={(party) => save({ party })}
      />
      {!locked && (
        <div>
          <WriteButton
            small
            kind="quiet"
            icon="remove"
            onPress={() => void remove.run({ id: row.id }).then((reply) => reply.ok && onGone())}
          >
            {t('session.roll.remove')}
          </WriteButton>
        </div>
      )}
    </div>
  )
}

type Save = (changes: {
  arrivedAt?: string | null
  leftAt?: string | null
}) => ReturnType<ReturnType<typeof useCommand<'attendances.revise'>>['run']>

/** Arrival and leaving. A time makes the person present for a part; without times they were there throughout. */
function Times({ row, save }: { readonly row: AttendanceRow; readonly save: Save }) {
  const t = useT()
  const { locked } = useSession()
  const arrive = (arrivedAt: string | null) => save({ arrivedAt })
  const leave = (leftAt: string | null) => save({ leftAt })
  return (
    <div className={styles.times}>
      <SavingTime
        label={t('session.roll.arrivedAt')}
        value={row.arrivedAt}
        field="arrivedAt"
        draftKey={`attendance:${row.id}:arrivedAt`}
        readOnly={locked}
        onSave={arrive}
      />
      <WriteButton small disabled={locked} onPress={() => void arrive(timeNow())}>
        {t('session.roll.arrivesNow')}
      </WriteButton>
      <SavingTime
        label={t('session.roll.leftAt')}
        value={row.leftAt}
        field="leftAt"
        draftKey={`attendance:${row.id}:leftAt`}
        readOnly={locked}
        onSave={leave}
      />
      <WriteButton small disabled={locked} onPress={() => void leave(timeNow())}>
        {t('session.roll.leavesNow')}
      </WriteButton>
    </div>
  )
}

/** Another deputy than the next in turn. */
function OtherDeputy({ row }: { readonly row: AttendanceRow }) {
  const t = useT()
  const { detail } = useSession()
  const call = useCommand('attendances.callDeputy')
  return (
    <Select
      label={t('session.deputy.other')}
      options={detail.deputies.map((one) => ({ key: one.personId, label: one.personName }))}
      value={null}
      onChange={(personId) => {
        if (personId) void call.run({ meetingId: detail.meeting.id, replacesId: row.personId, personId })
      }}
      problem={call.problemText}
    />
  )
}
