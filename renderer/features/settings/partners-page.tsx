import { useState } from 'react'
import { MunicipalityField } from '#renderer/components/municipality-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Partner, partnerTypes } from '#shared/domain/records/partner.ts'
import { type Country, countries } from '#shared/domain/values.ts'
import { AddForm } from './add-form.tsx'
import { PartnerFields } from './partner-fields.tsx'
import { Register } from './register.tsx'
import styles from './settings.module.css'

export function PartnersPage() {
  const t = useT()
  const format = useFormat()
  const partners = useOperation('partners.list', {})
  const remove = useCommand('partners.remove', { done: t('settings.removed'), problemAsToast: true })
  return (
    <Register
      entity="partners"
      query={{ ...partners, data: partners.data?.toSorted((a, b) => format.compare(a.name, b.name)) }}
      titleOf={(partner) => partner.name}
      detailOf={(partner) => t(`codes.partnerType.${partner.partnerType}`)}
      badgeOf={(partner) => (partner.status === 'active' ? null : t(`codes.partnerStatus.${partner.status}`))}
      fields={(partner) => <PartnerFields partner={partner} />}
      addLabel={t('settings.partners.add')}
      addForm={(done, cancel) => <AddPartner onDone={done} onCancel={cancel} />}
      onRemove={(partner) => void remove.run({ id: partner.id })}
      empty={t('settings.partners.empty')}
    />
  )
}

/** A partner begins as a candidate; the agreement and its days are written in the record that opens after it. */
function AddPartner({ onDone, onCancel }: { readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const t = useT()
  const partnership = usePartnership()
  const [name, setName] = useState('')
  const [orgNo, setOrgNo] = useState('')
  const [partnerType, setPartnerType] = useState<Partner['partnerType']>('company')
  const [chosen, setCountry] = useState<Country | null>(null)
  const [municipalityCode, setMunicipality] = useState<string | null>(null)
  const country = chosen ?? partnership?.country ?? 'NO'
  const add = useCommand('partners.add', { done: t('settings.added') })
  const input = { name, partnerType, country, municipalityCode, orgNo: orgNo.trim() === '' ? null : orgNo }
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={onCancel}
      onSave={() => void add.run(input).then((reply) => reply.ok && onDone(reply.value.id))}
    >
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
          hint={t(`settings.partners.orgNo${country}`)}
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
    </AddForm>
  )
}
