import { suggestedMunicipalities } from '#renderer/components/municipality-field.tsx'
import { SavingComboBox, SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { isMunicipality } from '#shared/domain/municipalities.ts'
import { checkOrgNo, formatOrgNo } from '#shared/domain/org-number.ts'
import { type Partner, partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import { type Country, countries } from '#shared/domain/values.ts'
import styles from './partners.module.css'

type Changes = InputOf<'partners.revise'>['changes']
interface Props {
  readonly partner: Partner
  readonly save: (changes: Changes) => ReturnType<ReturnType<typeof useCommand<'partners.revise'>>['run']>
}

/** Every field of a partner, each saving itself. */
export function PartnerFields({ partner }: { readonly partner: Partner }) {
  const t = useT()
  const revise = useCommand('partners.revise')
  const save: Props['save'] = (changes) => revise.run({ id: partner.id, changes })
  return (
    <div className={styles.stack}>
      <Identity partner={partner} save={save} />
      <Membership partner={partner} save={save} />
      <SavingText
        label={t('app.fields.note')}
        field="note"
        multiline
        value={partner.note}
        draftKey={`partner:${partner.id}:note`}
        onSave={(note) => save({ note })}
      />
    </div>
  )
}

function Identity({ partner, save }: Props) {
  const t = useT()
  const names = useNames()
  const { country, municipalityCode: code } = partner
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('app.fields.name')}
        required
        field="name"
        draftKey={`partner:${partner.id}:name`}
        value={partner.name}
        onSave={(value) => save({ name: value ?? '' })}
      />
      <SavingText
        label={t('app.fields.shortName')}
        field="shortName"
        draftKey={`partner:${partner.id}:shortName`}
        value={partner.shortName}
        onSave={(shortName) => save({ shortName })}
      />
      <SavingSelect
        label={t('app.fields.partnerType')}
        field="partnerType"
        value={partner.partnerType}
        options={partnerTypes.map((key) => ({ key, label: t(`codes.partnerType.${key}`) }))}
        onSave={(partnerType) => save(partnerType ? { partnerType } : {})}
      />
      <SavingSelect
        label={t('app.fields.country')}
        field="country"
        value={country}
        options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
        onSave={(next) => save(next ? countryChange(partner, next) : {})}
      />
      <SavingText
        label={t('app.fields.orgNo')}
        hint={t(`partners.fields.orgNo${country}`)}
        field="orgNo"
        draftKey={`partner:${partner.id}:orgNo`}
        value={partner.orgNo ? formatOrgNo(partner.orgNo, country) : null}
        onSave={(orgNo) => save({ orgNo })}
      />
      <SavingComboBox
        label={t('app.fields.municipalityCode')}
        field="municipalityCode"
        value={code ? { key: code, label: names.municipality(code, country) ?? code } : null}
        suggest={async (text) => suggestedMunicipalities(text, country)}
        onSave={(chosen) => save({ municipalityCode: chosen?.key ?? null })}
      />
    </div>
  )
}

/** Another country: what doesn't fit there is emptied in the same change, so that one undo brings all of it back. */
function countryChange(partner: Partner, country: Country): Changes {
  return {
    country,
    ...(partner.orgNo !== null && !checkOrgNo(partner.orgNo, country).ok ? { orgNo: null } : {}),
    ...(partner.municipalityCode !== null && !isMunicipality(partner.municipalityCode, country)
      ? { municipalityCode: null }
      : {}),
  }
}

function Membership({ partner, save }: Props) {
  const t = useT()
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('partners.fields.membership')}</legend>
      <div className={styles.pair}>
        <SavingSelect
          label={t('app.fields.status')}
          field="status"
          value={partner.status}
          options={partnerStatuses.map((key) => ({ key, label: t(`codes.partnerStatus.${key}`) }))}
          onSave={(status) => save(status ? { status } : {})}
        />
        <SavingDay
          label={t('app.fields.agreementSignedOn')}
          field="agreementSignedOn"
          draftKey={`partner:${partner.id}:agreementSignedOn`}
          value={partner.agreementSignedOn}
          onSave={(agreementSignedOn) => save({ agreementSignedOn })}
        />
        <SavingDay
          label={t('app.fields.joinedOn')}
          required
          field="joinedOn"
          draftKey={`partner:${partner.id}:joinedOn`}
          value={partner.joinedOn}
          onSave={(value) => save({ joinedOn: value ?? '' })}
        />
        <SavingDay
          label={t('app.fields.leftOn')}
          field="leftOn"
          draftKey={`partner:${partner.id}:leftOn`}
          value={partner.leftOn}
          onSave={(leftOn) => save({ leftOn })}
        />
        <SavingDay
          label={t('app.fields.agreementValidFrom')}
          field="agreementValidFrom"
          draftKey={`partner:${partner.id}:agreementValidFrom`}
          value={partner.agreementValidFrom}
          onSave={(agreementValidFrom) => save({ agreementValidFrom })}
        />
        <SavingDay
          label={t('app.fields.agreementValidTo')}
          yearless="future"
          field="agreementValidTo"
          draftKey={`partner:${partner.id}:agreementValidTo`}
          value={partner.agreementValidTo}
          onSave={(agreementValidTo) => save({ agreementValidTo })}
        />
      </div>
    </fieldset>
  )
}
