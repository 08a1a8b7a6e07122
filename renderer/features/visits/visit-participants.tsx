import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { SavingMultiSelect } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { personName, usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './visit-detail.module.css'
import type { PartProps } from './visit-detail.tsx'

export function OurParticipants({ open, save }: PartProps) {
  const t = useT()
  const { options } = usePersonOptions(open.visit.ourParticipantIds, 'secretariat')
  return (
    <SavingMultiSelect
      label={t('visits.fields.ourParticipantIds')}
      field="ourParticipantIds"
      options={options}
      value={open.visit.ourParticipantIds}
      onSave={(ids) => save({ ourParticipantIds: [...ids] })}
    />
  )
}

/** The company's contacts, and a new one in place. Those who left are shown only where they took part. */
export function TheirParticipants({ open, save }: PartProps) {
  const t = useT()
  const { visit } = open
  const company = useOperation('companies.open', { id: visit.companyId })
  const [adding, setAdding] = useState(false)
  const contacts = (company.data?.contacts ?? []).filter(
    (contact) => contact.status === 'active' || visit.theirParticipantIds.includes(contact.id),
  )
  return (
    <div className={styles.group}>
      {contacts.length > 0 ? (
        <SavingMultiSelect
          label={t('visits.fields.theirParticipantIds')}
          field="theirParticipantIds"
          options={contacts.map((contact) => ({
            key: contact.id,
            label: contact.roleTitle ? `${personName(contact)}, ${contact.roleTitle}` : personName(contact),
          }))}
          value={visit.theirParticipantIds}
          onSave={(ids) => save({ theirParticipantIds: [...ids] })}
        />
      ) : (
        <p className={styles.quiet}>{t('visits.contact.none')}</p>
      )}
      {adding ? (
        <NewContact
          open={open}
          onAdded={(id) => {
            setAdding(false)
            void save({ theirParticipantIds: [...visit.theirParticipantIds, id] })
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <WriteButton small icon="plus" onPress={() => setAdding(true)}>
            {t('visits.contact.add')}
          </WriteButton>
        </div>
      )}
    </div>
  )
}

interface NewContactProps {
  readonly open: PartProps['open']
  readonly onAdded: (id: string) => void
  readonly onCancel: () => void
}
function NewContact({ open, onAdded, onCancel }: NewContactProps) {
  const t = useT()
  const add = useCommand('contacts.add', { done: t('visits.contact.added') })
  const [entered, setEntered] = useState({ givenName: '', familyName: '', roleTitle: '', email: '', phone: '' })
  const discard = useFormDraft(`visit:${open.visit.id}:contact`, entered, setEntered)
  const form = useRef<HTMLFieldSetElement>(null)
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  async function submit() {
    const reply = await add.run({
      companyId: open.visit.companyId,
      givenName: entered.givenName,
      familyName: entered.familyName,
      roleTitle: orNull(entered.roleTitle),
      email: orNull(entered.email),
      phone: orNull(entered.phone),
      collectedOn: open.visit.visitedOn,
      collectedInId: open.visit.id,
    })
    if (reply.ok) {
      discard()
      onAdded(reply.value.id)
    } else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const field = (name: keyof typeof entered) => ({
    label: t(`visits.contact.${name}`),
    value: entered[name],
    onChange: (text: string) => setEntered((before) => ({ ...before, [name]: text })),
    onEnter: () => void submit(),
    problem: add.field(name),
  })
  const unplaced = add.problem && !add.problem.fields
  return (
    <InlineForm ref={form} title={t('visits.contact.add')}>
      <div className={styles.pair}>
        <TextField {...field('givenName')} required autoFocus />
        <TextField {...field('familyName')} required />
        <TextField {...field('roleTitle')} />
        <TextField {...field('phone')} type="tel" />
        <TextField {...field('email')} type="email" />
      </div>
      {unplaced && add.problem && <ErrorNote error={add.problem} />}
      <p className={styles.quiet}>{t('visits.contact.basis')}</p>
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('visits.contact.save')}
        </Button>
        <Button
          onPress={() => {
            discard()
            onCancel()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </InlineForm>
  )
}
