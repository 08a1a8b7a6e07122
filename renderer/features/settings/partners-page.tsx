import { useState } from 'react'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type Partner, partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import { AddForm } from './add-form.tsx'
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
      fields={(partner) => <PartnerFields partner={partner} />}
      addLabel={t('settings.partners.add')}
      addForm={(close) => <AddPartner onDone={close} />}
      onRemove={(partner) => void remove.run({ id: partner.id })}
      empty={t('settings.partners.empty')}
    />
  )
}

function PartnerFields({ partner }: { readonly partner: Partner }) {
  const t = useT()
  const revise = useCommand('partners.revise')
  const save = (changes: InputOf<'partners.revise'>['changes']) => revise.run({ id: partner.id, changes })
  return (
    <>
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.name')}
          field="name"
          value={partner.name}
          onSave={(value) => save({ name: value ?? '' })}
        />
        <SavingText
          label={t('app.fields.shortName')}
          field="shortName"
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
        <SavingText
          label={t('app.fields.orgNo')}
          field="orgNo"
          value={partner.orgNo}
          onSave={(orgNo) => save({ orgNo })}
        />
        <SavingDay
          label={t('app.fields.joinedOn')}
          field="joinedOn"
          value={partner.joinedOn}
          onSave={(value) => save({ joinedOn: value ?? '' })}
        />
        <SavingDay
          label={t('app.fields.leftOn')}
          field="leftOn"
          value={partner.leftOn}
          onSave={(leftOn) => save({ leftOn })}
        />
        <SavingSelect
          label={t('app.fields.status')}
          field="status"
          value={partner.status}
          options={partnerStatuses.map((key) => ({ key, label: t(`codes.partnerStatus.${key}`) }))}
          onSave={(status) => save(status ? { status } : {})}
        />
      </div>
      <SavingText
        label={t('app.fields.note')}
        field="note"
        multiline
        value={partner.note}
        draftKey={`partner:${partner.id}:note`}
        onSave={(note) => save({ note })}
      />
    </>
  )
}

function AddPartner({ onDone }: { readonly onDone: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const [partnerType, setPartnerType] = useState<Partner['partnerType']>('company')
  const add = useCommand('partners.add', { done: t('settings.added') })
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={onDone}
      onSave={() => void add.run({ name, partnerType }).then((reply) => reply.ok && onDone())}
    >
      <TextField
        label={t('app.fields.name')}
        value={name}
        onChange={setName}
        problem={add.field('name')}
        required
        autoFocus
      />
      <Select
        label={t('app.fields.partnerType')}
        options={partnerTypes.map((key) => ({ key, label: t(`codes.partnerType.${key}`) }))}
        value={partnerType}
        onChange={(value) => setPartnerType(value ?? partnerType)}
      />
    </AddForm>
  )
}
