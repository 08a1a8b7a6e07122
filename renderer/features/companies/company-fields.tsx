import { RecordLink } from '#renderer/components/record-link.tsx'
import {
  SavingComboBox,
  SavingDay,
  SavingSelect,
  SavingSwitch,
  SavingText,
} from '#renderer/components/saving-field.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { companyStatuses } from '#shared/domain/records/company.ts'
import { BusinessFields } from './business-fields.tsx'
import styles from './companies.module.css'
import { IdentityFields } from './identity-fields.tsx'
import { PlaceFields } from './place-fields.tsx'
import { type OpenCompany, type Save, useSaveCompany } from './use-company.ts'

/** Every field of the company; each saves itself when left. */
export function CompanyFields({ opened }: { readonly opened: OpenCompany }) {
  const save = useSaveCompany(opened.company.id)
  const { company } = opened
  return (
    <div className={styles.sections}>
      <IdentityFields company={company} save={save} />
      <PlaceFields company={company} save={save} />
      <BusinessFields company={company} save={save} />
      <StatusFields opened={opened} save={save} />
      <UnitFields opened={opened} save={save} />
      <NoteField opened={opened} save={save} />
    </div>
  )
}

interface Props {
  readonly opened: OpenCompany
  readonly save: Save
}

function StatusFields({ opened: { company }, save }: Props) {
  const t = useT()
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.status')}</h3>
      <div className={styles.pair}>
        <SavingSelect
          label={t('companies.fields.status')}
          field="status"
          value={company.status}
          options={companyStatuses.map((key) => ({ key, label: t(`codes.companyStatus.${key}`) }))}
          onSave={(status) => save(status ? { status } : {})}
        />
        <SavingDay
          label={t('companies.fields.registryCheckedOn')}
          hint={t('companies.hints.registryCheckedOn')}
          field="registryCheckedOn"
          draftKey={`company:${company.id}:registryCheckedOn`}
          value={company.registryCheckedOn}
          onSave={(registryCheckedOn) => save({ registryCheckedOn })}
        />
      </div>
      <SavingSwitch
        label={t('companies.fields.consentCase')}
        hint={t('companies.hints.consentCase')}
        field="consentCase"
        value={company.consentCase}
        onSave={(consentCase) => save({ consentCase })}
      />
    </section>
  )
}

function UnitFields({ opened, save }: Props) {
  const t = useT()
  const client = useClient()
  const { company, headCompanyName, branchUnits } = opened
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.units')}</h3>
      <SavingComboBox
        label={t('companies.fields.localUnitOfId')}
        hint={t('companies.hints.localUnitOfId')}
        field="localUnitOfId"
        value={company.localUnitOfId ? { key: company.localUnitOfId, label: headCompanyName ?? '' } : null}
        suggest={async (text) => {
          const found = await client.call('companies.suggest', { text })
          return found
            .filter((one) => one.id !== company.id)
            .map((one) => ({ key: one.id, label: one.name, detail: one.place ?? undefined }))
        }}
        onSave={(head) => save({ localUnitOfId: head?.key ?? null })}
      />
      {company.localUnitOfId && (
        <p>
          <RecordLink area="companies" id={company.localUnitOfId}>
            {t('companies.openHead', { name: headCompanyName ?? '' })}
          </RecordLink>
        </p>
      )}
      {branchUnits.length > 0 && (
        <div>
          <h4 className={styles.subTitle}>{t('companies.branchUnits')}</h4>
          <ul className={styles.plainList}>
            {branchUnits.map((unit) => (
              <li key={unit.id}>
                <RecordLink area="companies" id={unit.id}>
                  {unit.name}
                </RecordLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function NoteField({ opened: { company }, save }: Props) {
  const t = useT()
  return (
    <section className={styles.section}>
      <h3>{t('companies.fields.note')}</h3>
      <SavingText
        label={t('companies.fields.note')}
        hideLabel
        hint={t('companies.hints.note')}
        field="note"
        multiline
        rows={4}
        value={company.note}
        draftKey={`company:${company.id}:note`}
        onSave={(note) => save({ note })}
      />
    </section>
  )
}
