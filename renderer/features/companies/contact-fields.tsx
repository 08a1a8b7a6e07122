import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { HistoryButton } from '#renderer/components/history-button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { isPersonalAddress } from '#shared/domain/contact-channels.ts'
import { fullName, proposedReviewBy } from '#shared/domain/person-rules.ts'
import { lawfulBases } from '#shared/domain/records/common.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import { languages } from '#shared/domain/values.ts'
import { AnonymiseDialog } from './anonymise-dialog.tsx'
import styles from './companies.module.css'
import type { OpenCompany } from './use-company.ts'

interface Props {
  readonly contact: Contact
  readonly opened: OpenCompany
}
type ContactSave = (
  changes: InputOf<'contacts.revise'>['changes'],
) => ReturnType<ReturnType<typeof useCommand<'contacts.revise'>>['run']>

/** A person's fields; each saves itself. After anonymising there is nothing left to write. */
export function ContactFields({ contact, opened }: Props) {
  const t = useT()
  const revise = useCommand('contacts.revise', { done: t('companies.contacts.saved') })
  if (contact.status === 'anonymised') {
    return (
      <div className={styles.cardBody}>
        <p className={styles.quiet}>{t('companies.contacts.anonymisedText')}</p>
        <div>
          <HistoryButton entity="contacts" id={contact.id} name={t('codes.contactStatus.anonymised')} />
        </div>
      </div>
    )
  }
  const save: ContactSave = (changes) => revise.run({ id: contact.id, changes })
  return (
    <div className={styles.cardBody}>
      <PersonFields contact={contact} save={save} />
      <DataFields contact={contact} opened={opened} save={save} />
      <ContactActions contact={contact} />
    </div>
  )
}

function PersonFields({ contact, save }: { readonly contact: Contact; readonly save: ContactSave }) {
  const t = useT()
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('companies.contacts.fields.givenName')}
        required
        field="givenName"
        draftKey={`contact:${contact.id}:givenName`}
        value={contact.givenName}
        onSave={(name) => save({ givenName: name ?? '' })}
      />
      <SavingText
        label={t('companies.contacts.fields.familyName')}
        required
        field="familyName"
        draftKey={`contact:${contact.id}:familyName`}
        value={contact.familyName}
        onSave={(name) => save({ familyName: name ?? '' })}
      />
      <SavingText
        label={t('companies.contacts.fields.roleTitle')}
        field="roleTitle"
        draftKey={`contact:${contact.id}:roleTitle`}
        value={contact.roleTitle}
        onSave={(roleTitle) => save({ roleTitle })}
      />
      <SavingSelect
        label={t('companies.contacts.fields.status')}
        field="status"
        value={contact.status === 'leftCompany' ? 'leftCompany' : 'active'}
        options={(['active', 'leftCompany'] as const).map((key) => ({ key, label: t(`codes.contactStatus.${key}`) }))}
        onSave={(status) => save(status ? { status } : {})}
      />
      <SavingText
        label={t('companies.contacts.fields.email')}
        hint={emailHint(contact.email, t)}
        field="email"
        draftKey={`contact:${contact.id}:email`}
        type="email"
        value={contact.email}
        onSave={(email) => save({ email: email ?? '' })}
      />
      <SavingText
        label={t('companies.contacts.fields.phone')}
        hint={t('companies.contacts.phoneHint')}
        field="phone"
        draftKey={`contact:${contact.id}:phone`}
        type="tel"
        value={contact.phone}
        onSave={(phone) => save({ phone: phone ?? '' })}
      />
      <SavingSelect
        label={t('companies.contacts.fields.language')}
        emptyLabel={t('common.notStated')}
        field="language"
        value={contact.language}
        options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
        onSave={(language) => save({ language })}
      />
    </div>
  )
}

/** Whether an address is a person's data or that of a role (IMY; practice.md 6.4). */
export function emailHint(email: string | null, t: ReturnType<typeof useT>): string | undefined {
  if (!email?.includes('@')) return undefined
  return isPersonalAddress(email) ? t('companies.contacts.personalAddress') : t('companies.contacts.roleAddress')
}

function DataFields({ contact, opened, save }: Props & { readonly save: ContactSave }) {
  const t = useT()
  const format = useFormat()
  const partnership = usePartnership()
  const lastVisit = opened.visits.find((visit) => !visit.draft)?.visitedOn ?? contact.collectedOn
  const lastActivity = [lastVisit, contact.collectedOn].toSorted().at(-1) ?? contact.collectedOn
  const proposal = partnership ? proposedReviewBy(lastActivity, partnership.retentionMonths) : null
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.subTitle}>{t('companies.contacts.dataTitle')}</legend>
      <div className={styles.pair}>
        <SavingSelect
          label={t('companies.contacts.fields.lawfulBasis')}
          field="lawfulBasis"
          value={contact.lawfulBasis}
          options={lawfulBases.map((key) => ({ key, label: t(`codes.lawfulBasis.${key}`) }))}
          onSave={(lawfulBasis) => save(lawfulBasis ? { lawfulBasis } : {})}
        />
        <SavingDay
          label={t('companies.contacts.fields.collectedOn')}
          required
          field="collectedOn"
          draftKey={`contact:${contact.id}:collectedOn`}
          value={contact.collectedOn}
          onSave={(day) => save({ collectedOn: day ?? '' })}
        />
        <SavingSelect
          label={t('companies.contacts.fields.collectedInId')}
          emptyLabel={t('common.notStated')}
          field="collectedInId"
          value={contact.collectedInId}
          options={opened.visits.map((visit) => ({
            key: visit.id,
            label: `${format.day(visit.visitedOn)} · ${t(`codes.visitType.${visit.type}`)}`,
          }))}
          onSave={(collectedInId) => save({ collectedInId })}
        />
        <SavingDay
          label={t('companies.contacts.fields.objectedOn')}
          hint={t('companies.contacts.objectedHint')}
          field="objectedOn"
          draftKey={`contact:${contact.id}:objectedOn`}
          value={contact.objectedOn}
          onSave={(objectedOn) => save({ objectedOn })}
        />
        <div>
          <SavingDay
            label={t('companies.contacts.fields.reviewBy')}
            required
            yearless="future"
            field="reviewBy"
            draftKey={`contact:${contact.id}:reviewBy`}
            value={contact.reviewBy}
            onSave={(day) => save({ reviewBy: day ?? '' })}
          />
          {proposal && proposal !== contact.reviewBy && (
            <div className={styles.presets}>
              <WriteButton small onPress={() => void save({ reviewBy: proposal })}>
                {t('companies.contacts.proposeReview', { day: format.day(proposal) })}
              </WriteButton>
            </div>
          )}
        </div>
      </div>
      {partnership && (
        <p className={styles.quiet}>{t('companies.contacts.reviewRule', { count: partnership.retentionMonths })}</p>
      )}
    </fieldset>
  )
}

function ContactActions({ contact }: { readonly contact: Contact }) {
  const t = useT()
  const [anonymising, setAnonymising] = useState(false)
  const exporting = useCommand('contacts.accessExport', {
    done: (file) => (file ? t('companies.contacts.exported', { name: file.name }) : ''),
    // A file that could not be saved waits above the screen with its reason, which must not stay here once it is saved.
    problemAsToast: true,
  })
  const remove = useCommand('contacts.remove', { done: t('companies.contacts.removed') })
  const problem = remove.problemText
  return (
    <>
      <div className={styles.actions}>
        <Button small icon="download" busy={exporting.busy} onPress={() => void exporting.run({ id: contact.id })}>
          {t('companies.contacts.accessExport')}
        </Button>
        <WriteButton small icon="person" onPress={() => setAnonymising(true)}>
          {t('companies.contacts.anonymise')}
        </WriteButton>
        <WriteButton small icon="remove" busy={remove.busy} onPress={() => void remove.run({ id: contact.id })}>
          {t('companies.contacts.remove')}
        </WriteButton>
        <HistoryButton entity="contacts" id={contact.id} name={fullName(contact)} />
      </div>
      {problem && (
        <Note tone="danger">
          <span role="alert">{problem}</span>
        </Note>
      )}
      {anonymising && <AnonymiseDialog contact={contact} onClose={() => setAnonymising(false)} />}
    </>
  )
}
