import { useState } from 'react'
import { SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { fullName, sortName } from '#shared/domain/person-rules.ts'
import { type Person, personStatuses } from '#shared/domain/records/person.ts'
import { AddForm } from './add-form.tsx'
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
      fields={(person) => <PersonFields person={person} />}
      addLabel={t('settings.people.add')}
      addForm={(close) => <AddPerson onDone={close} />}
      onRemove={(person) => void remove.run({ id: person.id })}
      empty={t('settings.people.empty')}
    />
  )
}

function PersonFields({ person }: { readonly person: Person }) {
  const t = useT()
  const partners = useOperation('partners.list', {})
  const revise = useCommand('persons.revise')
  const save = (changes: InputOf<'persons.revise'>['changes']) => revise.run({ id: person.id, changes })
  return (
    <>
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.givenName')}
          field="givenName"
          value={person.givenName}
          onSave={(value) => save({ givenName: value ?? '' })}
        />
        <SavingText
          label={t('app.fields.familyName')}
          field="familyName"
          value={person.familyName}
          onSave={(value) => save({ familyName: value ?? '' })}
        />
        <SavingText
          label={t('app.fields.roleTitle')}
          field="roleTitle"
          value={person.roleTitle}
          onSave={(roleTitle) => save({ roleTitle })}
        />
        <SavingSelect
          label={t('app.fields.organisationId')}
          field="organisationId"
          value={person.organisationId}
          emptyLabel={t('settings.people.secretariat')}
          options={(partners.data ?? []).map((one) => ({ key: one.id, label: one.name }))}
          onSave={(organisationId) => save({ organisationId })}
        />
        <SavingText
          label={t('app.fields.email')}
          field="email"
          type="email"
          value={person.email}
          onSave={(email) => save({ email })}
        />
        <SavingText
          label={t('app.fields.phone')}
          field="phone"
          type="tel"
          hint={t('settings.people.phoneHint')}
          value={person.phone}
          onSave={(phone) => save({ phone })}
        />
        <SavingSelect
          label={t('app.fields.status')}
          field="status"
          value={person.status}
          options={personStatuses
            .filter((one) => one !== 'anonymised' || person.status === one)
            .map((key) => ({ key, label: t(`codes.personStatus.${key}`) }))}
          onSave={(status) => save(status ? { status } : {})}
        />
      </div>
    </>
  )
}

function AddPerson({ onDone }: { readonly onDone: () => void }) {
  const t = useT()
  const [givenName, setGivenName] = useState('')
  const [familyName, setFamilyName] = useState('')
  const add = useCommand('persons.add', { done: t('settings.added') })
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={onDone}
      onSave={() => void add.run({ givenName, familyName }).then((reply) => reply.ok && onDone())}
    >
      <TextField
        label={t('app.fields.givenName')}
        value={givenName}
        onChange={setGivenName}
        problem={add.field('givenName')}
        required
        autoFocus
      />
      <TextField
        label={t('app.fields.familyName')}
        value={familyName}
        onChange={setFamilyName}
        problem={add.field('familyName')}
        required
      />
    </AddForm>
  )
}
