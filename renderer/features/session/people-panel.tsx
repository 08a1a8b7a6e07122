import { useState } from 'react'
import { KeyHint } from '#renderer/components/notes.tsx'
import { SavingSelect } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { mayVote } from '#shared/domain/attendance-rules.ts'
import { AddPerson } from './add-person.tsx'
import { VacantSeats } from './call-deputy.tsx'
import styles from './people-panel.module.css'
import { Roll } from './roll.tsx'
import { rollKeys } from './use-answer.ts'
import { presence, useSession } from './use-session.ts'

/** Who is there: those with a seat and their deputies, then the others apart. */
export function PeoplePanel() {
  const t = useT()
  const { detail, locked } = useSession()
  const [adding, setAdding] = useState(false)
  const seated = detail.attendances.filter(({ role }) => mayVote(role))
  const others = detail.attendances.filter(({ role }) => !mayVote(role))
  return (
    <div className={styles.people}>
      <div className={styles.top}>
        <h2>{t('session.people.title')}</h2>
        <span className={styles.quiet}>{t('session.people.there', presence(detail))}</span>
      </div>
      {!locked && <RollCall />}
      <Roll label={t('session.people.seated')} rows={seated} />
      <VacantSeats />
      {others.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('session.people.others')}</h3>
          <Roll label={t('session.people.others')} rows={others} />
        </>
      )}
      {!locked &&
        (adding ? (
          <AddPerson onClose={() => setAdding(false)} />
        ) : (
          <div>
            <WriteButton small icon="plus" onPress={() => setAdding(true)}>
              {t('session.people.add')}
            </WriteButton>
          </div>
        ))}
      <Leaders />
    </div>
  )
}

/** Marks all who have not been called as present, and tells the keys of the roll. */
function RollCall() {
  const t = useT()
  const { detail } = useSession()
  const call = useCommand('attendances.call', { problemAsToast: true })
  const uncalled = detail.attendances.filter(({ status, role }) => status === null && role !== 'deputy')
  return (
    <>
      <p className={styles.keys}>
        {rollKeys.map((status, at) => (
          <span key={status}>
            <KeyHint shortcut={String(at + 1)} /> {t(`session.roll.short.${status}`)}
          </span>
        ))}
      </p>
      {uncalled.length > 0 && (
        <WriteButton
          small
          icon="check"
          busy={call.busy}
          onPress={() =>
            void call.run({
              meetingId: detail.meeting.id,
              answers: uncalled.map(({ id }) => ({ id, status: 'present' })),
            })
          }
        >
          {uncalled.length === detail.attendances.length
            ? t('session.roll.allPresent')
            : t('session.roll.restPresent', { count: uncalled.length })}
        </WriteButton>
      )}
    </>
  )
}

/** Who leads and who writes; both are needed before the meeting can be closed. */
function Leaders() {
  const t = useT()
  const { detail, locked } = useSession()
  const { meeting } = detail
  const revise = useCommand('meetings.revise')
  const people = detail.attendances.map((one) => ({ key: one.personId, label: one.personName }))
  return (
    <div className={styles.leaders}>
      <SavingSelect
        label={t('session.people.chair')}
        options={people}
        emptyLabel={t('common.notStated')}
        value={meeting.chairId}
        field="chairId"
        readOnly={locked}
        onSave={(chairId) => revise.run({ id: meeting.id, changes: { chairId } })}
      />
      <SavingSelect
        label={t('session.people.secretary')}
        options={people}
        emptyLabel={t('common.notStated')}
        value={meeting.secretaryId}
        field="secretaryId"
        readOnly={locked}
        onSave={(secretaryId) => revise.run({ id: meeting.id, changes: { secretaryId } })}
      />
    </div>
  )
}
