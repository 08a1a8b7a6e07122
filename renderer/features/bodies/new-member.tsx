import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { type Option, Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { splitName } from '#renderer/lib/split-name.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePartnerOptions, usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Body, type BodyMember, memberRoles } from '#shared/domain/records/body.ts'
import { inTerm, isSeated } from '#shared/domain/seats.ts'
import styles from './bodies.module.css'
import type { Member } from './member-groups.ts'

interface Props {
  readonly body: Body
  readonly members: readonly Member[]
  readonly onClose: () => void
}

/** The role that the next one most likely has: first the chair, then members. */
function likelyRole(members: readonly Member[]): BodyMember['role'] {
  return members.some((one) => one.role === 'chair' && inTerm(one, today())) ? 'member' : 'chair'
}

/** A new term: a person found by name or made on the spot, the role, and from when. Stays open for the next one. */
export function NewMember({ body, members, onClose }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const { options: people } = usePersonOptions()
  const persons = useOperation('persons.list', {})
  const partners = usePartnerOptions()
  const [person, setPerson] = useState<Option | null>(null)
  const [made, setMade] = useState<{ givenName: string; familyName: string } | null>(null)
  const [round, setRound] = useState(0)
  const [chosenRole, setRole] = useState<BodyMember['role'] | null>(null)
  const [deputyForId, setDeputyFor] = useState<string | null>(null)
  const [representing, setRepresenting] = useState<string | null | undefined>(undefined)
  const [party, setParty] = useState('')
  const [termFrom, setTermFrom] = useState<string | null>(today())
  const discard = useFormDraft(`body:${body.id}:member`, { made, party, termFrom }, (kept) => {
    setMade(kept.made)
    setParty(kept.party)
    setTermFrom(kept.termFrom)
  })
  const [readable, setReadable] = useState(true)
  const [missing, setMissing] = useState(false)
  const role = chosenRole ?? likelyRole(members)
  const own = persons.data?.find((one) => one.id === person?.key)?.organisationId ?? null
  const representingId = representing === undefined ? own : representing
  const done = () => t('bodies.members.added', { name: person?.label ?? `${made?.givenName} ${made?.familyName}` })
  const add = useCommand('bodyMembers.add', { done })
  const addPerson = useCommand('bodyMembers.addPerson', { done })
  const problem = made ? addPerson.problem : add.problem
  const field = (name: string) => (made ? addPerson.field(`member.${name}`) : add.field(name))
  useFocusProblem(form, problem)
  const seated = members.filter((one) => isSeated(one.role) && inTerm(one, today()))

  async function submit() {
    setMissing(!person && !made)
    if (!readable || termFrom === null || (!person && !made)) return leadToRefused(form.current)
    const place = {
      bodyId: body.id,
      role,
      representingId,
      party: party.trim() === '' ? null : party,
      deputyForId: role === 'deputy' ? deputyForId : null,
      termFrom,
    }
    const reply = made
      ? await addPerson.run({ person: { ...made, organisationId: representingId }, member: place })
      : await add.run({ ...place, personId: person?.key ?? '' })
    if (!reply.ok) return
    setMade(null)
    setPerson(null)
    setRole(role === 'chair' ? 'member' : role)
    setDeputyFor(null)
    setRepresenting(undefined)
    setParty('')
    discard()
    // The next name is typed at once.
    setRound(round + 1)
  }
  return (
    <InlineForm ref={form} title={t('bodies.members.add')}>
      {made ? (
        <>
          <div className={styles.pair}>
            <TextField
              label={t('bodies.members.givenName')}
              required
              autoFocus={made.familyName !== ''}
              value={made.givenName}
              onChange={(givenName) => setMade({ ...made, givenName })}
              onEnter={() => void submit()}
              problem={addPerson.field('person.givenName')}
            />
            <TextField
              label={t('bodies.members.familyName')}
              required
              autoFocus={made.familyName === ''}
              value={made.familyName}
              onChange={(familyName) => setMade({ ...made, familyName })}
              onEnter={() => void submit()}
              problem={addPerson.field('person.familyName')}
            />
          </div>
          <p className={styles.quiet}>{t('bodies.members.newPersonText')}</p>
          <div>
            <Button small kind="quiet" onPress={() => setMade(null)}>
              {t('bodies.members.known')}
            </Button>
          </div>
        </>
      ) : (
        <ComboBox
          key={round}
          label={t('bodies.members.person')}
          hint={t('bodies.members.personHint')}
          required
          autoFocus
          value={person}
          onChange={setPerson}
          suggest={async (typed) =>
            people.filter((one) => one.label.toLocaleLowerCase().includes(typed.toLocaleLowerCase())).slice(0, 50)
          }
          onCreate={(typed) => {
            setPerson(null)
            setMade(splitName(typed))
          }}
          createLabel={(typed) => t('bodies.members.create', { name: typed })}
          onEnter={() => void submit()}
          problem={add.field('personId') ?? (missing ? t('problems.field.required') : undefined)}
        />
      )}
      <div className={styles.pair}>
        <Select
          label={t('app.fields.role')}
          options={memberRoles.map((key) => ({ key, label: t(`codes.memberRole.${key}`) }))}
          value={role}
          onChange={setRole}
          problem={field('role')}
        />
        {role === 'deputy' && body.deputyOrder === 'personal' && (
          <Select
            label={t('app.fields.deputyForId')}
            emptyLabel={t('bodies.members.inTurn')}
            options={seated.map((one) => ({ key: one.personId, label: one.personName }))}
            value={deputyForId}
            onChange={setDeputyFor}
            problem={field('deputyForId')}
          />
        )}
        <Select
          label={t('app.fields.representingId')}
          emptyLabel={t('bodies.members.notRepresenting')}
          options={partners.options}
          value={representingId}
          onChange={setRepresenting}
          problem={field('representingId')}
        />
        <TextField
          label={t('app.fields.party')}
          value={party}
          onChange={setParty}
          onEnter={() => void submit()}
          problem={field('party')}
        />
        <DayField
          label={t('app.fields.termFrom')}
          required
          value={termFrom}
          onChange={setTermFrom}
          onValid={setReadable}
          onEnter={() => void submit()}
          problem={field('termFrom') ?? (termFrom === null ? t('problems.field.required') : undefined)}
        />
      </div>
      {problem && !problem.fields && <ErrorNote error={problem} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy || addPerson.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            discard()
            onClose()
          }}
        >
          {t('common.close')}
        </Button>
      </div>
    </InlineForm>
  )
}
