import { Button } from '#renderer/components/button.tsx'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { isPersonalAddress } from '#shared/domain/contact-channels.ts'
import { proposedReviewBy } from '#shared/domain/person-rules.ts'
import { lawfulBases } from '#shared/domain/records/common.ts'
import { type Person, personStatuses } from '#shared/domain/records/person.ts'
import { languages } from '#shared/domain/values.ts'
import styles from './settings.module.css'

type Save = (
  changes: InputOf<'persons.revise'>['changes'],
) => ReturnType<ReturnType<typeof useCommand<'persons.revise'>>['run']>

/** Every field of a person, each saving itself. */
export function PersonFields({ person }: { readonly person: Person }) {
  const t = useT()
  const revise = useCommand('persons.revise')
  const save: Save = (changes) => revise.run({ id: person.id, changes })
  return (
    <>
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.givenName')}
          required
          field="givenName"
          draftKey={`person:${person.id}:givenName`}
          value={person.givenName}
          onSave={(value) => save({ givenName: value ?? '' })}
        />
        <SavingText
          label={t('app.fields.familyName')}
          required
          field="familyName"
          draftKey={`person:${person.id}:familyName`}
          value={person.familyName}
          onSave={(value) => save({ familyName: value ?? '' })}
        />
        <BelongsTo person={person} save={save} />
        <SavingText
          label={t('app.fields.roleTitle')}
          field="roleTitle"
          draftKey={`person:${person.id}:roleTitle`}
          value={person.roleTitle}
          onSave={(roleTitle) => save({ roleTitle })}
        />
        <SavingText
          label={t('app.fields.email')}
          hint={useEmailHint(person.email)}
          field="email"
          draftKey={`person:${person.id}:email`}
          type="email"
          value={person.email}
          onSave={(email) => save({ email })}
        />
        <SavingText
          label={t('app.fields.phone')}
          field="phone"
          draftKey={`person:${person.id}:phone`}
          type="tel"
          hint={t('settings.people.phoneHint')}
          value={person.phone}
          onSave={(phone) => save({ phone })}
        />
        <SavingSelect
          label={t('app.fields.language')}
          field="language"
          value={person.language}
          emptyLabel={t('common.notStated')}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          onSave={(language) => save({ language })}
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
      <PersonalData person={person} save={save} />
    </>
  )
}

interface Props {
  readonly person: Person
  readonly save: Save
}

/** Partners that left are offered only where the person still stands in one. */
function BelongsTo({ person, save }: Props) {
  const t = useT()
  const partners = useOperation('partners.list', {})
  return (
    <SavingSelect
      label={t('app.fields.organisationId')}
      field="organisationId"
      value={person.organisationId}
      emptyLabel={t('settings.people.secretariat')}
      options={(partners.data ?? [])
        .filter((one) => one.status !== 'left' || one.id === person.organisationId)
        .map((one) => ({ key: one.id, label: one.name }))}
      onSave={(organisationId) => save({ organisationId })}
    />
  )
}

/** Whether an address is a person's data or that of a role (IMY; practice.md 6.4). */
export function useEmailHint(email: string | null): string | undefined {
  const t = useT()
  if (!email?.includes('@')) return undefined
  return isPersonalAddress(email) ? t('settings.people.personalAddress') : t('settings.people.roleAddress')
}

function PersonalData({ person, save }: Props) {
  const t = useT()
  const format = useFormat()
  const partnership = usePartnership()
  // Who is active is active today; of the others nothing is known after the day of collecting.
  const lastActivity = person.status === 'active' ? today() : person.collectedOn
  const proposal = partnership ? proposedReviewBy(lastActivity, partnership.retentionMonths) : null
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('settings.people.dataTitle')}</legend>
      <div className={styles.pair}>
        <SavingSelect
          label={t('app.fields.lawfulBasis')}
          field="lawfulBasis"
          value={person.lawfulBasis}
          options={lawfulBases.map((key) => ({ key, label: t(`codes.lawfulBasis.${key}`) }))}
          onSave={(lawfulBasis) => save(lawfulBasis ? { lawfulBasis } : {})}
        />
        <SavingText
          label={t('app.fields.collectedFrom')}
          hint={t('settings.people.collectedFromHint')}
          field="collectedFrom"
          draftKey={`person:${person.id}:collectedFrom`}
          value={person.collectedFrom}
          onSave={(collectedFrom) => save({ collectedFrom })}
        />
        <SavingDay
          label={t('app.fields.collectedOn')}
          required
          field="collectedOn"
          draftKey={`person:${person.id}:collectedOn`}
          value={person.collectedOn}
          onSave={(day) => save({ collectedOn: day ?? '' })}
        />
        <div className={styles.stack}>
          <SavingDay
            label={t('app.fields.reviewBy')}
            required
            yearless="future"
            field="reviewBy"
            draftKey={`person:${person.id}:reviewBy`}
            value={person.reviewBy}
            onSave={(day) => save({ reviewBy: day ?? '' })}
          />
          {proposal && proposal !== person.reviewBy && (
            <div>
              <Button small onPress={() => void save({ reviewBy: proposal })}>
                {t('settings.people.proposeReview', { day: format.day(proposal) })}
              </Button>
            </div>
          )}
        </div>
      </div>
      <SavingText
        label={t('app.fields.basisNote')}
        hint={t('settings.people.basisNoteHint')}
        field="basisNote"
        multiline
        rows={2}
        value={person.basisNote}
        draftKey={`person:${person.id}:basisNote`}
        onSave={(basisNote) => save({ basisNote })}
      />
      {partnership && (
        <p className={styles.quiet}>{t('settings.people.reviewRule', { count: partnership.retentionMonths })}</p>
      )}
    </fieldset>
  )
}
