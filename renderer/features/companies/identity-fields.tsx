import { SavingSelect, SavingStatus, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useSavingText } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { formatOrgNo } from '#shared/domain/org-number.ts'
import type { Company } from '#shared/domain/records/company.ts'
import { countries } from '#shared/domain/values.ts'
import styles from './companies.module.css'
import { DuplicateWarning } from './duplicate-warning.tsx'
import { countryChange, type Save, soleTraderChange } from './use-company.ts'

interface Props {
  readonly company: Company
  readonly save: Save
}

export function IdentityFields({ company, save }: Props) {
  const t = useT()
  const noNumber = company.soleTrader && company.country === 'SE'
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.identity')}</h3>
      <NameField company={company} save={save} />
      <div className={styles.identity}>
        <SavingText
          label={t('companies.fields.orgNo')}
          hint={noNumber ? t('companies.soleTrader.noNumber') : t(`companies.hints.orgNo${company.country}`)}
          disabled={noNumber}
          field="orgNo"
          draftKey={`company:${company.id}:orgNo`}
          value={company.orgNo ? formatOrgNo(company.orgNo, company.country) : null}
          onSave={(orgNo) => save({ orgNo })}
        />
        <SavingText
          label={t('companies.fields.legalForm')}
          hint={t(`companies.hints.legalForm${company.country}`)}
          field="legalForm"
          draftKey={`company:${company.id}:legalForm`}
          value={company.legalForm}
          onSave={(legalForm) => save({ legalForm })}
        />
        <SavingSelect
          label={t('companies.fields.country')}
          field="country"
          value={company.country}
          options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
          onSave={(country) => save(country ? countryChange(company, country) : {})}
        />
      </div>
      <SavingSwitch
        label={t('companies.fields.soleTrader')}
        hint={t(`companies.soleTrader.rule${company.country}`)}
        field="soleTrader"
        value={company.soleTrader}
        onSave={(soleTrader) => save(soleTraderChange(company, soleTrader))}
      />
    </section>
  )
}

/** The name, with those that may be the same company listed while it is typed. */
function NameField({ company, save }: Props) {
  const t = useT()
  const saving = useSavingText<string>(
    { value: company.name, field: 'name', onSave: (name) => save({ name }) },
    (value) => value,
    (text) => ({ ok: true, value: text.trim() }),
  )
  return (
    <div>
      <TextField
        label={t('companies.fields.name')}
        required
        value={saving.text}
        onChange={saving.type}
        onBlur={saving.leave}
        onEnter={saving.leave}
        problem={saving.problem}
        status={<SavingStatus state={saving.state} />}
      />
      <DuplicateWarning name={saving.text} orgNo={company.orgNo} country={company.country} exceptId={company.id} />
    </div>
  )
}
