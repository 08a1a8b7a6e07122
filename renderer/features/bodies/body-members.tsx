import { useState } from 'react'
import { EmptyState, ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { seatsOf } from '#shared/domain/seats.ts'
import styles from './bodies.module.css'
import { groupMembers, type Member } from './member-groups.ts'
import { MemberRow } from './member-row.tsx'
import { NewMember } from './new-member.tsx'

/** Who sits in the body today, in the order of the roll; coming and past terms apart. */
export function BodyMembers({ body }: { readonly body: Body }) {
  const t = useT()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const query = useOperation('bodyMembers.list', { bodyId: body.id, on: null })
  if (query.isPending) return <Loading />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const members = query.data
  const groups = groupMembers(members, today())
  const seats = seatsOf(body, members, today())
  const row = (member: Member) => <MemberRow key={member.id} member={member} body={body} members={members} />
  const nobody = members.length === 0
  return (
    <div className={styles.part}>
      {adding ? (
        <NewMember body={body} members={members} onClose={() => setAdding(false)} />
      ) : nobody ? (
        <EmptyState
          icon="person"
          title={t('bodies.members.none')}
          action={
            <WriteButton kind="primary" icon="plus" onPress={() => setAdding(true)}>
              {t('bodies.members.add')}
            </WriteButton>
          }
        >
          {t('bodies.members.noneText')}
        </EmptyState>
      ) : (
        <div>
          <WriteButton icon="plus" onPress={() => setAdding(true)}>
            {t('bodies.members.add')}
          </WriteButton>
        </div>
      )}
      {!nobody && !groups.seated.some((one) => one.role === 'chair') && (
        <Note tone="warning">{t('bodies.members.noChair')}</Note>
      )}
      {groups.seated.length > 0 && (
        <Group
          title={t('bodies.members.seated')}
          text={t('bodies.members.seats', { count: seats })}
          members={groups.seated}
          row={row}
        />
      )}
      {groups.deputies.length > 0 && (
        <Group
          title={t('bodies.members.deputies')}
          text={
            body.deputiesAllowed
              ? t(`bodies.members.${body.deputyOrder === 'personal' ? 'deputiesPersonal' : 'deputiesInTurn'}`)
              : t('bodies.members.deputiesOff')
          }
          members={groups.deputies}
          row={row}
        />
      )}
      {groups.others.length > 0 && <Group title={t('bodies.members.others')} members={groups.others} row={row} />}
      {(['coming', 'past'] as const).map(
        (when) =>
          groups[when].length > 0 && (
            <section key={when} className={styles.section} aria-label={t(`bodies.members.${when}`)}>
              <div className={styles.sectionTop}>
                <h3>{t(`bodies.members.${when}`)}</h3>
                <span className={styles.quiet}>{format.number(groups[when].length)}</span>
              </div>
              <ul className={styles.plain}>
                {groups[when].map((member) => (
                  <li key={member.id}>{row(member)}</li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}

interface GroupProps {
  readonly title: string
  readonly text?: string
  readonly members: readonly Member[]
  readonly row: (member: Member) => React.ReactNode
}

/** Members of one kind, moved among themselves; the body's roll keeps all of them in one order. */
function Group({ title, text, members, row }: GroupProps) {
  const move = useCommand('bodyMembers.move', { problemAsToast: true })
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionTop}>
        <h3>{title}</h3>
        {text && <span className={styles.quiet}>{text}</span>}
      </div>
      <SortableList
        label={title}
        items={members}
        keyOf={(member) => member.id}
        nameOf={(member) => member.personName}
        onMove={async (member, to) => {
          const reply = await move.run({ id: member.id, position: members[to]?.position ?? to })
          return reply.ok
        }}
      >
        {row}
      </SortableList>
    </section>
  )
}
