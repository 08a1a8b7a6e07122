import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { AttendanceRow } from '#shared/contract/meetings.ts'
import styles from './people-panel.module.css'
import { useSession } from './use-session.ts'

/** True for a seat that stands empty: its member is away or has left, and nobody serves in it. */
export function isSeatEmpty(row: AttendanceRow, all: readonly AttendanceRow[]): boolean {
  const away = row.status === 'absent' || row.status === 'absentWithReason' || row.leftAt !== null
  const seated = row.role === 'chair' || row.role === 'member'
  return seated && away && !all.some((one) => one.replacesId === row.personId && one.votes)
}

/** Calls the next deputy in turn into an empty seat, by name. */
export function CallDeputy({ row }: { readonly row: AttendanceRow }) {
  const t = useT()
  const { detail, locked } = useSession()
  const call = useCommand('attendances.callDeputy', { problemAsToast: true })
  if (locked || !detail.body.deputiesAllowed || !isSeatEmpty(row, detail.attendances)) return null
  const inTurn = detail.body.deputyOrder === 'inTurn'
  const next = inTurn
    ? detail.deputies[0]
    : (detail.deputies.find(({ forId }) => forId === row.personId) ??
      detail.deputies.find(({ forId }) => forId === null))
  return (
    <div className={styles.deputy}>
      {next ? (
        <WriteButton
          small
          icon="person"
          busy={call.busy}
          onPress={() =>
            void call.run({ meetingId: detail.meeting.id, replacesId: row.personId, personId: next.personId })
          }
        >
          {t('session.deputy.call', { name: next.personName })}
        </WriteButton>
      ) : (
        <p className={styles.quiet}>{t('session.deputy.none')}</p>
      )}
    </div>
  )
}
