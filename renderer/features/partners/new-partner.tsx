import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { MunicipalityField } from '#renderer/components/municipality-field.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Partner, partnerTypes } from '#shared/domain/records/partner.ts'
import { type Country, countries } from '#shared/domain/values.ts'
import styles from './partners.module.css'

interface Props {
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

/** A partner begins as a candidate; the agreement and its days are written in the record that opens after it. */
export function NewPartner({ onDone, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const partnership = usePartnership()
  const [name, setName] = useState('')
  const [orgNo, setOrgNo] = useState('')
  const [partnerType, setPartnerType] = useState<Partner['partnerType']>('company')
  const [chosen, setCountry] = useState<Country | null>(null)
  const [municipalityCode, setMunicipality] = useState<string | null>(null)
  const discard = useFormDraft(
    'partner:new',
    { name, orgNo, partnerType, country: chosen, municipalityCode },
    (kept) => {
      setName(kept.name)
      setOrgNo(kept.orgNo)
      setPartnerType(kept.partnerType)
      setCountry(kept.country)
      setMunicipality(kept.municipalityCode)
    },
  )
  const country = chosen ?? partnership?.country ?? 'NO'
  const add = useCommand('partners.add', { done: (made) => t('partners.added', { name: made.name }) })
  useFocusProblem(form, add.problem)
  async function submit() {
    const reply = await add.run({
      name,
      partnerType,
      country,
      municipalityCode,
      orgNo: orgNo.trim() === '' ? null : orgNo,
    })
    if (!reply.ok) return
    discard()
    onDone(reply.value.id)
  }
  return (
    <form
      ref={form}
      noValidate
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextField
        label={t('app.fields.name')}
        value={name}
        onChange={setName}
        problem={add.field('name')}
        required
        autoFocus
      />
      <div className={styles.pair}>
        <Select
          label={t('app.fields.partnerType')}
          options={partnerTypes.map((key) => ({ key, label: t(`codes.partnerType.${key}`) }))}
          value={partnerType}
          onChange={(value) => setPartnerType(value ?? partnerType)}
        />
        <Select
          label={t('app.fields.country')}
          options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
          value={country}
          onChange={(value) => {
            setCountry(value)
            setMunicipality(null)
          }}
        />
        <TextField
          label={t('app.fields.orgNo')}
          hint={t(`partners.fields.orgNo${country}`)}
          value={orgNo}
          onChange={setOrgNo}
          problem={add.field('orgNo')}
        />
        <MunicipalityField
          key={country}
          label={t('app.fields.municipalityCode')}
          country={country}
          value={municipalityCode}
          onChange={setMunicipality}
          problem={add.field('municipalityCode')}
        />
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={add.busy}>
          {t('common.add')}
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
    </form>
  )
}
