import { useState } from 'react'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { EmptyState, ErrorNote } from '#renderer/components/notes.tsx'
import { SavingSelect } from '#renderer/components/saving-field.tsx'
import { type Option, Select } from '#renderer/components/select.tsx'
import { WriteButton, WriteIconButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { AttendanceRow } from '#shared/contract/meetings.ts'
import { attendanceRoles } from '#shared/domain/records/meeting.ts'
import { isForVacantSeat } from '#shared/domain/seats.ts'
import type { PartProps } from './meeting-detail.tsx'
import styles from './meetings.module.css'
import { suggestFrom } from './suggest.ts'

/** Who is called to the meeting, and in what role. Who came is told in the meeting itself. */
export function MeetingAttendance({ open, sealed }: PartProps) {
  const t = useT()
  const { attendances, deputies } = open
  return (
    <div className={styles.section}>
      {attendances.length === 0 ? (
        <EmptyState icon="person" title={t('meetings.attendance.empty')}>
          {t('meetings.attendance.emptyText')}
        </EmptyState>
      ) : (
        <ul className={styles.lines} aria-label={t('meetings.tabs.attendance')}>
          {attendances.map((one) => (
            <li key={one.id}>
              <Invited one={one} sealed={sealed} />
            </li>
          ))}
        </ul>
      )}
      {deputies.length > 0 && (
        <p className={styles.quiet}>
          {t('meetings.attendance.deputies', { names: deputies.map(({ personName }) => personName).join(', ') })}
        </p>
      )}
      {!sealed && <Invite open={open} />}
    </div>
  )
}

function Invited({ one, sealed }: { readonly one: AttendanceRow; readonly sealed: boolean }) {
  const t = useT()
  const revise = useCommand('attendances.revise')
  const remove = useCommand('attendances.remove', {
    done: t('meetings.attendance.removed', { name: one.personName }),
    problemAsToast: true,
  })
  return (
    <div className={styles.person}>
      <div className={styles.two}>
        <span className={styles.main}>{one.personName}</span>
        <span className={styles.quiet}>
          {[
            one.organisation,
            one.party,
            one.status && t(`codes.attendanceStatus.${one.status}`),
            one.replacesName && t('meetings.attendance.replaces', { name: one.replacesName }),
            isForVacantSeat(one) && t('meetings.attendance.vacantSeat'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <SavingSelect
        label={t('meetings.attendance.roleOf', { name: one.personName })}
        hideLabel
        field="role"
        readOnly={sealed}
        value={one.role}
        options={attendanceRoles.map((key) => ({ key, label: t(`codes.attendanceRole.${key}`) }))}
        onSave={(role) => revise.run({ id: one.id, changes: role ? { role } : {} })}
      />
      {!sealed && (
        <WriteIconButton
          icon="remove"
          label={t('meetings.attendance.remove', { name: one.personName })}
          onPress={() => void remove.run({ id: one.id })}
        />
      )}
    </div>
  )
}

function Invite({ open }: Pick<PartProps, 'open'>) {
  const t = useT()
  const [person, setPerson] = useState<Option | null>(null)
  const [role, setRole] = useState<AttendanceRow['role']>('guest')
  const add = useCommand('attendances.add', {
    done: t('meetings.attendance.added', { name: person?.label ?? '' }),
  })
  const { options } = usePersonOptions()
  const free = options.filter(({ key }) => !open.attendances.some(({ personId }) => personId === key))
  async function save() {
    const reply = await add.run({
      meetingId: open.meeting.id,
      personId: person?.key ?? '',
      role,
    })
    if (reply.ok) setPerson(null)
  }
  const wrong = add.field('personId') ?? add.field('role')
  return (
    <InlineForm title={t('meetings.attendance.invite')}>
      <div className={styles.pair}>
        <ComboBox
          label={t('meetings.attendance.person')}
          value={person}
          onChange={setPerson}
          suggest={suggestFrom(free)}
          onEnter={() => void save()}
          problem={add.field('personId')}
        />
        <Select
          label={t('meetings.attendance.role')}
          options={attendanceRoles.map((key) => ({ key, label: t(`codes.attendanceRole.${key}`) }))}
          value={role}
          onChange={(next) => setRole(next ?? role)}
          problem={add.field('role')}
        />
      </div>
      {add.problem && !wrong && <ErrorNote error={add.problem} />}
      <div>
        <WriteButton icon="plus" busy={add.busy} disabled={person === null} onPress={() => void save()}>
          {t('meetings.attendance.add')}
        </WriteButton>
      </div>
    </InlineForm>
  )
}
