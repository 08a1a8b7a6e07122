import { useId, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type Body, memberRoles } from '#shared/domain/records/body.ts'
import { inTerm, isSeated } from '#shared/domain/seats.ts'
import styles from './bodies.module.css'
import type { Member } from './member-groups.ts'

interface Props {
  readonly member: Member
  readonly body: Body
  readonly members: readonly Member[]
}

/** One term in a body: read in two lines, opened to be written. */
export function MemberRow({ member, body, members }: Props) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const fields = useId()
  const name = member.personName
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>{name}</span>
            {member.role !== 'member' && member.role !== 'deputy' && (
              <>
                {' '}
                <Badge tone={member.role === 'chair' ? 'info' : 'neutral'}>
                  {t(`codes.memberRole.${member.role}`)}
                </Badge>
              </>
            )}
          </span>
          <MemberFacts member={member} members={members} />
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={open ? t('bodies.members.close', { name }) : t('bodies.members.edit', { name })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div id={fields} className={styles.record}>
          <MemberFields member={member} body={body} members={members} />
        </div>
      )}
    </div>
  )
}

/** Whom for, which party, instead of whom, how long: what is known. */
function MemberFacts({ member, members }: Pick<Props, 'member' | 'members'>) {
  const t = useT()
  const format = useFormat()
  const { termFrom, termTo } = member
  const standsFor = members.find((one) => one.personId === member.deputyForId)?.personName
  const facts = [
    member.organisation,
    member.party,
    standsFor && t('bodies.members.deputyFor', { name: standsFor }),
    termTo
      ? t('bodies.members.fromTo', { from: format.day(termFrom), to: format.day(termTo) })
      : t('bodies.members.from', { day: format.day(termFrom) }),
  ]
  return <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
}

function MemberFields({ member, body, members }: Props) {
  const t = useT()
  const revise = useCommand('bodyMembers.revise')
  const remove = useCommand('bodyMembers.remove', {
    done: t('bodies.members.removed', { name: member.personName }),
    problemAsToast: true,
  })
  const partners = usePartnerOptions()
  const save = (changes: InputOf<'bodyMembers.revise'>['changes']) => revise.run({ id: member.id, changes })
  const seated = members.filter((one) => isSeated(one.role) && inTerm(one, today()) && one.personId !== member.personId)
  return (
    <>
      <div className={styles.pair}>
        <SavingSelect
          label={t('app.fields.role')}
          field="role"
          options={memberRoles.map((key) => ({ key, label: t(`codes.memberRole.${key}`) }))}
          value={member.role}
          // Only a deputy stands in for somebody.
          onSave={(role) => save(role ? { role, ...(role === 'deputy' ? {} : { deputyForId: null }) } : {})}
        />
        {member.role === 'deputy' && (body.deputyOrder === 'personal' || member.deputyForId !== null) && (
          <SavingSelect
            label={t('app.fields.deputyForId')}
            field="deputyForId"
            emptyLabel={t('bodies.members.inTurn')}
            options={seated.map((one) => ({ key: one.personId, label: one.personName }))}
            value={member.deputyForId}
            onSave={(deputyForId) => save({ deputyForId })}
          />
        )}
        <SavingSelect
          label={t('app.fields.representingId')}
          field="representingId"
          emptyLabel={t('bodies.members.notRepresenting')}
          options={partners.options}
          value={member.representingId}
          onSave={(representingId) => save({ representingId })}
        />
        <SavingText
          label={t('app.fields.party')}
          field="party"
          draftKey={`bodyMember:${member.id}:party`}
          value={member.party}
          onSave={(party) => save({ party })}
        />
        <SavingDay
          label={t('app.fields.termFrom')}
          field="termFrom"
          draftKey={`bodyMember:${member.id}:termFrom`}
          required
          value={member.termFrom}
          onSave={(termFrom) => save({ termFrom: termFrom ?? '' })}
        />
        <SavingDay
          label={t('app.fields.termTo')}
          field="termTo"
          draftKey={`bodyMember:${member.id}:termTo`}
          yearless="future"
          value={member.termTo}
          onSave={(termTo) => save({ termTo })}
        />
      </div>
      <div className={styles.buttons}>
        {member.termTo === null && <EndTerm member={member} />}
        <WriteButton icon="remove" kind="quiet" busy={remove.busy} onPress={() => void remove.run({ id: member.id })}>
          {t('bodies.members.remove')}
        </WriteButton>
      </div>
      <p className={styles.quiet}>{t('bodies.members.removeHint')}</p>
    </>
  )
}

/** Ends a term on a day; the seat stays on record. */
function EndTerm({ member }: { readonly member: Member }) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [last, setLast] = useState<string | null>(today())
  const [readable, setReadable] = useState(true)
  const end = useCommand('bodyMembers.revise', { done: t('bodies.members.ended', { name: member.personName }) })
  async function submit() {
    if (!readable || last === null) return
    const reply = await end.run({ id: member.id, changes: { termTo: last } })
    if (reply.ok) setAsking(false)
  }
  if (!asking) {
    return (
      <WriteButton icon="calendar" onPress={() => setAsking(true)}>
        {t('bodies.members.end')}
      </WriteButton>
    )
  }
  return (
    <div className={styles.end}>
      <DayField
        label={t('bodies.members.endLast')}
        yearless="future"
        required
        autoFocus
        value={last}
        onChange={setLast}
        onValid={setReadable}
        onEnter={() => void submit()}
        problem={end.field('termTo') ?? end.problemText}
      />
      <Button kind="primary" busy={end.busy} onPress={() => void submit()}>
        {t('bodies.members.end')}
      </Button>
      <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
    </div>
  )
}
