import { IconButton } from '#renderer/components/button.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { HistoryButton } from '#renderer/components/history-button.tsx'
import { suggestedMunicipalities } from '#renderer/components/municipality-field.tsx'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { SavingComboBox, SavingNumber, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { municipalityName } from '#shared/domain/municipalities.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import { languages } from '#shared/domain/values.ts'
import styles from './settings.module.css'

const numbers = ['visitTarget', 'notVisitedMonths', 'retentionMonths', 'smallestGroup'] as const

export function PartnershipPage() {
  const partnership = useOperation('partnership.show', {})
  if (partnership.error) return <ErrorNote error={partnership.error} onRetry={() => void partnership.refetch()} />
  return partnership.data ? <PartnershipFields partnership={partnership.data} /> : <Loading />
}

function PartnershipFields({ partnership }: { readonly partnership: Partnership }) {
  const t = useT()
  const revise = useCommand('partnership.revise', { problemAsToast: false })
  const code = partnership.municipalityCode
  const save = (changes: InputOf<'partnership.revise'>['changes']) => revise.run({ changes })
  return (
    <div className={styles.fields}>
      <SavingText
        label={t('app.fields.name')}
        field="name"
        draftKey={`partnership:${partnership.id}:name`}
        value={partnership.name}
        onSave={(value) => save({ name: value ?? '' })}
      />
      <div className={styles.pair}>
        <TextField
          label={t('app.fields.country')}
          hint={t('problems.countryFixed')}
          readOnly
          value={t(`codes.country.${partnership.country}`)}
          onChange={() => {}}
        />
        <SavingSelect
          label={t('settings.partnership.language')}
          field="language"
          value={partnership.language}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          onSave={(language) => save(language ? { language } : {})}
        />
        <SavingText
          label={t('app.fields.orgNo')}
          field="orgNo"
          draftKey={`partnership:${partnership.id}:orgNo`}
          value={partnership.orgNo}
          onSave={(orgNo) => save({ orgNo })}
        />
        <SavingText
          label={t('app.fields.contactName')}
          field="contactName"
          draftKey={`partnership:${partnership.id}:contactName`}
          value={partnership.contactName}
          onSave={(contactName) => save({ contactName })}
        />
        <SavingText
          label={t('app.fields.contactEmail')}
          field="contactEmail"
          draftKey={`partnership:${partnership.id}:contactEmail`}
          type="email"
          value={partnership.contactEmail}
          onSave={(contactEmail) => save({ contactEmail })}
        />
        <SavingComboBox
          label={t('app.fields.municipalityCode')}
          field="municipalityCode"
          value={code ? { key: code, label: municipalityName(code, partnership.country) ?? code } : null}
          suggest={async (text) => suggestedMunicipalities(text, partnership.country)}
          onSave={(chosen) => save({ municipalityCode: chosen?.key ?? null })}
        />
      </div>
      <Region partnership={partnership} onSave={(regionCodes) => void save({ regionCodes })} />
      <div className={styles.pair}>
        {numbers.map((name) => (
          <SavingNumber
            key={name}
            label={t(`app.fields.${name}`)}
            hint={t(`settings.partnership.${name}Hint`)}
            field={name}
            draftKey={`partnership:${partnership.id}:${name}`}
            value={partnership[name]}
            onSave={(value) => save({ [name]: value ?? undefined })}
          />
        ))}
      </div>
      <div>
        <HistoryButton entity="partnership" id={partnership.id} name={partnership.name} />
      </div>
    </div>
  )
}

/** The municipalities that the partnership serves: chips, and a field to add one more. */
function Region({
  partnership,
  onSave,
}: {
  readonly partnership: Partnership
  readonly onSave: (codes: string[]) => void
}) {
  const t = useT()
  const { country, regionCodes } = partnership
  const nameOf = (code: string) => municipalityName(code, country) ?? code
  return (
    <div className={styles.fields}>
      <ComboBox
        key={regionCodes.join()}
        label={t('app.fields.regionCodes')}
        hint={t('settings.partnership.regionHint')}
        value={null}
        onChange={(option) => option && onSave([...regionCodes, option.key])}
        suggest={async (text) => suggestedMunicipalities(text, country).filter((one) => !regionCodes.includes(one.key))}
      />
      {regionCodes.length > 0 && (
        <ul className={styles.chips}>
          {regionCodes.map((code) => (
            <li key={code} className={styles.chip}>
              {nameOf(code)}
              <IconButton
                icon="close"
                label={t('settings.partnership.removeMunicipality', { name: nameOf(code) })}
                onPress={() => onSave(regionCodes.filter((one) => one !== code))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
