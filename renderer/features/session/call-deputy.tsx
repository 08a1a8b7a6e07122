import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { AttendanceRow } from '#shared/contract/meetings.ts'
import { isForVacantSeat } from '#shared/domain/seats.ts'
import styles from './people-panel.module.css'
import { useSession } from './use-session.ts'

const isGone = ({ status, leftAt }: AttendanceRow) =>
  status === 'absent' || status === 'absentWithReason' || leftAt !== null

/** True for a seat that stands empty: its member is away or has left, and nobody serves in it. */
export function isSeatEmpty(row: AttendanceRow, all: readonly AttendanceRow[]): boolean {
  const away = isGone(row)
  const seated = row.role === 'chair' || row.role === 'member'
  return seated && away && !all.some((one) => one.replacesId === row.personId && one.votes)
}

/** Calls the next deputy in turn into an empty seat, by name. */
export function CallDeputy({ row }: { readonly row: AttendanceRow }) {
  const t = useT()
  const { detail, locked } = useSession()
  if (locked || !detail.body.deputiesAllowed || !isSeatEmpty(row, detail.attendances)) return null
  const next =
    detail.body.deputyOrder === 'inTurn'
      ? detail.deputies[0]
      : (detail.deputies.find(({ forId }) => forId === row.personId) ??
        detail.deputies.find(({ forId }) => forId === null))
  return (
    <div className={styles.deputy}>
      {next ? (
        <CallButton replacesId={row.personId} personId={next.personId}>
          {t('session.deputy.call', { name: next.personName })}
        </CallButton>
      ) : (
        <p className={styles.quiet}>{t('session.deputy.none')}</p>
      )}
    </div>
  )
}

/** The seats that nobody holds and no deputy serves in, with the next deputy to call into one. */
export function VacantSeats() {
  const t = useT()
  const { detail, locked } = useSession()
  const serving = detail.attendances.filter((row) => isForVacantSeat(row) && !isGone(row))
  const count = detail.vacantSeats - serving.length
  if (locked || !detail.body.deputiesAllowed || count <= 0) return null
  const onRoll = new Set(detail.attendances.map(({ personId }) => personId))
  // Personal deputies: that of a member who has left the body first, then those bound to nobody (`nextDeputy`).
  const next =
    detail.body.deputyOrder === 'inTurn'
      ? detail.deputies[0]
      : (detail.deputies.find(({ forId }) => forId !== null && !onRoll.has(forId)) ??
        detail.deputies.find(({ forId }) => forId === null))
  return (
    <div className={styles.deputy}>
      <p className={styles.quiet}>{t('session.deputy.vacant', { count })}</p>
      {next ? (
        <CallButton replacesId={null} personId={next.personId}>
          {t('session.deputy.callVacant', { name: next.personName })}
        </CallButton>
      ) : (
        <p className={styles.quiet}>{t('session.deputy.none')}</p>
      )}
    </div>
  )
}

function CallButton({
  replacesId,
  personId,
  children,
}: {
  readonly replacesId: string | null
  readonly personId: string | null
  readonly children: string
}) {
  const { detail } = useSession()
  const call = useCommand('attendances.callDeputy', { problemAsToast: true })
  return (
    <WriteButton
      small
      icon="person"
      busy={call.busy}
      onPress={() => void call.run({ meetingId: detail.meeting.id, replacesId, personId })}
    >
      {children}
    </WriteButton>
  )
}
