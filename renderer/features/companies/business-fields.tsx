import { SavingDay, SavingNumber, SavingParsed, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Checked, good, refusal } from '#shared/domain/checked.ts'
import { bandOf } from '#shared/domain/company-rules.ts'
import { type Company, employeeBands, industryVersions } from '#shared/domain/records/company.ts'
import styles from './companies.module.css'
import { industryChange, type Save, turnoverChange } from './use-company.ts'

interface Props {
  readonly company: Company
  readonly save: Save
}

export function BusinessFields({ company, save }: Props) {
  const t = useT()
  const names = useNames()
  const versions = industryVersions.filter((key) => key.startsWith('SNI') === (company.country === 'SE'))
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.business')}</h3>
      <SavingSelect
        label={t('companies.fields.sectorId')}
        emptyLabel={t('common.notStated')}
        field="sectorId"
        value={company.sectorId}
        options={names.sectorOptions}
        onSave={(sectorId) => save({ sectorId })}
      />
      <div className={styles.pair}>
        <SavingText
          label={t('companies.fields.industryCode')}
          field="industryCode"
          draftKey={`company:${company.id}:industryCode`}
          value={company.industryCode}
          onSave={(code) => save(industryChange(company, code))}
        />
        <SavingSelect
          label={t('companies.fields.industryVersion')}
          emptyLabel={t('common.notStated')}
          hint={t('companies.hints.industryVersion')}
          field="industryVersion"
          value={company.industryVersion}
          options={versions.map((key) => ({ key, label: t(`codes.industryVersion.${key}`) }))}
          onSave={(industryVersion) => save({ industryVersion })}
        />
      </div>
      <SizeFields company={company} save={save} />
      <WebFields company={company} save={save} />
    </section>
  )
}

function SizeFields({ company, save }: Props) {
  const t = useT()
  const exact = company.employees !== null
  const currency = company.country === 'SE' ? 'SEK' : 'NOK'
  return (
    <>
      <div className={styles.three}>
        <SavingNumber
          label={t('companies.fields.employees')}
          hint={t('companies.hints.employees')}
          field="employees"
          draftKey={`company:${company.id}:employees`}
          value={company.employees}
          onSave={(employees) =>
            save({ employees, ...(employees === null ? {} : { employeesBand: bandOf(employees) }) })
          }
        />
        <SavingSelect
          label={t('companies.fields.employeesBand')}
          hint={exact ? t('companies.hints.bandFollows') : undefined}
          emptyLabel={t('common.notStated')}
          disabled={exact}
          field="employeesBand"
          value={company.employeesBand}
          options={employeeBands.map((key) => ({ key, label: t(`codes.employeesBand.${key}`) }))}
          onSave={(employeesBand) => save({ employeesBand })}
        />
        <SavingDay
          label={t('companies.fields.employeesDate')}
          field="employeesDate"
          draftKey={`company:${company.id}:employeesDate`}
          value={company.employeesDate}
          onSave={(employeesDate) => save({ employeesDate })}
        />
      </div>
      <div className={styles.pair}>
        <SavingNumber
          label={t('companies.fields.turnover')}
          hint={t('companies.hints.turnover', { currency })}
          currency={currency}
          field="turnover"
          draftKey={`company:${company.id}:turnover`}
          value={company.turnover}
          onSave={(turnover) => save(turnoverChange(company, turnover, today()))}
        />
        <SavingParsed<number>
          label={t('companies.fields.turnoverYear')}
          field="turnoverYear"
          draftKey={`company:${company.id}:turnoverYear`}
          value={company.turnoverYear}
          format={(value) => (value === null ? '' : String(value))}
          parse={parseYear}
          onSave={(turnoverYear) => save({ turnoverYear })}
        />
      </div>
    </>
  )
}

function WebFields({ company, save }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={styles.pair}>
      <SavingParsed<string>
        label={t('companies.fields.founded')}
        hint={t('companies.hints.founded')}
        field="founded"
        draftKey={`company:${company.id}:founded`}
        value={company.founded}
        format={(value) => (value?.endsWith('-01-01') ? value.slice(0, 4) : format.day(value))}
        parse={(text) => (/^\d{4}$/.test(text.trim()) ? good(`${text.trim()}-01-01`) : format.parseDay(text))}
        onSave={(founded) => save({ founded })}
      />
      <div>
        <SavingText
          label={t('companies.fields.website')}
          field="website"
          draftKey={`company:${company.id}:website`}
          value={company.website}
          type="url"
          onSave={(website) => save({ website })}
        />
        {company.website && (
          <a href={company.website} target="_blank" rel="noreferrer" className={styles.link}>
            {t('companies.openWebsite', { address: company.website.replace(/^https?:\/\//, '').replace(/\/$/, '') })}
          </a>
        )}
      </div>
    </div>
  )
}

/** A typed year of four digits; null for an empty text. */
function parseYear(text: string): Checked<number | null> {
  const typed = text.trim()
  if (typed === '') return good(null)
  return /^\d{4}$/.test(typed) ? good(Number(typed)) : refusal('badYear')
}
