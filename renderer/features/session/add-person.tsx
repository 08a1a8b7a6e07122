import { useState } from 'react'
import { Select } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Attendance, attendanceRoles } from '#shared/domain/records/meeting.ts'
import { SectionForm } from './section.tsx'
import { useSession } from './use-session.ts'

/** Puts somebody on the roll who was not called to the meeting: a guest, a case officer, a member who was forgotten. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { detail } = useSession()
  const { options } = usePersonOptions()
  const add = useCommand('attendances.add')
  const [personId, setPersonId] = useState<string | null>(null)
  const [role, setRole] = useState<Attendance['role']>('guest')
  const [tried, setTried] = useState(false)
  const named = new Set(detail.attendances.map((one) => one.personId))
  const roles = attendanceRoles.map((key) => ({ key, label: t(`codes.attendanceRole.${key}`) }))
  async function save() {
    setTried(true)
    if (personId === null) return
    const reply = await add.run({
      meetingId: detail.meeting.id,
      personId,
      role,
      status: 'present',
      votes: role === 'member' || role === 'chair',
    })
    if (reply.ok) onClose()
  }
  return (
    <SectionForm
      title={t('session.people.add')}
      save={t('common.add')}
      busy={add.busy}
      problem={add.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={onClose}
    >
      <Select
        label={t('session.people.person')}
        required
        autoFocus
        options={options.filter(({ key }) => !named.has(key))}
        value={personId}
        onChange={setPersonId}
        problem={add.field('personId') ?? (tried && personId === null ? t('problems.field.required') : undefined)}
      />
      <Select
        label={t('session.people.role')}
        options={roles}
        value={role}
        onChange={(next) => setRole(next ?? 'guest')}
        problem={add.field('role')}
      />
    </SectionForm>
  )
}
