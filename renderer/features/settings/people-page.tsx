import { useState } from 'react'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { fullName, sortName } from '#shared/domain/person-rules.ts'
import { AddForm } from './add-form.tsx'
import { PersonFields, useEmailHint } from './person-fields.tsx'
import { Register } from './register.tsx'
import styles from './settings.module.css'

export function PeoplePage() {
  const t = useT()
  const format = useFormat()
  const people = useOperation('persons.list', {})
  const partners = useOperation('partners.list', {})
  const remove = useCommand('persons.remove', { done: t('settings.removed'), problemAsToast: true })
  const sorted = people.data?.toSorted((a, b) => format.compare(sortName(a), sortName(b)))
  const partnerName = (id: string | null) => partners.data?.find((one) => one.id === id)?.name
  return (
    <Register
      entity="persons"
      query={{ ...people, data: sorted }}
      titleOf={fullName}
      detailOf={(person) =>
        [person.roleTitle, partnerName(person.organisationId) ?? t('settings.people.secretariat')]
          .filter(Boolean)
          .join(', ')
      }
      badgeOf={(person) => (person.status === 'active' ? null : t(`codes.personStatus.${person.status}`))}
      fields={(person) => <PersonFields person={person} />}
      addLabel={t('settings.people.add')}
      addForm={(done, cancel) => <AddPerson onDone={done} onCancel={cancel} />}
      onRemove={(person) => void remove.run({ id: person.id })}
      empty={t('settings.people.empty')}
    />
  )
}

/** What one knows at once; basis, days and the rest get proposals and stand in the record that opens after it. */
function AddPerson({ onDone, onCancel }: { readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const t = useT()
  const partners = useOperation('partners.list', {})
  const [texts, setTexts] = useState({ givenName: '', familyName: '', roleTitle: '', email: '', phone: '' })
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const discard = useFormDraft('person:new', { texts, organisationId }, (kept) => {
    setTexts(kept.texts)
    setOrganisationId(kept.organisationId)
  })
  const add = useCommand('persons.add', { done: t('settings.added') })
  const emailHint = useEmailHint(texts.email)
  const text = (name: keyof typeof texts) => ({
    label: t(`app.fields.${name}`),
    value: texts[name],
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
    problem: add.field(name),
  })
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={() => {
        discard()
        onCancel()
      }}
      onSave={() =>
        void add.run({ ...texts, organisationId }).then((reply) => {
          if (!reply.ok) return
          discard()
          onDone(reply.value.id)
        })
      }
    >
      <div className={styles.pair}>
        <TextField {...text('givenName')} required autoFocus />
        <TextField {...text('familyName')} required />
        <Select
          label={t('app.fields.organisationId')}
          emptyLabel={t('settings.people.secretariat')}
          options={(partners.data ?? [])
            .filter((one) => one.status !== 'left')
            .map((one) => ({ key: one.id, label: one.name }))}
          value={organisationId}
          onChange={setOrganisationId}
          problem={add.field('organisationId')}
        />
        <TextField {...text('roleTitle')} />
        <TextField {...text('email')} type="email" hint={emailHint} />
        <TextField {...text('phone')} type="tel" hint={t('settings.people.phoneHint')} />
      </div>
    </AddForm>
  )
}
