import { suggestedMunicipalities } from '#renderer/components/municipality-field.tsx'
import { SavingComboBox, SavingText } from '#renderer/components/saving-field.tsx'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { formatPostalCode } from '#shared/domain/company-rules.ts'
import type { Company } from '#shared/domain/records/company.ts'
import styles from './companies.module.css'
import { municipalityChange, type Save } from './use-company.ts'

/** Where it is. The register gives head units a business address and branch units a location address; they are never mixed. */
export function PlaceFields({ company, save }: { readonly company: Company; readonly save: Save }) {
  const t = useT()
  const names = useNames()
  const code = company.municipalityCode
  const branch = company.localUnitOfId !== null
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.place')}</h3>
      <SavingText
        label={branch ? t('companies.locationAddress') : t('companies.fields.address')}
        hint={branch ? t('companies.hints.locationAddress') : undefined}
        field="address"
        draftKey={`company:${company.id}:address`}
        value={company.address}
        onSave={(address) => save({ address })}
      />
      <div className={styles.postal}>
        <SavingText
          label={t('companies.fields.postalCode')}
          field="postalCode"
          draftKey={`company:${company.id}:postalCode`}
          value={company.postalCode ? formatPostalCode(company.postalCode, company.country) : null}
          onSave={(postalCode) => save({ postalCode })}
        />
        <SavingText
          label={t('companies.fields.place')}
          field="place"
          draftKey={`company:${company.id}:place`}
          value={company.place}
          onSave={(place) => save({ place })}
        />
        <SavingComboBox
          label={t('companies.fields.municipalityCode')}
          field="municipalityCode"
          value={code ? { key: code, label: names.municipality(code, company.country) ?? code } : null}
          suggest={async (text) =>
            text === '' ? names.regionOptions.slice(0, 30) : suggestedMunicipalities(text, company.country)
          }
          onSave={(chosen) => save(municipalityChange(chosen?.key ?? null, company.country))}
        />
      </div>
    </section>
  )
}
