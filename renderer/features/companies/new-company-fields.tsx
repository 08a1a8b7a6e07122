import { useState } from 'react'
import { NumberField } from '#renderer/components/checked-field.tsx'
import { Switch } from '#renderer/components/choices.tsx'
import { MunicipalityField } from '#renderer/components/municipality-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { bandOf, type EmployeeBand } from '#shared/domain/company-rules.ts'
import { checkOrgNo } from '#shared/domain/org-number.ts'
import { employeeBands } from '#shared/domain/records/company.ts'
import { type Country, countries } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './companies.module.css'
import { DuplicateWarning } from './duplicate-warning.tsx'

export const emptyForm = {
  name: '',
  orgNo: '',
  country: 'NO' as Country,
  legalForm: '',
  soleTrader: false as boolean,
  address: '',
  postalCode: '',
  place: '',
  municipalityCode: null as string | null,
  sectorId: null as string | null,
  employees: null as number | null,
  employeesBand: null as EmployeeBand | null,
  website: '',
  note: '',
}
export type CompanyForm = typeof emptyForm

interface Props {
  readonly form: CompanyForm
  readonly put: (changes: Partial<CompanyForm>) => void
  /** What the last try found wrong with a field. */
  readonly problem: (field: string) => string | undefined
  readonly onEnter: () => void
}

export function NewCompanyFields(props: Props) {
  const t = useT()
  const { form, put, problem, onEnter } = props
  return (
    <div className={styles.sections}>
      <section className={styles.section}>
        <div>
          <TextField
            label={t('companies.fields.name')}
            required
            autoFocus
            value={form.name}
            onChange={(name) => put({ name })}
            onEnter={onEnter}
            problem={problem('name')}
          />
          <DuplicateWarning name={form.name} orgNo={form.orgNo || null} country={form.country} exceptId={null} />
        </div>
        <IdentityPart {...props} />
      </section>
      <PlacePart {...props} />
      <BusinessPart {...props} />
      <TextArea
        label={t('companies.fields.note')}
        value={form.note}
        onChange={(note) => put({ note })}
        problem={problem('note')}
      />
    </div>
  )
}

function IdentityPart({ form, put, problem, onEnter }: Props) {
  const t = useT()
  const [left, setLeft] = useState(false)
  const noNumber = form.soleTrader && form.country === 'SE'
  const number = checkOrgNo(form.orgNo, form.country)
  const wrong = left && !number.ok ? messageText(t, number.message) : undefined
  return (
    <>
      <div className={styles.identity}>
        <TextField
          label={t('companies.fields.orgNo')}
          hint={noNumber ? t('companies.soleTrader.noNumber') : t(`companies.hints.orgNo${form.country}`)}
          disabled={noNumber}
          value={noNumber ? '' : form.orgNo}
          onChange={(orgNo) => {
            setLeft(false)
            put({ orgNo })
          }}
          onBlur={() => setLeft(true)}
          onEnter={onEnter}
          problem={noNumber ? undefined : (wrong ?? problem('orgNo'))}
        />
        <TextField
          label={t('companies.fields.legalForm')}
          hint={t(`companies.hints.legalForm${form.country}`)}
          value={form.legalForm}
          onChange={(legalForm) => put({ legalForm })}
          onEnter={onEnter}
          problem={problem('legalForm')}
        />
        <Select
          label={t('companies.fields.country')}
          options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
          value={form.country}
          onChange={(country) => put({ country: country ?? form.country, municipalityCode: null })}
        />
      </div>
      <Switch
        label={t('companies.fields.soleTrader')}
        hint={t(`companies.soleTrader.rule${form.country}`)}
        checked={form.soleTrader}
        onChange={(soleTrader) => put({ soleTrader })}
      />
    </>
  )
}

function PlacePart({ form, put, problem, onEnter }: Props) {
  const t = useT()
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.place')}</h3>
      <TextField
        label={t('companies.fields.address')}
        value={form.address}
        onChange={(address) => put({ address })}
        onEnter={onEnter}
        problem={problem('address')}
      />
      <div className={styles.postal}>
        <TextField
          label={t('companies.fields.postalCode')}
          value={form.postalCode}
          onChange={(postalCode) => put({ postalCode })}
          onEnter={onEnter}
          problem={problem('postalCode')}
        />
        <TextField
          label={t('companies.fields.place')}
          value={form.place}
          onChange={(place) => put({ place })}
          onEnter={onEnter}
          problem={problem('place')}
        />
        <MunicipalityField
          label={t('companies.fields.municipalityCode')}
          country={form.country}
          value={form.municipalityCode}
          onChange={(municipalityCode) => put({ municipalityCode })}
          problem={problem('municipalityCode')}
        />
      </div>
    </section>
  )
}

function BusinessPart({ form, put, problem, onEnter }: Props) {
  const t = useT()
  const names = useNames()
  const exact = form.employees !== null
  return (
    <section className={styles.section}>
      <h3>{t('companies.sections.business')}</h3>
      <div className={styles.pair}>
        <Select
          label={t('companies.fields.sectorId')}
          emptyLabel={t('common.notStated')}
          options={names.sectorOptions}
          value={form.sectorId}
          onChange={(sectorId) => put({ sectorId })}
          problem={problem('sectorId')}
        />
        <TextField
          label={t('companies.fields.website')}
          type="url"
          value={form.website}
          onChange={(website) => put({ website })}
          onEnter={onEnter}
          problem={problem('website')}
        />
        <NumberField
          label={t('companies.fields.employees')}
          hint={t('companies.hints.employees')}
          value={form.employees}
          onChange={(employees) => put({ employees })}
          problem={problem('employees')}
        />
        <Select
          label={t('companies.fields.employeesBand')}
          hint={exact ? t('companies.hints.bandFollows') : undefined}
          emptyLabel={t('common.notStated')}
          disabled={exact}
          options={employeeBands.map((key) => ({ key, label: t(`codes.employeesBand.${key}`) }))}
          value={form.employees === null ? form.employeesBand : bandOf(form.employees)}
          onChange={(employeesBand) => put({ employeesBand })}
          problem={problem('employeesBand')}
        />
      </div>
    </section>
  )
}
