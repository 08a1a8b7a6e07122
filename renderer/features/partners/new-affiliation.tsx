import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import type { Option } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { splitName } from '#renderer/lib/split-name.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today } from '#renderer/lib/use-format.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './partners.module.css'

interface Props {
  readonly partnerId: string
  readonly onClose: () => void
}

/** A person at the partner: found by name or made on the spot, the role, and from when. Stays open for the next one. */
export function NewAffiliation({ partnerId, onClose }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const { options: people } = usePersonOptions()
  const [person, setPerson] = useState<Option | null>(null)
  const [made, setMade] = useState<{ givenName: string; familyName: string } | null>(null)
  const [round, setRound] = useState(0)
  const [roleTitle, setRole] = useState('')
  const [isContact, setContact] = useState(false)
  const [from, setFrom] = useState<string | null>(today())
  const discard = useFormDraft(`partner:${partnerId}:affiliation`, { made, roleTitle, isContact, from }, (kept) => {
    setMade(kept.made)
    setRole(kept.roleTitle)
    setContact(kept.isContact)
    setFrom(kept.from)
  })
  const [readable, setReadable] = useState(true)
  const [missing, setMissing] = useState(false)
  const addPerson = useCommand('persons.add')
  const add = useCommand('affiliations.add', {
    done: () => t('partners.people.added', { name: person?.label ?? `${made?.givenName} ${made?.familyName}` }),
  })
  async function submit() {
    setMissing(!person && !made)
    if (!readable || from === null || (!person && !made)) return
    const role = roleTitle.trim() === '' ? null : roleTitle
    let personId = person?.key ?? null
    if (made) {
      const reply = await addPerson.run({ ...made, organisationId: partnerId, roleTitle: role })
      if (!reply.ok) return
      personId = reply.value.id
      // Made once: a second try after a refused place must not make the person again.
      setMade(null)
      setPerson({ key: personId, label: `${reply.value.givenName} ${reply.value.familyName}` })
    }
    if (personId === null) return
    const reply = await add.run({ partnerId, personId, roleTitle: role, isContact, from, to: null })
    if (!reply.ok) return
    setPerson(null)
    setRole('')
    setContact(false)
    setMissing(false)
    addPerson.reset()
    discard()
    setRound(round + 1)
  }
  const unplaced = [addPerson.problem, add.problem].find((one) => one && !one.fields)
  return (
    <InlineForm ref={form} title={t('partners.people.add')}>
      {made ? (
        <>
          <div className={styles.pair}>
            <TextField
              label={t('partners.people.givenName')}
              required
              value={made.givenName}
              onChange={(givenName) => setMade({ ...made, givenName })}
              onEnter={() => void submit()}
              problem={addPerson.field('givenName')}
            />
            <TextField
              label={t('partners.people.familyName')}
              required
              autoFocus
              value={made.familyName}
              onChange={(familyName) => setMade({ ...made, familyName })}
              onEnter={() => void submit()}
              problem={addPerson.field('familyName')}
            />
          </div>
          <p className={styles.quiet}>{t('partners.people.newPersonText')}</p>
          <div>
            <Button small kind="quiet" onPress={() => setMade(null)}>
              {t('partners.people.known')}
            </Button>
          </div>
        </>
      ) : (
        <ComboBox
          key={round}
          label={t('partners.people.person')}
          hint={t('partners.people.personHint')}
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
          createLabel={(typed) => t('partners.people.create', { name: typed })}
          onEnter={() => void submit()}
          problem={add.field('personId') ?? (missing ? t('problems.field.required') : undefined)}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t('app.fields.roleTitle')}
          value={roleTitle}
          onChange={setRole}
          onEnter={() => void submit()}
          problem={add.field('roleTitle')}
        />
        <DayField
          label={t('app.fields.from')}
          required
          value={from}
          onChange={setFrom}
          onValid={setReadable}
          onEnter={() => void submit()}
          problem={add.field('from') ?? (from === null ? t('problems.field.required') : undefined)}
        />
      </div>
      <Checkbox label={t('app.fields.isContact')} checked={isContact} onChange={setContact} />
      {unplaced && <ErrorNote error={unplaced} />}
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
